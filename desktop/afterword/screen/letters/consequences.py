"""What would change, row by row: made of a draft, and written back into it as it is ticked and corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from afterword.journal.stories import Candidate
from afterword.journal.terms import PENDING, Outcome, OutcomeReason, Stage, Status, WorkMode
from afterword.mail.letter import Sure as SureLevel
from afterword.screen.forms.fields import DayField, MomentField, choice, chosen, text_field
from afterword.screen.letters import news
from afterword.screen.letters.belonging import Belonging, named
from afterword.screen.letters.draft import Draft
from afterword.screen.letters.facts import MODE, Fact
from afterword.screen.letters.proposals import FactRow, Proposal
from afterword.screen.letters.quoting import really_says
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, hairline, row
from afterword.screen.pieces.choices import Tick
from afterword.screen.pieces.labels import label
from afterword.words import _, clock, days, short_day, weekday

CHIP_TONES = {
    Outcome.NO: "taught", Outcome.CLOSED: "taught", Outcome.RESCINDED: "taught", Outcome.OFFER: "confirm",
    Outcome.SILENT: "quiet", Outcome.WITHDREW: "quiet", Outcome.CANCELLED: "quiet", Outcome.PASSED: "accent",
}  # fmt: skip
SHOWN_OUTCOMES = (
    Outcome.NO, Outcome.OFFER, Outcome.WAIT, Outcome.PASSED, Outcome.SILENT, Outcome.WITHDREW, Outcome.CLOSED,
    Outcome.RESCINDED, Outcome.CANCELLED,
)  # fmt: skip
ENDS = (Outcome.NO, Outcome.CLOSED, Outcome.RESCINDED)
Others = Callable[[], Sequence[Candidate]]


class Consequences:
    """The rows for one draft; `editing` puts a field in the place of each value. `again` makes the card anew."""

    def __init__(
        self, look: Look, draft: Draft, now: datetime, others: Others, again: Callable[[], None], *, editing: bool
    ) -> None:
        self._look, self._draft, self._now, self._editing = look, draft, now, editing
        self._others, self._again = others, again

    def widgets(self) -> list[object]:
        """One below the other, with hairlines between."""
        draft, editing = self._draft, self._editing
        if draft.is_nothing and not editing:
            return [label(_("Nothing, unless you attach it by hand."), "body", "text2", wrap=True)]
        groups = [[self._kind(), *self._remembered()]] if editing else []
        moved = [each for each in (self._meeting(), self._outcome(), self._date()) if each]
        groups.append([*moved, self._belongs()])
        if draft.facts:
            facts = QWidget()
            facts.setLayout(column(*(self._fact(each) for each in draft.facts), space=0, margins=(0, 4, 0, 4)))
            groups.append([facts])
        rows = [each for group in groups for each in group]
        parts: list[object] = []
        for number, each in enumerate(rows):
            parts += [hairline(self._look), each] if number else [each]
        return [*parts, *self._really_says()]

    # What it is

    def _kind(self) -> QWidget:
        box = QComboBox()
        for kind in news.CHOICES:
            box.addItem(_(news.NAMES[kind]), kind)
        box.setCurrentIndex(box.findData(self._draft.verdict.kind))
        box.activated.connect(lambda _i: self._read_as(str(box.currentData())))
        return Proposal(self._look, _("What it is"), "", "", "", 0, on=True, editor=box, editing=True, tick=False)

    def _read_as(self, kind: str) -> None:
        self._draft.read_as(kind)
        self._again()

    def _remembered(self) -> list[QWidget]:
        """What to know the next time: the sentence that says what the person says."""
        draft = self._draft
        told = draft.sentences
        if not draft.corrected or not told:
            return []
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItems([each.said for each in told])
        box.setCurrentIndex(draft.sentence)
        box.setAccessibleName(_("The sentence that says so"))
        tick = Tick(self._look, _("Remember the sentence that says so"))
        tick.setChecked(draft.remember)
        tick.toggled.connect(lambda on: self._set(remember=on))
        box.activated.connect(lambda number: self._set(sentence=number))
        box.activated.connect(lambda _n: tick.setChecked(True))
        holder = QWidget()
        holder.setLayout(column(row(tick, "*"), box, space=4, margins=(27, 6, 0, 6)))
        return [holder]

    # What becomes of the application

    def _outcome(self) -> QWidget | None:
        draft = self._draft
        ways = draft.ways_on
        quiet = ways == () and draft.candidate is not None and draft.outcome != Outcome.CANCELLED
        if not self._editing and (not draft.outcome or quiet):
            return None
        box = choice(SHOWN_OUTCOMES, draft.outcome, blank=_("Nothing changes"))
        box.currentIndexChanged.connect(lambda _i: self._set(outcome=chosen(box), outcome_on=bool(chosen(box))))
        was = _was(draft.candidate)
        becomes = Outcome(draft.outcome).label if draft.outcome else _("Nothing changes")
        proposal = Proposal(
            self._look, _("Outcome"), "" if was == becomes else was, becomes, self._because(),
            int(draft.verdict.sure) if draft.outcome else 0,
            on=draft.outcome_on, tone=CHIP_TONES.get(Outcome(draft.outcome), "wait") if draft.outcome else "",
            editor=box, editing=self._editing,
        )  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(outcome_on=on))
        return proposal

    def _because(self) -> str:
        draft = self._draft
        if not draft.outcome:
            return ""
        if draft.ways_on is None and draft.status is not None:
            then = Outcome(draft.outcome).label
            words = _("It says “{now}” already, and “{then}” does not follow. Only the email is kept.")
            return words.format(now=draft.status.label, then=then)
        if draft.is_older and draft.status is not None:
            return _("The email is older than what you know: “{now}”.").format(now=draft.status.label)
        if draft.corrected:
            return _("Because you said what it is.")
        words = draft.verdict.evidence[0].words if draft.verdict.evidence else ""
        return _("Because it says “{words}”.").format(words=words) if words else ""

    def _date(self) -> QWidget | None:
        draft = self._draft
        if not (draft.outcome or self._editing) or (not self._editing and draft.ways_on == ()):
            return None
        at = draft.at or self._now
        field = MomentField(at)
        field.dateTimeChanged.connect(lambda _v: self._set(at=field.moment()))
        found = draft.candidate
        was = ""
        if found is not None and found.on and found.status in PENDING and (at.date() - found.on).days > 0:
            was = _("{days} of silence").format(days=days((at.date() - found.on).days))
        because = _("From the date of the email.") if draft.at else _("The email has no date, so this is now.")
        sure = int(SureLevel.SURE if draft.at else SureLevel.GUESS)
        becomes = day_in_words(at, self._now)
        return Proposal(self._look, _("Answered on"), was, becomes, because, sure, on=True, editor=field,
                        editing=self._editing, tick=False)  # fmt: skip

    def _meeting(self) -> QWidget | None:
        draft = self._draft
        if not draft.meeting and not self._editing and draft.verdict.kind in news.TIMED:
            none = _("No single time is named. Change lets you set one.")
            return label(none, "body", "text2", wrap=True) if not draft.outcome_on else None
        if not draft.meeting and not (self._editing and draft.verdict.kind in news.MEETING):
            return None
        field = MomentField(draft.meeting or self._now)
        field.setAccessibleName(_("When"))
        field.dateTimeChanged.connect(lambda _v: self._set(meeting=field.moment(), meeting_on=True))
        stage = choice(Stage, draft.stage)
        stage.setAccessibleName(_("Stage"))
        stage.currentIndexChanged.connect(lambda _i: self._set(stage=chosen(stage)))
        editor = QWidget()
        editor.setLayout(row(stage, field, "*", space=8))
        at = draft.meeting
        becomes = f"{Stage(draft.stage).label}, {day_in_words(at, self._now)}, {clock(at)}" if at else ""
        moves = draft.verdict.kind == "interview_change"
        reading = draft.verdict.meeting
        because, sure = (reading.because, reading.sure) if reading.value else (_("From the calendar entry."), 3)
        proposal = Proposal(self._look, _("New time") if moves else _("New interview"), "", becomes,
                            because if at else "", int(sure) if at else 0, on=draft.meeting_on, editor=editor,
                            editing=self._editing)  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(meeting_on=on))
        return proposal

    # Where it belongs

    def _belongs(self) -> QWidget:
        draft = self._draft
        found = draft.candidate
        what, look = _("Belongs to"), self._look
        if self._editing or draft.ambiguous:
            return Proposal(look, what, "", "", "", 0, on=True, editor=self._choice(), editing=True, tick=False)
        if found is not None:
            return Proposal(look, what, "", named(found), found.because, found.sure, on=True, tick=False)
        names = ", ".join(part for part in (draft.company, draft.title) if part) or _("a new application")
        nothing = _("Nothing here fits, so a new application is made.")
        because = " ".join(part for part in (nothing, draft.verdict.company.because) if part)
        return Proposal(look, what, "", names, because, int(draft.verdict.company.sure) or 1, on=True, tick=False)

    def _choice(self) -> Belonging:
        draft = self._draft
        return Belonging(
            draft.candidates, draft.choice, draft.company, draft.title, self._others, chosen=draft.belongs_to,
            picked=self._picked, typed=lambda company, title: self._set(company=company, title=title),
        )  # fmt: skip

    def _picked(self, other: Candidate) -> None:
        known = [each.application_id for each in self._draft.candidates]
        if other.application_id not in known:
            self._draft.candidates += (other,)
            known.append(other.application_id)
        self._draft.belongs_to(known.index(other.application_id))
        self._again()

    # What else was read

    def _fact(self, fact: Fact) -> QWidget:
        editor = self._editor(fact) if self._editing else None
        made = FactRow(
            self._look, fact.label, fact.was, fact.shown, fact.because, fact.sure, on=fact.on, editor=editor
        )

        def ticked(on: bool) -> None:
            fact.on = on
            self._set()

        made.ticked.connect(ticked)
        if editor is not None:
            _tell(editor, partial(_corrected, fact, made))
            _tell(editor, lambda _value: self._set())
        return made

    def _editor(self, fact: Fact) -> QWidget:
        if fact.day is not None:
            return DayField(fact.day)
        return choice(WorkMode, fact.value) if fact.field == MODE else text_field(fact.value)

    # What this letter really says

    def _really_says(self) -> list[object]:
        draft = self._draft
        told = really_says(draft.verdict)
        if not told and not (draft.outcome in ENDS and self._editing):
            return []
        parts: list[object] = [10, label(_("What this letter really says"), "body_s")]
        if told:
            parts += [2, label(told, "body", "text2", wrap=True)]
        if draft.said or self._editing:
            parts.append(self._said_by_them())
        parts.append(self._reason())
        return parts

    def _said_by_them(self) -> QWidget:
        draft = self._draft
        field = text_field(draft.said)
        field.textEdited.connect(lambda text: self._set(said=text, said_on=bool(text)))
        because = _("Their words. One sentence, so treat it lightly. Tick it to keep it with the debrief.")
        proposal = Proposal(self._look, _("What they said"), "", draft.said, because, int(draft.verdict.said.sure),
                            on=draft.said_on, editor=field, editing=self._editing, wrap=True)  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(said_on=on))
        return proposal

    def _reason(self) -> QWidget:
        draft = self._draft
        box = choice(OutcomeReason, draft.reason, blank=_("not said"))
        box.currentIndexChanged.connect(lambda _i: self._set(reason=chosen(box), reason_on=bool(chosen(box))))
        label_ = _reason_in_words(draft.reason)
        proposal = Proposal(self._look, _("Reason they gave"), "", label_, draft.verdict.reason.because,
                            int(draft.verdict.reason.sure) if draft.reason != "none_given" else 0, on=draft.reason_on,
                            editor=box, editing=self._editing)  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(reason_on=on))
        return proposal

    def _set(self, **values: object) -> None:
        """What the person says, which nothing proposes anew."""
        self._draft.by_hand = True
        for name, value in values.items():
            setattr(self._draft, name, value)


def _tell(editor: QWidget, changed: Callable[[object], None]) -> None:
    """Hear of every change in a field."""
    if isinstance(editor, DayField):
        editor.dateChanged.connect(lambda _d: changed(editor.day()))
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda _i: changed(chosen(editor)))
    else:
        editor.textEdited.connect(changed)  # type: ignore[attr-defined]


def _corrected(fact: Fact, shown: FactRow, value: object) -> None:
    """What was corrected is wanted."""
    if isinstance(value, date):
        fact.day = value
    else:
        fact.value = str(value or "")
    shown.tick.setChecked(bool(fact.kept))


def _reason_in_words(code: str) -> str:
    return OutcomeReason(code).label if code else _("not said")


def day_in_words(moment: datetime | date, today: date) -> str:
    """Tue 18 Mar"""
    return f"{weekday(moment)[:3]} {short_day(moment, today)}"


def _was(found: Candidate | None) -> str:
    if found is None:
        return ""
    status = Status(found.status)
    return _("Waiting") if status in (Status.APPLIED, Status.IN_PROCESS, Status.DRAFT) else status.label
