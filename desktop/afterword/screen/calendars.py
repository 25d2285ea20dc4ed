"""Days ahead saved as a calendar file: one interview, or everything that is waited for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from afterword.journal import diary
from afterword.journal.diary import Entry
from afterword.journal.stories import Row
from afterword.trouble import Trouble
from afterword.words import _

if TYPE_CHECKING:
    from afterword.screen.window import Window


def save_row(window: Window, row: Row) -> None:
    """The interview of a row, and the day an answer to its application was promised for."""
    found = diary.ahead(window.desk.journal)
    mine = [each for each in found if (each.kind, each.id) in (("interview", row.id), ("answer", row.application_id))]
    _ask(window, mine, row.company, _("Nothing of {company} lies ahead.").format(company=row.company))


def save_all(window: Window) -> None:
    """Interviews, promised answers and reminders."""
    found = diary.ahead(window.desk.journal)
    _ask(window, found, "Afterword", _("There is nothing ahead to put in a calendar."))


def _ask(window: Window, entries: Sequence[Entry], name: str, nothing: str) -> None:
    if not entries:
        window.say(nothing)
        return
    dialog = QFileDialog(window, _("Save as calendar file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([_("Calendar file (*.ics)")])
    dialog.setDefaultSuffix("ics")
    safe = "".join(each for each in name if each.isalnum() or each in " -").strip()
    dialog.selectFile(f"{safe or 'Afterword'}.ics")
    dialog.fileSelected.connect(lambda path: _write(window, entries, Path(path)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _write(window: Window, entries: Sequence[Entry], path: Path) -> None:
    from afterword.paper.calendar import calendar  # on first use: starting needs none of it

    try:
        path.write_bytes(calendar(entries, window.desk.journal.now()))
    except OSError:
        told = _("{name} could not be written.").format(name=path.name)
        window.trouble(Trouble(told, _("Choose another folder.")))
    else:
        window.say(_("Saved as {name}.").format(name=path.name))
