"""The day of the answer: the estimate beside the result, their words for whoever wants them, no lesson."""

from __future__ import annotations

from afterword.journal import applications, rows
from afterword.journal.terms import Outcome, OutcomeReason, ReflectionKind
from afterword.screen.debrief.expecting import in_words
from afterword.screen.debrief.pages import asked
from afterword.screen.debrief.saving import Field
from afterword.screen.debrief.sitting import Sitting, Topic
from afterword.screen.pieces.boxes import Card, column, row
from afterword.screen.pieces.buttons import Pill
from afterword.screen.pieces.labels import label
from afterword.screen.pieces.marks import Icon
from afterword.words import _, n_

KIND = ReflectionKind.DECISION.value


class Estimate(Topic):
    """What was expected, beside what came."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        card = Card(self.look, "wait_wash", "wait_line")
        self.said = label("", "body", wrap=True)
        self.how = label("", "small", "text2", wrap=True)
        card.setLayout(
            row(Icon(self.look, "lock", "wait", 15), (column(self.said, self.how, space=1), 1), space=10,
                margins=(14, 10, 14, 10))
        )  # fmt: skip
        self.setLayout(column(card))
        self.refresh()

    def refresh(self) -> None:
        found = self.sitting.story.prediction
        if found is None:
            return
        result = Outcome(self.sitting.story.outcome).label
        self.said.setText(
            _("You expected: {words}, {n} in 100. It became: {result}.").format(
                words=in_words(found.p), n=found.p, result=result
            )
        )
        self.how.setText(
            _("Sealed before the answer.") if found.sealed else _("Said after the answer, so it is not sealed.")
        )


class OnTheDay(Topic):
    """What they said, one plain sentence, what one would tell a friend, and how usual such an answer is."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.theirs = self._their_words()
        self.none_given = Pill(self.look, OutcomeReason.NONE_GIVEN.label, tick=True)
        self.none_given.clicked.connect(self._no_reason)
        self.plain = sitting.answer_field(KIND, "plain", lines=1)
        self.friend = sitting.answer_field(KIND, "friend", lines=2)
        self.usual = label("", "body", "text2", wrap=True)
        self.setLayout(
            column(
                asked(self.theirs.name), self.theirs.writing, row(self.none_given, "*"), 6,
                asked(self.plain.name), self.plain.writing, 6,
                asked(self.friend.name), self.friend.writing, 6,
                self.usual, space=6, margins=(0, 4, 0, 0),
            )
        )  # fmt: skip
        self.refresh()

    @property
    def written(self) -> bool:
        """Whether something stands here already, so that it is shown unfolded."""
        return bool(self.plain.stored or self.friend.stored)

    def _their_words(self) -> Field:
        sitting = self.sitting
        prompt = sitting.prompt(KIND, "their_words")

        def save(text: str) -> None:
            application = sitting.story.application.id
            sitting.type("their words", applications.edit, application, reason_text=text)

        return sitting.field(
            _(prompt.text), _(prompt.hint), lambda: sitting.story.application.reason_text, save, lines=2
        )

    def refresh(self) -> None:
        self.none_given.setChecked(self.sitting.story.application.outcome_reason == OutcomeReason.NONE_GIVEN)
        self.usual.setText(how_usual(self.sitting))

    def _no_reason(self) -> None:
        reason = str(OutcomeReason.NONE_GIVEN) if self.none_given.isChecked() else ""
        self.sitting.do(applications.edit, self.sitting.story.application.id, outcome_reason=reason)


def how_usual(sitting: Sitting) -> str:
    """Own numbers, as counts: how many such answers, and how many offers."""
    counts = rows.counts(sitting.desk.journal, sitting.story.application.search_id)
    noes, offers = counts["no"], counts["offer"]
    if noes + offers < 2:
        return _("Most searches collect several of these for each offer.")
    said = n_("{n} of your answers in this search was a no", "{n} of your answers in this search were a no", noes)
    return _("{noes}, {offers}. Most searches have several for each offer.").format(
        noes=said, offers=n_("{n} was an offer", "{n} were an offer", offers)
    )
