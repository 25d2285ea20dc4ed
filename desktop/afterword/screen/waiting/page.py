"""Waiting: each silence against one's own experience, once a day, and then it is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from afterword.insight.waiting import APPLICATION, INTERVIEW, Band, Open
from afterword.journal import applications, waits
from afterword.journal.terms import FEELING_SCALE, Status
from afterword.screen.counting import Counting
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.again import keeping_focus
from afterword.screen.pieces.boxes import Card, Flow, column, hairline, row, scroll
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.screen.waiting.line import WaitingLine
from afterword.trouble import Trouble
from afterword.words import _, n_

MOST = 40  # lines at first
WIDE = 880


class WaitingPage(QWidget):
    """Made anew whenever the numbers are; what was there stays until then."""

    opened = Signal(object)
    said = Signal(str)  # with Undo
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("waiting")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._look, self._desk = look, desk
        self._counted_once = False
        self._all = False
        self.lines: list[WaitingLine] = []
        self.open: list[Open] = []
        self.counting = Counting(desk, self, lambda past: past.open)
        self.counting.counted.connect(self._counted)
        self.counting.troubled.connect(self.troubled)
        self._inside = QWidget()
        self.setLayout(column((scroll(self._inside), 1)))
        self._shown = QWidget()
        self._column = column((self._shown, 1), margins=(24, 18, 24, 18))
        self._inside.setLayout(self._column)
        look.changed.connect(self._build)

    def look_at(self, search_id: int) -> None:
        """Shown now."""
        self.counting.watch(search_id)

    def _counted(self, found: tuple[Open, ...]) -> None:
        self._counted_once, self.open = True, list(found)
        self._build()

    def _build(self) -> None:
        if self._counted_once:
            keeping_focus(self, self._make)

    def _make(self) -> None:
        fresh, holder = QWidget(), QWidget()
        fresh.setMaximumWidth(self._look.px(WIDE))
        fresh.setLayout(column(*self._parts(), "*", space=8))
        holder.setLayout(row((fresh, 100), "*"))
        self._shown.hide()
        self._shown.deleteLater()
        self._column.replaceWidget(self._shown, holder)
        self._shown = holder

    def _parts(self) -> list[object]:
        self.lines = []
        if not self.open:
            return [label(_("Waiting"), "page"), label(_("No answers outstanding."), "body", "text2")]
        count = n_("{n} answer outstanding.", "{n} answers outstanding.", len(self.open))
        calm = _("Silence is the usual state, not a sign.")
        parts: list[object] = [label(_("Waiting"), "page"), label(f"{count} {calm}", "body", "text2")]
        shown = self.open if self._all else self.open[:MOST]
        whole = min(90, max(35, *(each.days for each in shown), *(each.usual.last + 5 for each in shown)))
        for after, heading in ((INTERVIEW, _("After interviews")), (APPLICATION, _("After applying"))):
            some = [each for each in shown if each.silence.after == after]
            if some:
                parts += [4, self._heading(heading, some[0].usual), self._list(some, whole)]
        if len(shown) < len(self.open):
            more = button(self._look, _("Show all {n}").format(n=len(self.open)), "link")
            more.clicked.connect(self._show_all)
            parts.append(row(more, "*"))
        return [*parts, 4, self._today()]

    def _show_all(self) -> None:
        self._all = True
        self._build()

    def _heading(self, text: str, usual: Band) -> QVBoxLayout:
        told = _("Half of your answers so far came between day {first} and day {last} (the shaded part).")
        if not usual.own:
            told = _(
                "The shaded part, day {first} to {last}, is a plain default until five answers of your own are known."
            )
        said = label(told.format(first=usual.first, last=usual.last), "small", "text2", wrap=True)
        return column(label(text, "body_s"), said, space=1)

    def _list(self, shown: Sequence[Open], whole: int) -> Card:
        today = self._desk.journal.now().date()
        reminders = waits.reminders(self._desk.journal)
        items: list[object] = []
        for each in shown:
            found = reminders.get(each.silence.episode.id)
            line = WaitingLine(self._look, each, whole, found.on if found else None, today)
            self._wire(line)
            self.lines.append(line)
            items += [hairline(self._look), line] if items else [line]
        card = Card(self._look)
        card.setLayout(column(*items, space=0, margins=(0, 4, 0, 4)))
        return card

    def _wire(self, line: WaitingLine) -> None:
        line.opened.connect(self.opened)
        line.note_wanted.connect(self._draft)
        line.remind_wanted.connect(self._remind)
        line.silent_wanted.connect(self._file)

    def _today(self) -> Card:
        """Nothing has to be done; once a day one question, and it may stay unanswered."""
        card = Card(self._look, "accent_wash", "accent_line")
        rest = label(_("Nothing here needs you today."), "body", "text2")
        if waits.looked_today(self._desk.journal):
            card.setLayout(column(label(_("While you wait"), "body_s"), rest, space=2, margins=(16, 12, 16, 12)))
            return card
        pills = [button(self._look, _(text)) for text in FEELING_SCALE]
        for value, pill in enumerate(pills):
            pill.setAccessibleName(_("Anxious: {text}").format(text=_(FEELING_SCALE[value])))
            pill.clicked.connect(lambda _on=False, v=value: self._desk.do(waits.look, v))
        skip = button(self._look, _("Not today"), "quiet")
        skip.clicked.connect(lambda: self._desk.do(waits.look, None))
        ask = label(_("How anxious is the waiting today? Asked once a day, and only here."), "body", "text2", wrap=True)
        inside = column(
            label(_("While you wait"), "body_s"), rest, ask, Flow(*pills, skip), space=6, margins=(16, 12, 16, 12)
        )
        card.setLayout(inside)
        return card

    # What a line asks for

    def _silence(self, key: int) -> Open | None:
        return next((each for each in self.open if each.silence.episode.id == key), None)

    def _draft(self, key: int) -> None:
        from afterword.screen.waiting.note import NoteSheet

        if found := self._silence(key):
            NoteSheet(self._look, found.silence, self.window()).open()

    def _file(self, key: int) -> None:
        if found := self._silence(key):
            self._try(
                lambda: self._desk.do(applications.move, key, Status.GHOSTED),
                _("{company} is filed as no reply.").format(company=found.silence.episode.company),
            )

    def _remind(self, key: int, on: object) -> None:
        if on is None:
            self._try(lambda: self._desk.do(waits.let_be, key), _("No reminder."))
        elif isinstance(on, date):
            self._try(lambda: self._desk.do(waits.remind, key, on), "")
        else:
            from afterword.screen.waiting.remind import RemindSheet

            RemindSheet(self._look, self._desk, key, self.window()).open()

    def _try(self, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except Trouble as trouble:
            self.troubled.emit(trouble)
        else:
            if said:
                self.said.emit(said)
