"""What would change, row by row: made of a draft, and written back into it as it is ticked and corrected."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from afterword.journal.stories import Candidate
from afterword.journal.terms import PENDING, Outcome, Stage, Status
from afterword.mail.letter import Sure as SureLevel
from afterword.screen.forms.fields import MomentField, choice, chosen, text_field
from afterword.screen.letters.draft import Draft
from afterword.screen.letters.proposals import Belonging, Proposal
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import hairline, row
from afterword.words import _, clock, days, short_day, weekday

CHIP_TONES = {Outcome.NO: "taught", Outcome.OFFER: "confirm", Outcome.SILENT: "quiet", Outcome.WITHDREW: "quiet"}
SHOWN_OUTCOMES = (Outcome.NO, Outcome.OFFER, Outcome.WAIT, Outcome.SILENT, Outcome.WITHDREW)


class Consequences:
    """The rows for one draft; `editing` puts a field in the place of each value."""

    def __init__(self, look: Look, draft: Draft, now: datetime, *, editing: bool) -> None:
        self._look, self._draft, self._now, self._editing = look, draft, now, editing

    def widgets(self) -> list[QWidget]:
        """One below the other, with hairlines between."""
        draft = self._draft
        found = [self._belongs()]
        if draft.outcome or self._editing:
            found.insert(0, self._outcome())
            found.insert(1, self._date())
        if draft.meeting or (self._editing and draft.verdict.kind == "interview_invitation"):
            found.insert(0, self._meeting())
        if draft.said:
            found.append(self._said_by_them())
        parts: list[QWidget] = []
        for number, each in enumerate(found):
            parts += [hairline(self._look), each] if number else [each]
        return parts

    def _outcome(self) -> QWidget:
        draft = self._draft
        box = choice(SHOWN_OUTCOMES, draft.outcome, blank=_("Nothing changes"))
        box.currentIndexChanged.connect(lambda _i: self._set(outcome=chosen(box), outcome_on=bool(chosen(box))))
        words = draft.verdict.evidence[0].words if draft.verdict.evidence else ""
        because = _("Because it says “{words}”.").format(words=words) if words else ""
        was = _was(draft.candidate)
        becomes = Outcome(draft.outcome).label if draft.outcome else _("Nothing changes")
        proposal = Proposal(
            self._look, _("Outcome"), was, becomes, because, int(draft.verdict.sure), on=draft.outcome_on,
            tone=CHIP_TONES.get(Outcome(draft.outcome), "wait") if draft.outcome else "",
            editor=box, editing=self._editing,
        )  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(outcome_on=on))
        return proposal

    def _date(self) -> QWidget:
        draft = self._draft
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

    def _meeting(self) -> QWidget:
        draft = self._draft
        editor = QWidget()
        field = MomentField(draft.meeting or self._now)
        field.setAccessibleName(_("When"))
        field.dateTimeChanged.connect(lambda _v: self._set(meeting=field.moment(), meeting_on=True))
        stage = choice(Stage, draft.stage)
        stage.setAccessibleName(_("Stage"))
        stage.currentIndexChanged.connect(lambda _i: self._set(stage=chosen(stage)))
        editor.setLayout(row(stage, field, "*", space=8))
        at = draft.meeting
        becomes = f"{Stage(draft.stage).label}, {day_in_words(at, self._now)}, {clock(at)}" if at else ""
        reading = draft.verdict.meeting
        proposal = Proposal(self._look, _("New interview"), "", becomes, reading.because, int(reading.sure),
                            on=draft.meeting_on, editor=editor, editing=self._editing)  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(meeting_on=on))
        return proposal

    def _belongs(self) -> QWidget:
        draft = self._draft
        found = draft.candidate
        if self._editing or draft.ambiguous:
            because = found.because if found else ""
            return Proposal(self._look, _("Belongs to"), "", "", because, 0, on=True, editor=self._candidates(),
                            editing=True, tick=False)  # fmt: skip
        if found is None:
            names = ", ".join(part for part in (draft.company, draft.title) if part) or _("a new application")
            because = " ".join(
                part
                for part in (_("Nothing here fits, so a new application is made."), draft.verdict.company.because)
                if part
            )
            return Proposal(self._look, _("Belongs to"), "", names, because, int(draft.verdict.company.sure) or 1,
                            on=True, tick=False)  # fmt: skip
        return Proposal(self._look, _("Belongs to"), "", _named(found), found.because, found.sure, on=True, tick=False)

    def _candidates(self) -> QWidget:
        draft = self._draft
        return Belonging(
            [_named(each) for each in draft.candidates[:5]], draft.choice, draft.company, draft.title, self._set
        )

    def _said_by_them(self) -> QWidget:
        draft = self._draft
        field = text_field(draft.said)
        field.textEdited.connect(lambda text: self._set(said=text))
        because = _("One sentence, so treat it lightly. Tick it to keep it with the debrief.")
        proposal = Proposal(self._look, _("What they said"), "", draft.said, because, int(draft.verdict.said.sure),
                            on=draft.said_on, editor=field, editing=self._editing)  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(said_on=on))
        return proposal

    def _set(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self._draft, name, value)


def day_in_words(moment: datetime | date, today: date) -> str:
    return f"{weekday(moment)[:3]} {short_day(moment, today)}"


def _named(found: Candidate) -> str:
    stage = Stage(found.stage).label.lower() if found.stage else ""
    return ", ".join(
        part for part in (found.company, found.title, stage, short_day(found.on) if found.on else "") if part
    )


def _was(found: Candidate | None) -> str:
    if found is None:
        return ""
    status = Status(found.status)
    return _("Waiting") if status in (Status.APPLIED, Status.IN_PROCESS, Status.DRAFT) else status.label
