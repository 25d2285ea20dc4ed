"""After an offer: what it confirmed, what nearly went wrong, and which change is about to be put off."""

from __future__ import annotations

from afterword.journal.terms import ReflectionKind
from afterword.screen.debrief import acts
from afterword.screen.debrief.pages import ShortPage
from afterword.screen.debrief.sitting import Sitting
from afterword.screen.pieces.buttons import Tick
from afterword.screen.pieces.labels import label
from afterword.words import _

KIND = ReflectionKind.SUCCESS.value
YES = "yes"  # the stored answer to a tick


class SuccessPage(ShortPage):
    """Five ticks and two lines."""

    def __init__(self, sitting: Sitting) -> None:
        self.kind = KIND
        asked = sitting.set_of(KIND)
        super().__init__(sitting, _(asked.title), _(asked.intro))
        self.put(10, label(_("What did it confirm?"), "body_s"))
        self.ticks: dict[str, Tick] = {}
        for prompt in asked.part("confirmed"):
            tick = Tick(self.look, _(prompt.text))
            tick.setToolTip(_(prompt.hint))
            tick.setAccessibleDescription(_(prompt.hint))
            tick.clicked.connect(lambda on, key=prompt.key: self._tick(key, on))
            self.ticks[prompt.key] = tick
            self.put(tick)
        self.ask_field(sitting.answer_field(KIND, "nearly_wrong", lines=2))
        hint = _("Something you meant to learn or to leave behind.")
        self.ask_field(sitting.answer_field(KIND, "postponed", lines=2, hint=hint))
        self.foot(_("That’s enough for today"))
        self.refresh()

    def refresh(self) -> None:
        for key, tick in getattr(self, "ticks", {}).items():
            tick.setChecked(bool(self.sitting.answered(KIND, key)))

    def _tick(self, key: str, on: bool) -> None:
        self.sitting.do(acts.answer, self.sitting.interview_id, KIND, key, YES if on else "")
