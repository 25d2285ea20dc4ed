"""The review card: the news first, the words it rests on, and what would change. Nothing happens by itself."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from afterword.screen.letters import news
from afterword.screen.letters.consequences import Consequences, Others, day_in_words
from afterword.screen.letters.draft import Draft
from afterword.screen.letters.proposals import FactRow, Proposal
from afterword.screen.letters.quoting import quote
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Card, Panel, column, row, scroll
from afterword.screen.pieces.buttons import button, tool
from afterword.screen.pieces.labels import Elide, Marked, label
from afterword.screen.pieces.marks import KeyCap, Sure
from afterword.trouble import Trouble
from afterword.words import _, clock

MARGIN = 24
WRITTEN_IN = (QLineEdit, QAbstractSpinBox, QComboBox)


class ReviewPane(QWidget):
    """One letter under review. Enter accepts, E changes, Esc puts aside, Alt+Right skips."""

    accepted = Signal()
    accept_sure = Signal()
    left_out = Signal()
    not_now = Signal()
    skipped = Signal()

    def __init__(self, look: Look, others: Others, aside: str = "") -> None:
        super().__init__()
        self._aside = aside or _("Not now")
        self.setObjectName("review")
        self.setAccessibleName(_("What was understood"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._look, self._others = look, others
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

    def change(self) -> None:
        """Every value becomes a field, or stops being one."""
        if self._draft is not None:
            self._change()

    def focus(self) -> None:
        """Accept; where there is something to choose first, that."""
        radio = self._page.findChild(QRadioButton) if self._page is not None else None
        if radio is not None and self._draft is not None and self._draft.must_choose:
            radio.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> None:
        if self._draft is None:
            return
        body = QWidget()
        rows = Consequences(self._look, self._draft, self._now, self._others, self._again, editing=self._editing)
        parts = [self._quote(), 6, label(_("What will change"), "body_s"), *rows.widgets(), "*"]
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
        from_ = self._from()
        away = tool(look, "x", f"{self._aside}  (Esc)")
        away.clicked.connect(self.not_now)
        names = ", ".join(part for part in (self._company(), self._title()) if part)
        line = _("Check what was read; the rest can wait.")
        if draft.is_nothing:
            line = _("It is not kept, and nothing changes. If it belongs to an application, attach it.")
        elif not (draft.letter.text.strip() or draft.letter.invitations):
            line = _("Only sender and subject came along. Save the email as a file and drop that, to have it read.")
        elif draft.must_choose:
            line = _("It could belong to several applications. Choose one.")
        elif draft.guess:
            line = _("A guess: {news}").format(news=draft.guess)
        elif names:
            line = _("{names}. Check what was read; the rest can wait.").format(names=names)
        level = int(draft.verdict.sure)
        sure = Sure(look, level) if level and not draft.corrected else None
        head = QWidget()
        head.setLayout(
            column(row(label(from_, "small_m", "text3"), sure, "*", away, space=12),
                   label(draft.heading, "page", wrap=True), label(line, "body", "text2", wrap=True),
                   space=2, margins=(MARGIN, 12, MARGIN - 4, 0))
        )  # fmt: skip
        return head

    def _from(self) -> str:
        """Which email this is, and which piece of its news."""
        assert self._draft is not None
        (number, total), (part, count) = self._place, self._draft.part
        if count > 1:
            return _("{n} of {total} things in one email").format(n=part, total=count)
        return _("From one email") if total == 1 else _("Email {n} of {total}").format(n=number, total=total)

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
        tone = "wait" if draft.guess else news.card_tone(draft.verdict.kind)
        card = Card(look, f"{tone}_wash", f"{tone}_line")
        shown = quote(draft.letter, draft.verdict, whole=self._whole)
        whole = button(look, _("Less") if self._whole else _("Whole email"), "link")
        whole.clicked.connect(self._flip)
        sent = draft.letter.sent
        when = f"{day_in_words(sent, self._now)}, {clock(sent)}" if sent else _("no date in it")
        from_ = " · ".join(part for part in (draft.letter.sender or draft.letter.sender_name, when) if part)
        card.setLayout(
            column(Marked(look, shown.text, shown.marks, pale=shown.pale),
                   row((Elide(look, from_, "small", "text2"), 1), whole, space=8), space=6, margins=(16, 12, 14, 10))
        )  # fmt: skip
        return card

    def _flip(self) -> None:
        self._whole = not self._whole
        self.build()

    # The foot

    def _foot(self) -> QWidget:
        look = self._look
        foot = Panel(look, "base", "t")
        nothing = self._draft is not None and self._draft.is_nothing and not self._editing
        self._accept = button(look, _("Leave it out") if nothing else _("Accept"), "primary", "check")
        self._accept.clicked.connect(self.press)
        change = button(look, self._name_of_change(nothing=nothing), "")
        change.clicked.connect(self._change)
        away = button(look, self._aside, "quiet")
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

    def _name_of_change(self, *, nothing: bool) -> str:
        if nothing:
            return _("Attach it")
        return _("Done changing") if self._editing else _("Change")

    def press(self) -> None:
        """What Enter does, when nothing else has the ring."""
        if self._draft is not None and self._draft.must_choose:
            self.say(Trouble(_("It could belong to several applications."), _("Choose one first.")))
            return
        nothing = self._draft is not None and self._draft.is_nothing
        (self.left_out if nothing else self.accepted).emit()

    def _again(self) -> None:
        """Something was said that changes the other rows; the keyboard stays where it was."""
        focus = QApplication.focusWidget()
        name = focus.accessibleName() if focus is not None else ""
        self.build()
        same = next((each for each in self._fields() if each.accessibleName() == name), None)
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> list[QWidget]:
        """Where something can be changed now; the page before this one may still be about."""
        every = self._page.findChildren(QWidget) if self._page is not None else []
        return [each for each in every if isinstance(each, WRITTEN_IN) and each.isEnabled()]

    def _enter(self) -> None:
        if self._editing and isinstance(QApplication.focusWidget(), WRITTEN_IN):
            self._change()
        elif isinstance(focus := QApplication.focusWidget(), QPushButton) and self.isAncestorOf(focus):
            focus.click()  # Enter does what has the ring: Not now is never taken for Accept
        else:
            self.press()

    def _change(self) -> None:
        self._editing = not self._editing
        self.build()
        first = next(iter(self._fields()), None) if self._editing else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a value: it becomes a field, and has the keyboard."""
        found = self.childAt(event.position().toPoint())
        while found is not None and not isinstance(found, Proposal | FactRow):
            found = found.parentWidget()
        if found is None or self._editing:
            super().mouseDoubleClickEvent(event)
            return
        what = found.what
        self._change()
        same = next((each for each in self._fields() if each.accessibleName() == what), None)
        if same is not None:
            same.setFocus(Qt.FocusReason.MouseFocusReason)

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
