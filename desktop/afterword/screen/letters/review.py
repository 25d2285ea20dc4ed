"""The review card: the news first, the words it rests on, and what would change. Nothing happens by itself."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from afterword.journal.stories import Candidate
from afterword.journal.terms import PENDING, Outcome, Stage, Status
from afterword.mail.letter import Sure as SureLevel
from afterword.screen.forms.fields import MomentField, choice, chosen, text_field
from afterword.screen.letters.draft import Draft, quoted
from afterword.screen.letters.proposals import Belonging, Proposal
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card, Panel, column, hairline, row, scroll
from afterword.screen.pieces.buttons import button, tool
from afterword.screen.pieces.labels import Elide, Marked, label
from afterword.screen.pieces.marks import KeyCap
from afterword.trouble import Trouble
from afterword.words import _, clock, days, short_day, weekday

MARGIN = 24
CARD_TONES = {"rejection": "taught", "offer": "confirm", "interview_invitation": "accent"}
CHIP_TONES = {Outcome.NO: "taught", Outcome.OFFER: "confirm", Outcome.SILENT: "quiet", Outcome.WITHDREW: "quiet"}
WRITTEN_IN = (QLineEdit, QAbstractSpinBox, QComboBox)
SHOWN_OUTCOMES = (Outcome.NO, Outcome.OFFER, Outcome.WAIT, Outcome.SILENT, Outcome.WITHDREW)


class ReviewPane(QWidget):
    """One letter under review. Enter accepts, E changes, Esc puts aside, Alt+Right skips."""

    accepted = Signal()
    accept_sure = Signal()
    not_now = Signal()
    skipped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("review")
        self.setAccessibleName(_("What was understood"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._look = look
        self._draft: Draft | None = None
        self._place, self._now = (1, 1), datetime.min
        self._editing = self._whole = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._said = ""
        look.changed.connect(self.build)
        self._keys()

    def _keys(self) -> None:
        for keys, act in (
            ("Return", self._enter), ("Enter", self._enter), ("Escape", self._escape),
            ("Alt+Right", self.skipped.emit),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # What the card is about

    def show_draft(self, draft: Draft, number: int, total: int, now: datetime) -> None:
        """Show one proposal, as "1 of 3" when there are several."""
        self._draft, self._place, self._now = draft, (number, total), now
        self._editing = self._whole = False
        self._said = ""
        self.build()

    def say(self, trouble: Trouble) -> None:
        """Why accepting did not work; the card stays as it is."""
        self._said = str(trouble)
        self.build()
        self.focus()

    def focus(self) -> None:
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> None:
        if self._draft is None:
            return
        body = QWidget()
        parts = [self._quote(), 6, label(_("What will change"), "body_s"), *self._changes(), "*"]
        body.setLayout(column(*parts, space=0, margins=(MARGIN, 14, MARGIN, 12)))
        page = QWidget()
        page.setLayout(column(self._head(), (scroll(body), 1), self._foot(), space=0))
        focus = QApplication.focusWidget()
        had_focus = self._page is not None and focus is not None and self._page.isAncestorOf(focus)
        if self._page is not None:
            self._layout.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = page
        self._layout.addWidget(page)
        page.show()  # the layout would do it later; what is hidden now cannot have the focus later
        if had_focus:  # a change of theme or text size makes the card anew; Enter still accepts
            self.focus()

    def _head(self) -> QWidget:
        draft, look = self._draft, self._look
        assert draft is not None
        number, total = self._place
        from_ = _("From one email") if total == 1 else _("Email {n} of {total}").format(n=number, total=total)
        away = tool(look, "x", _("Not now  (Esc)"))
        away.clicked.connect(self.not_now)
        names = ", ".join(part for part in (self._company(), self._title()) if part)
        line = (
            _("{names}. Check what was read; the rest can wait.").format(names=names)
            if names
            else _("Check what was read; the rest can wait.")
        )
        head = QWidget()
        head.setLayout(
            column(row(label(from_, "small_m", "text3"), "*", away, space=4), label(draft.heading, "page", wrap=True),
                   label(line, "body", "text2", wrap=True), space=2, margins=(MARGIN, 12, MARGIN - 4, 0))
        )  # fmt: skip
        return head

    def _company(self) -> str:
        draft = self._draft
        assert draft is not None
        return draft.candidate.company if draft.candidate else draft.company

    def _title(self) -> str:
        draft = self._draft
        assert draft is not None
        return draft.candidate.title if draft.candidate else draft.title

    def _quote(self) -> QWidget:
        draft, look = self._draft, self._look
        assert draft is not None
        tone = CARD_TONES.get(draft.verdict.kind, "wait")
        card = Card(look, f"{tone}_wash", f"{tone}_line")
        text, marks = quoted(draft, whole=self._whole)
        whole = button(look, _("Less") if self._whole else _("Whole email"), "link")
        whole.clicked.connect(self._flip)
        sent = draft.letter.sent
        when = f"{_day(sent, self._now)}, {clock(sent)}" if sent else _("no date in it")
        from_ = " · ".join(part for part in (draft.letter.sender or draft.letter.sender_name, when) if part)
        card.setLayout(
            column(Marked(look, text, marks), row((Elide(look, from_, "small", "text2"), 1), whole, space=8),
                   space=6, margins=(16, 12, 14, 10))
        )  # fmt: skip
        return card

    def _flip(self) -> None:
        self._whole = not self._whole
        self.build()

    # What will change

    def _changes(self) -> list[QWidget]:
        draft = self._draft
        assert draft is not None
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
        assert draft is not None
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
        assert draft is not None
        at = draft.at or self._now
        field = MomentField(at)
        field.dateTimeChanged.connect(lambda _v: self._set(at=field.moment()))
        found = draft.candidate
        was = ""
        if found is not None and found.on and found.status in PENDING and (at.date() - found.on).days > 0:
            was = _("{days} of silence").format(days=days((at.date() - found.on).days))
        because = _("From the date of the email.") if draft.at else _("The email has no date, so this is now.")
        sure = int(SureLevel.SURE if draft.at else SureLevel.GUESS)
        return Proposal(self._look, _("Answered on"), was, _day(at, self._now), because, sure, on=True, editor=field,
                        editing=self._editing, tick=False)  # fmt: skip

    def _meeting(self) -> QWidget:
        draft = self._draft
        assert draft is not None
        editor = QWidget()
        field = MomentField(draft.meeting or self._now)
        field.setAccessibleName(_("When"))
        field.dateTimeChanged.connect(lambda _v: self._set(meeting=field.moment(), meeting_on=True))
        stage = choice(Stage, draft.stage)
        stage.setAccessibleName(_("Stage"))
        stage.currentIndexChanged.connect(lambda _i: self._set(stage=chosen(stage)))
        editor.setLayout(row(stage, field, "*", space=8))
        at = draft.meeting
        becomes = f"{Stage(draft.stage).label}, {_day(at, self._now)}, {clock(at)}" if at else ""
        reading = draft.verdict.meeting
        proposal = Proposal(self._look, _("New interview"), "", becomes, reading.because, int(reading.sure),
                            on=draft.meeting_on, editor=editor, editing=self._editing)  # fmt: skip
        proposal.ticked.connect(lambda on: self._set(meeting_on=on))
        return proposal

    def _belongs(self) -> QWidget:
        draft = self._draft
        assert draft is not None
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
        assert draft is not None
        return Belonging(
            [_named(each) for each in draft.candidates[:5]], draft.choice, draft.company, draft.title, self._set
        )

    def _said_by_them(self) -> QWidget:
        draft = self._draft
        assert draft is not None
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

    # The foot

    def _foot(self) -> QWidget:
        look = self._look
        foot = Panel(look, "base", "t")
        self._accept = button(look, _("Accept"), "primary", "check")
        self._accept.clicked.connect(self.accepted)
        change = button(look, _("Done changing") if self._editing else _("Change"), "")
        change.clicked.connect(self._change)
        away = button(look, _("Not now"), "quiet")
        away.clicked.connect(self.not_now)
        keys = [KeyCap(look, text) for text in (_("Enter"), "E", _("Esc"))]
        line = row(self._accept, keys[0], 6, change, keys[1], 6, away, keys[2], "*", space=6)
        parts: list[object] = [line]
        if self._place[1] > 1:
            sure = button(look, _("Accept all sure ones"), "quiet")
            sure.clicked.connect(self.accept_sure)
            skip = button(look, _("Next one"), "quiet")
            skip.clicked.connect(self.skipped)
            parts.append(row(sure, skip, KeyCap(look, "Alt+→"), "*", space=6))
        if self._said:
            parts.insert(0, label(self._said, "body", "taught", wrap=True))
        foot.setLayout(column(*parts, space=6, margins=(MARGIN, 10, MARGIN, 10)))
        return foot

    def _enter(self) -> None:
        if self._editing and isinstance(QApplication.focusWidget(), WRITTEN_IN):
            self._change()
        elif isinstance(focus := QApplication.focusWidget(), QPushButton) and self.isAncestorOf(focus):
            focus.click()  # Enter does what has the ring: Not now is never taken for Accept
        else:
            self.accepted.emit()

    def _change(self) -> None:
        self._editing = not self._editing
        self.build()
        fields = (each for each in self.findChildren(QWidget) if isinstance(each, WRITTEN_IN) and each.isEnabled())
        first = next(fields, None) if self._editing else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E changes, but is a letter where something is written; what nobody below wanted arrives here."""
        plain = event.key() == Qt.Key.Key_E and not event.modifiers()
        if plain and not isinstance(QApplication.focusWidget(), WRITTEN_IN):
            self._change()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self._editing:
            self._change()
        else:
            self.not_now.emit()


def _day(moment: datetime | date, today: date) -> str:
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
