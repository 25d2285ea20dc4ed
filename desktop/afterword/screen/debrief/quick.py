"""Two minutes: before the interview, right after it, or on the day of the answer. Three answers, all optional."""

from __future__ import annotations

from afterword.journal.terms import Moment, Outcome, ReflectionKind
from afterword.screen.debrief import acts
from afterword.screen.debrief.decision import Estimate, OnTheDay
from afterword.screen.debrief.expecting import Chance, Promise
from afterword.screen.debrief.feelings import RightNow
from afterword.screen.debrief.pages import Fold, ShortPage
from afterword.screen.debrief.saving import Field, Subject
from afterword.screen.debrief.sitting import Sitting
from afterword.words import _

NOTES = ReflectionKind.CAPTURE.value  # also on the day of the answer: it is the same note, taken up again
MOMENTS = {
    ReflectionKind.BEFORE: Moment.BEFORE,
    ReflectionKind.CAPTURE: Moment.AFTER,
    ReflectionKind.DECISION: Moment.DECISION,
}


class QuickPage(ShortPage):
    """The short set that fits now; its kind does not change while it is open."""

    def __init__(self, sitting: Sitting, kind: str) -> None:
        self.kind = kind
        shown = ReflectionKind.CAPTURE if kind == ReflectionKind.DECISION else kind
        asked = sitting.set_of(str(shown))
        super().__init__(sitting, _(asked.title), _intro(sitting, kind) or _(asked.intro))
        self.felt = RightNow(sitting, str(MOMENTS[ReflectionKind(kind)]))
        self.ask(_("How is it right now?"), self.felt)
        if kind == ReflectionKind.BEFORE:
            self._before()
        else:
            self._after()
        self.foot(_("That’s enough for today"))
        if kind == ReflectionKind.DECISION:
            self._decided()

    def _before(self) -> None:
        self.chance = Chance(self.sitting)
        self.ask(_("How likely is the next step?"), self.chance)
        self.ask_field(self.sitting.answer_field(self.kind, "will_test", lines=1))

    def _after(self) -> None:
        self.stayed = self._stayed()
        self.ask_field(self.stayed)
        self.right = self.sitting.answer_field(
            NOTES,
            "went_right",
            lines=2,
            name=_("One thing that went all right, however small"),
            hint=_("I modelled the orders in SQL without help…"),
        )
        self.ask_field(self.right)
        if self.kind == ReflectionKind.CAPTURE:
            if not self.sitting.decided:
                self.chance = Chance(self.sitting)
                self.ask(_("How likely is the next step?"), self.chance)
            self.promise = Promise(self.sitting, self.kind)
            self.ask(self.promise.field.name, self.promise)

    def _decided(self) -> None:
        if self.sitting.story.prediction is not None:
            self.put(14, Estimate(self.sitting))
        self.day = OnTheDay(self.sitting)
        self.put(4, Fold(self.look, _("A little more, if you like"), self.day, open=self.day.written))

    def _stayed(self) -> Field:
        """The question that stayed: one answer, and one line of the question log."""
        sitting, kind = self.sitting, NOTES

        def save(text: str) -> None:
            sitting.type("stayed", acts.stay, sitting.interview_id, kind, text)

        def subject() -> Subject:
            found = sitting.reflection(kind)
            return (found.id, acts.STAYED) if found else None

        return sitting.field(
            _("Which question stayed with you?"),
            _("As they put it, as well as you remember."),
            lambda: sitting.answered(kind, acts.STAYED),
            save,
            subject=subject,
        )


def _intro(sitting: Sitting, kind: str) -> str:
    if kind != ReflectionKind.DECISION:
        return ""
    if sitting.story.outcome == Outcome.SILENT:
        return _("No answer came. It can wait, and it doesn’t have to be tidy.")
    return _("This was a no. It can wait, and it doesn’t have to be tidy.")
