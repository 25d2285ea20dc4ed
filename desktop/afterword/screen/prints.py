"""From a story to the preview: what is printed, and the file it would be saved as."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from afterword.journal import applications, interviews, sheets
from afterword.journal.stories import Story
from afterword.paper.blocks import Document, Include
from afterword.trouble import Trouble
from afterword.words import _

if TYPE_CHECKING:
    from afterword.screen.window import Window


def interview(window: Window, key: int, *, save: bool = False) -> None:
    """One interview, or one application that has none."""
    from afterword.paper import interview as paper

    journal = window.desk.journal
    row = window.list.current()
    ask = applications.story if row and row.id == key and row.kind == "application" else interviews.story
    try:
        story = ask(journal, key)
    except Trouble as trouble:
        window.trouble(trouble)
        return
    today = journal.now().date()
    options = ("feelings", "names", "letters", "salary")
    _preview(window, lambda include: paper.interview(story, today, include), options, save=save)


def sheet(window: Window, key: int) -> None:
    """What to read before the next interview."""
    from afterword.paper import sheet as paper

    journal = window.desk.journal
    found, today = sheets.sheet(journal, key), journal.now().date()
    _preview(window, lambda _include: paper.sheet(found, today), ())


def search(window: Window, key: int, *, save: bool = False) -> None:
    """The whole search, one line an interview."""
    from afterword.paper import whole as paper

    journal = window.desk.journal
    found, today = sheets.whole(journal, key), journal.now().date()

    written = [line.id for line in found.lines if line.debrief > 0]

    @cache
    def stories() -> list[Story]:
        return [interviews.story(journal, each) for each in written]

    def make(include: Include) -> Document:
        return paper.whole(found, today, include, stories() if include.debriefs else ())

    _preview(window, make, ("debriefs", "names", "feelings", "letters", "salary") if written else (), save=save)


def lessons(window: Window, *, save: bool = False) -> None:
    """What the lessons page shows."""
    from afterword.journal import lessons as kept
    from afterword.journal import searches, verdicts
    from afterword.paper import lessons as paper

    journal, page = window.desk.journal, window.rooms.lessons
    found = page.account
    if found is None:
        return
    names = {each.id: each.name for each in searches.every(journal)}
    name, said = names.get(page.search, _("All job searches")), verdicts.answers(journal)
    document = paper.lessons(found, name, kept.of_search(journal, page.search), said)
    _preview(window, lambda _include: document, (), save=save)


def record(window: Window) -> None:
    """The applications of the search that is looked at, for an employment office."""
    from afterword.insight.cards.card import past
    from afterword.journal import searches
    from afterword.journal.retelling import episodes
    from afterword.paper import record as paper

    journal, search = window.desk.journal, window.preferences.search
    names = {each.id: each.name for each in searches.every(journal)}
    found = past(episodes(journal, journal.now(), search), journal.now())
    document = paper.record(found, names.get(search, ""))
    _preview(window, lambda _include: document, ())


def _preview(
    window: Window, make: Callable[[Include], Document], options: tuple[str, ...], *, save: bool = False
) -> None:
    from afterword.screen.preview import PreviewDialog

    dialog = PreviewDialog(window.look, make, options, window.preferences, window)
    dialog.troubled.connect(window.trouble)
    dialog.saved.connect(lambda path: window.say(str(path)))
    dialog.open()
    if save:
        dialog.ask_pdf()
