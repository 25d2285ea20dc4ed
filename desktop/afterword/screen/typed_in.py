"""What was entered in a cell of the table, as the verb that keeps it."""

from __future__ import annotations

from typing import Any

from afterword.journal import applications, interviews, lessons
from afterword.journal.stories import Row
from afterword.screen.desk import Desk


def write(desk: Desk, row: Row, column: str, value: Any) -> None:
    """Keep the new value of one cell. Raises Trouble when the journal refuses it."""
    if column == "stage":
        desk.do(interviews.edit, row.id, stage=value)
    elif column == "date" and row.kind == "application":
        desk.do(applications.edit, row.id, applied_on=value)
    elif column == "date":
        desk.do(interviews.edit, row.id, at=value)
    elif column == "left":
        _lesson(desk, row, value)


def _lesson(desk: Desk, row: Row, text: str) -> None:
    """New words for a lesson of this interview alone are new words; one that others share stays as it is for them."""
    known = next((lesson for lesson in lessons.of(desk.journal, row.id) if lesson.text == row.lesson), None)
    if known is None:
        if text:
            desk.do(lessons.learn, row.id, text)
    elif not text:
        desk.do(lessons.unlearn, row.id, known.id)
    elif known.times > 1:
        desk.do(lessons.learn, row.id, text)
    else:
        desk.do(lessons.rename, known.id, text)
