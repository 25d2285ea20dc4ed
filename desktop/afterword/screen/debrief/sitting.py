"""One interview open in the editor: what its parts ask, and how they write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from afterword.journal import files, interviews
from afterword.journal import prompts as prompt_sets
from afterword.journal.prompts import Prompt, PromptSet
from afterword.journal.store import Journal
from afterword.journal.stories import ReflectionFact, Story
from afterword.journal.terms import Outcome, ReflectionKind
from afterword.preferences import Preferences
from afterword.screen.debrief import acts
from afterword.screen.debrief.saving import Field, Saving, Subject
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.writing import Writing
from afterword.trouble import Trouble
from afterword.words import _

P = ParamSpec("P")
R = TypeVar("R")

NOES = (Outcome.NO, Outcome.SILENT, Outcome.RESCINDED)
OPEN = (Outcome.SOON, Outcome.WAIT, Outcome.CANCELLED)
LONGEST_COUNTED = 300  # seconds between two saves that still count as writing


class Sitting(QObject):
    """Holds the story as it is now; every part refreshes itself from it on `refreshed`."""

    refreshed = Signal()
    leaving = Signal()  # whoever holds half an entry: now is the time to give it
    told = Signal(str)
    troubled = Signal(Trouble)

    def __init__(
        self,
        look: Look,
        desk: Desk,
        prompts: dict[str, PromptSet],
        preferences: Preferences,
        saving: Saving,
        interview_id: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.look, self.desk, self.prompts, self.preferences, self.saving = look, desk, prompts, preferences, saving
        self.interview_id = interview_id
        self.story: Story = interviews.story(desk.journal, interview_id)
        self.spent = 0  # seconds of writing in this sitting
        self._opened = self._wrote_at = self.now()

    # What is known

    def now(self) -> datetime:
        return self.desk.journal.now()

    def refresh(self) -> bool:
        """Ask again. False when the interview is not there any more."""
        try:
            self.story = interviews.story(self.desk.journal, self.interview_id)
        except Trouble:
            return False
        self.refreshed.emit()
        return True

    @property
    def decided(self) -> bool:
        """Whether their answer, or an end, is there."""
        return self.story.outcome not in OPEN

    @property
    def was_no(self) -> bool:
        return self.story.outcome in NOES

    @property
    def decided_today(self) -> bool:
        """On the day of a no nobody is asked for a lesson."""
        return self.was_no and self.story.application.since.date() == self.now().date()

    def set_of(self, kind: str) -> PromptSet:
        return prompt_sets.newest(self.prompts, kind)

    def prompt(self, kind: str, key: str) -> Prompt:
        return next(prompt for prompt in self.set_of(kind).prompts if prompt.key == key)

    def reflection(self, kind: str) -> ReflectionFact | None:
        return acts.newest(self.story.reflections, kind)

    def answered(self, kind: str, key: str) -> str:
        found = self.reflection(kind)
        return found.answers.get(key, "") if found else ""

    # How it is written

    def do(self, act: Callable[Concatenate[Journal, P], Any], /, *args: P.args, **kwargs: P.kwargs) -> bool:
        """Run a verb for something that was clicked; trouble is told in words, and the page shows what is true."""
        try:
            self.desk.do(act, *args, **kwargs)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            self.refreshed.emit()
            return False
        return True

    def type(self, key: str, act: Callable[Concatenate[Journal, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Save text being written; what is typed in a row under one `key`, in one sitting, is undone as one."""
        return self.desk.type(f"{self.interview_id} {self._opened} {key}", act, *args, **kwargs)

    def field(
        self,
        name: str,
        hint: str,
        ask: Callable[[], str],
        save: Callable[[str], None],
        *,
        lines: int = 1,
        subject: Callable[[], Subject] = lambda: None,
        one_line: bool = False,
    ) -> Field:
        """A place to write; `ask` says what the journal has, `save` gives it the words."""
        writing = Writing(self.look, hint, lines)
        field = self.saving.watch(Field(writing, name, ask, save, subject=subject, one_line=one_line))
        writing.too_long.connect(lambda text: self.keep_as_file(name, text))
        self.refreshed.connect(field.refresh)
        return field

    def answer_field(self, kind: str, key: str, *, lines: int = 2, name: str = "", hint: str = "") -> Field:
        """The place for the answer to one prompt."""
        prompt = self.prompt(kind, key)

        def save(text: str) -> None:
            self.type(f"{kind} {key}", acts.answer, self.interview_id, kind, key, text, self.tick())

        def subject() -> Subject:
            found = self.reflection(kind)
            return (found.id, key) if found else None

        return self.field(
            name or _(prompt.text),
            hint or _(prompt.hint),
            lambda: self.answered(kind, key),
            save,
            lines=lines,
            subject=subject,
        )

    def tick(self) -> int:
        """Seconds of writing since the last save; a long pause does not count."""
        now = self.now()
        seconds = int((now - self._wrote_at).total_seconds())
        self._wrote_at = now
        counted = max(0, min(seconds, LONGEST_COUNTED))
        self.spent += counted
        return counted

    def take_spent(self) -> int:
        """Seconds of writing that nobody has asked for yet."""
        spent, self.spent = self.spent, 0
        return spent

    def keep_as_file(self, name: str, text: str) -> None:
        """A whole book was pasted: it is kept, but not in the field."""
        title = _("Pasted text, {name}.txt").format(name=name.rstrip("?. "))
        application = self.story.application.id
        if self.do(files.add, application, title, text.encode(), "document", self.interview_id):
            self.told.emit(
                _("That text is very long, so it is kept as a file with the application: “{name}”.").format(name=title)
            )

    def quick_kind(self) -> str:
        """Which short set fits now: before the interview, right after it, or on the day of the answer."""
        if self.story.outcome == Outcome.SOON:
            return ReflectionKind.BEFORE.value
        return (ReflectionKind.DECISION if self.was_no else ReflectionKind.CAPTURE).value

    @property
    def today(self) -> date:
        return self.now().date()


class Topic(QWidget):
    """A piece of the page that shows the story, and is refreshed with it."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting, self.look = sitting, sitting.look
        sitting.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is true now."""
