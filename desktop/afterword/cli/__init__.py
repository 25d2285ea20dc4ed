"""The command line: the window by default, and what can be done without one.

Exit codes: 0 done, 1 trouble (a sentence on stderr), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from afterword import __version__, places, words
from afterword.cli.printing import DONE, TROUBLE, say
from afterword.trouble import Trouble
from afterword.words import _

COMMANDS = ("read", "print", "list", "calendar", "findings", "export", "import", "check")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and give the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words.use_language(places.resources() / "translations")
    try:
        command = next((each for each in given if not each.startswith("-")), "")
        if command in COMMANDS:
            return _run_command(given)
        return _open_window(given)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return TROUBLE
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _journal_option(parser: argparse.ArgumentParser, default: Any = argparse.SUPPRESS) -> None:
    parser.add_argument(
        "--journal", metavar="PATH", type=Path, default=default, help=_("another journal than your own")
    )


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="afterword",
        description=_("Where job interviews that did not work out become useful."),
        epilog=_(
            "Without a window: afterword read, print, list, calendar, findings, export, import, check. "
            "Each has its own --help."
        ),
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help=_("emails to review in the window"))
    _journal_option(parser, None)
    parser.add_argument("--selftest", action="store_true", help=_("try every part of this installation and say so"))
    parser.add_argument("--version", action="version", version=f"Afterword {__version__}")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="afterword")
    _journal_option(parser, None)
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", help=_("say what letters are, without keeping them"))
    read.add_argument("files", nargs="+", metavar="FILE")
    read.add_argument("--json", action="store_true", help=_("one object for each letter"))
    printed = commands.add_parser("print", help=_("make a PDF of one interview, or of the whole search"))
    printed.add_argument("what", metavar="interview|search", choices=("interview", "search"))
    printed.add_argument("id", nargs="?", type=int)
    printed.add_argument("--pdf", metavar="OUT", type=Path, required=True)
    printed.add_argument("--paper", choices=("A4", "Letter"), default="")
    listed = commands.add_parser("list", help=_("list the interviews and applications"))
    listed.add_argument("--json", action="store_true")
    dates = commands.add_parser("calendar", help=_("write the days ahead as a calendar file"))
    dates.add_argument("--ics", metavar="OUT", type=Path, required=True)
    found = commands.add_parser("findings", help=_("say what the past says, with its counts"))
    found.add_argument("--json", action="store_true", help=_("every number and every card"))
    found.add_argument("--as-of", metavar="DATE", default="", help=_("as it was at the end of that day"))
    found.add_argument("--search", metavar="ID", type=int, help=_("of one search only"))
    given = commands.add_parser("export", help=_("print the whole journal, so that nothing is lost on the way"))
    given.add_argument("--json", action="store_true", required=True, help=_("as docs/journal.md describes it"))
    taken = commands.add_parser("import", help=_("add what a file from export holds: all of it, or nothing"))
    taken.add_argument("file", metavar="FILE.json", type=Path)
    commands.add_parser("check", help=_("check that the journal is whole"))
    for command in commands.choices.values():
        _journal_option(command)
    return parser


def _run_command(given: list[str]) -> int:
    parser = _command_parser()
    options = parser.parse_args(given)
    if options.command == "print" and (options.what == "interview") != (options.id is not None):
        parser.error(_("print interview takes an ID, print search takes none"))
    return _COMMANDS[options.command](options)


def _journal_path(options: argparse.Namespace) -> Path:
    return options.journal or places.of_this_person().journal


def _read(options: argparse.Namespace) -> int:
    from afterword.cli.read import read

    return read(options)


def _findings(options: argparse.Namespace) -> int:
    from afterword.cli.findings import findings

    return findings(options)


def _export(options: argparse.Namespace) -> int:
    from afterword.cli.exchange import export

    return export(options)


def _import(options: argparse.Namespace) -> int:
    from afterword.cli.exchange import import_

    return import_(options)


def _print(options: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from afterword import app
    from afterword.journal.store import open_journal

    with open_journal(_journal_path(options), create=False) as journal:
        pages = app.print_to_pdf(journal, options.what, options.id, options.pdf, options.paper)
    print(words.n_("{n} page", "{n} pages", pages) + f", {options.pdf}")
    return DONE


def _list(options: argparse.Namespace) -> int:
    from afterword.journal import rows
    from afterword.journal.store import open_journal

    with open_journal(_journal_path(options), create=False) as journal:
        order = rows.order(journal, group="none")
        page = rows.page(journal, order.ids)
    found = [_row_object(page[key]) for key in order.ids]
    if options.json:
        say(found)
    else:
        for each in found:
            print(
                "\t".join(
                    str(each[name] or "") for name in ("id", "at", "company", "title", "stage", "outcome", "lesson")
                )
            )
    return DONE


def _row_object(row: Any) -> dict[str, Any]:
    # Keys as text: 63 bits do not survive every JSON reader.
    names = ("kind", "company", "title", "stage", "at", "status", "since", "outcome", "lesson")
    values = {name: getattr(row, name) for name in names}
    return {"id": str(row.id), "application": str(row.application_id), **values}


def _calendar(options: argparse.Namespace) -> int:
    from afterword.cli.calendar import calendar

    return calendar(options)


def _check(options: argparse.Namespace) -> int:
    from afterword.journal import store

    path = _journal_path(options)
    with store.open_journal(path, create=False) as journal:
        wrong = store.check(journal)
    for each in wrong:
        print(each, file=sys.stderr)
    if not wrong:
        print(_("{path} is whole.").format(path=path))
    return TROUBLE if wrong else DONE


_COMMANDS = {
    "read": _read, "print": _print, "list": _list, "calendar": _calendar, "findings": _findings, "export": _export,
    "import": _import, "check": _check,
}  # fmt: skip


def _open_window(given: list[str]) -> int:
    options = _window_parser().parse_args(given)
    if options.selftest:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from afterword import selftest

        return selftest.run()
    if not _has_display():
        raise Trouble(
            _("There is no screen to open a window on."),
            _("Start Afterword from a desktop session, or use afterword read, print, list or check here."),
        )
    # Before Qt, which reads the source of each module that is imported after it.
    from afterword.journal import interviews, searches  # noqa: F401
    from afterword import app  # isort: skip

    return app.run(options.journal, [str(Path(file).absolute()) for file in options.files])


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
