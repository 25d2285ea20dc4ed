"""`afterword --selftest`: tries every part of an installation, says what works, and fails loudly."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from afterword import places

LETTER = (
    b"From: Talent at Kestrel Health <talent@kestrelhealth.example>\r\nTo: you@home.example\r\n"
    b"Subject: Your application\r\nDate: Tue, 18 Mar 2025 09:12:00 +0000\r\nMessage-ID: <self@test.example>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nThank you for applying for the Data Engineer role. "
    b"We have decided not to move forward with your application.\r\n"
)


ENTRY = (
    b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:self@test.example\r\nSUMMARY:Interview\r\n"
    b"DTSTART;TZID=W. Europe Standard Time:20250401T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def run() -> int:
    """Run all probes. The exit code: 0 when every one passed."""
    with tempfile.TemporaryDirectory(prefix="afterword-selftest-") as name:
        folder = Path(name)
        failed = 0
        for title, probe in PROBES:
            try:
                detail = probe(folder)
            except Exception:
                failed += 1
                sys.stderr.write(f"FAILED  {title}\n{traceback.format_exc()}")
            else:
                sys.stdout.write(f"ok      {title}{': ' + detail if detail else ''}\n")
    sys.stdout.write("selftest: all well\n" if not failed else f"selftest: {failed} of {len(PROBES)} failed\n")
    return 1 if failed else 0


def _resources(_folder: Path) -> str:
    root = places.resources()
    for needed in ("facts", "fonts", "icons", "phrases", "prompts", "sample"):
        if not any((root / needed).iterdir()):
            raise FileNotFoundError(root / needed)
    return str(root)


def _journal(folder: Path) -> str:
    from afterword.journal import applications, finding, store
    from afterword.journal.change import Changes

    with store.open_journal(folder / "self.afterword") as journal:
        changes = Changes(journal)
        changes.do(applications.add, "Kestrel Health", "Data Engineer")
        _expect(bool(finding.hits(journal, "kestrel")), "full text finds what was written")
        changes.undo()
        _expect(not finding.hits(journal, "kestrel"), "undo takes it back")
        _expect(not store.check(journal), "the journal is whole")
        version = journal.row("SELECT sqlite_version()")
    return f"SQLite {version[0] if version else ''}"


def _encryption(folder: Path) -> str:
    from afterword.journal import store

    _expect(store.can_encrypt(folder / "locked.afterword"), "an encrypted file cannot be read without its key")
    return ""


def _letter(_folder: Path) -> str:
    from afterword.mail import lexicon, reading, verdict

    letter = reading.read("self.eml", LETTER)[0]
    found = verdict.understand(letter, lexicon.load(places.resources() / "phrases"))
    _expect(found.kind == "rejection", f"a no is read as a no, not as {found.kind}")
    return f"“{found.evidence[0].words}”"


def _entry(_folder: Path) -> str:
    import compressed_rtf
    import pypdf

    from afterword.mail import reading

    _expect(bool(compressed_rtf and pypdf), "Outlook's text and PDFs can be read")
    [invitation] = reading.read("self.ics", ENTRY)[0].invitations
    _expect(invitation.zone_known, f"the zone {invitation.zone} is known")
    return f"{invitation.begin:%Y-%m-%d %H:%M}"


def _paper(folder: Path) -> str:
    from PySide6.QtGui import QGuiApplication

    from afterword import app
    from afterword.journal import sample, store

    sample.make(folder / "sample.afterword", datetime(2025, 3, 18, 12))
    out = folder / "search.pdf"
    application = QGuiApplication.instance() or app.make_application()
    with store.open_journal(folder / "sample.afterword", lambda: datetime(2025, 3, 18, 12)) as journal:
        pages = app.print_to_pdf(journal, "search", None, out, "A4")
    _expect(out.read_bytes().startswith(b"%PDF"), "a PDF is written")
    del application
    return f"{pages} pages, {out.stat().st_size // 1024} kB"


def _pictures(_folder: Path) -> str:
    from PySide6.QtGui import QFontDatabase, QImageReader

    from afterword import app
    from afterword.screen.look import Look

    look = Look(app.make_application(), places.resources())
    _expect(not look.pixmap("search", "text", 16).isNull(), "an SVG icon is drawn")
    _expect({"Inter", "Literata"} <= set(QFontDatabase.families()), "the fonts are there")
    formats = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    _expect({"png", "jpeg", "svg"} <= formats, f"image formats: {sorted(formats)}")
    return ""


def _expect(well: bool, what: str) -> None:
    if not well:
        raise AssertionError(what)


PROBES: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("the program's own files", _resources),
    ("journal, migrations, full text, undo", _journal),
    ("encryption", _encryption),
    ("reading a letter", _letter),
    ("calendar entries and their zones", _entry),
    ("fonts, icons, image formats", _pictures),
    ("printing to PDF", _paper),
)
