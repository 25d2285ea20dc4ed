"""The sidebar: places, saved filters, job searches, and the promise at its foot. Narrow, it becomes a rail."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from afterword.journal import rows, searches
from afterword.journal.change import Change
from afterword.screen.desk import Desk
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Panel, row
from afterword.screen.pieces.buttons import NavButton
from afterword.screen.pieces.labels import eyebrow, label
from afterword.screen.pieces.marks import Icon
from afterword.words import N_, _

SHOWN = (
    (N_("Needs a debrief"), "is:debrief", "needs_debrief"),
    (N_("Coming up"), "is:soon", "soon"),
    (N_("Didn’t work out"), "is:no", "no"),
    (N_("Offers"), "is:offer", "offer"),
)
WIDTH, RAIL = 204, 56


class Sidebar(Panel):
    """Signals what was asked for; the window goes there."""

    place_wanted = Signal(str)
    filter_wanted = Signal(str)
    search_wanted = Signal(object)  # key of a job search, 0 for all: wider than a C int

    def __init__(self, look: Look, desk: Desk, search: int) -> None:
        super().__init__(look, "window", "r")
        self.setObjectName("sidebar")
        self.setAccessibleName(_("Places"))
        self._look, self._desk = look, desk
        self._rail = False
        self._place, self._filter, self._search = "interviews", "", search
        self._unfiled = 0
        self._layout = QVBoxLayout(self)
        self._body: QWidget | None = None
        look.changed.connect(self.build)
        desk.changed.connect(self._refresh)
        self.build()

    def set_rail(self, rail: bool) -> None:
        if rail != self._rail:
            self._rail = rail
            self.build()

    def set_state(self, place: str, filter_text: str, search: int, unfiled: int) -> None:
        """Show where the window is."""
        state = (place, filter_text, search, unfiled)
        if state != (self._place, self._filter, self._search, self._unfiled):
            self._place, self._filter, self._search, self._unfiled = state
            self.build()

    def _refresh(self, change: Change) -> None:
        if change.touches("application", "interview", "reflection", "search", "letter", "question"):
            self.build()

    def build(self) -> None:
        """Make all buttons anew: their counts, widths and texts depend on everything."""
        # Only what really has the keyboard: a pane remembers an old focus too, and must not take it from a text.
        focused = self.focusWidget()
        kept = focused.objectName() if focused is not None and focused.hasFocus() else ""
        px = self._look.px
        self.setFixedWidth(px(RAIL if self._rail else WIDTH))
        self._layout.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(8), px(10), px(9), px(10))
        column.setSpacing(px(2))
        self._fill(column)
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.addWidget(body)
        if kept and (again := self.findChild(QWidget, kept)):
            again.setFocus()

    def _fill(self, column: QVBoxLayout) -> None:
        counts = rows.counts(self._desk.journal, self._search)
        empty = not counts["interviews"] and not counts["applications"]
        here = self._place == "interviews"
        interviews = self._nav(_("Interviews"), "briefcase-business", None if empty else counts["interviews"], here)
        interviews.clicked.connect(lambda: self.place_wanted.emit("interviews"))
        column.addWidget(interviews)
        if not empty:
            waiting = self._nav(_("Waiting"), "hourglass", counts["wait"], self._place == "waiting")
            waiting.clicked.connect(lambda: self.place_wanted.emit("waiting"))
            column.addWidget(waiting)
            lessons = self._nav(_("Lessons"), "book-open-text", None, self._place == "lessons")
            lessons.clicked.connect(lambda: self.place_wanted.emit("lessons"))
            column.addWidget(lessons)
        if self._unfiled:
            unfiled = self._nav(_("Unfiled emails"), "inbox", self._unfiled, self._place == "unfiled")
            unfiled.clicked.connect(lambda: self.place_wanted.emit("unfiled"))
            column.addWidget(unfiled)
        if not self._rail and not empty:
            self._fill_filters(column, counts)
            self._fill_searches(column)
        column.addStretch(1)
        if self._rail:
            column.addWidget(self._lock(), 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            foot = row(Icon(self._look, "lock", "text3", 13), label(_("Only on this computer"), "small", "text3"), "*")
            foot.setContentsMargins(self._look.px(10), 0, 0, self._look.px(2))
            column.addLayout(foot)

    def _fill_filters(self, column: QVBoxLayout, counts: dict[str, int]) -> None:
        self._heading(column, _("Show"))
        for text, token, count in SHOWN:
            button = self._nav(_(text), "", counts[count], self._filter == token)
            button.clicked.connect(lambda _on=False, t=token: self.filter_wanted.emit("" if t == self._filter else t))
            column.addWidget(button)

    def _fill_searches(self, column: QVBoxLayout) -> None:
        every = searches.every(self._desk.journal)
        if not every:
            return
        self._heading(column, _("Job searches"))
        for each in every[:8]:
            chosen = each.id == self._search
            button = self._nav(each.name, "", each.interviews, chosen)
            button.clicked.connect(lambda _on=False, k=0 if chosen else each.id: self.search_wanted.emit(k))
            column.addWidget(button)

    def _heading(self, column: QVBoxLayout, text: str) -> None:
        column.addSpacing(self._look.px(16))
        line = row(eyebrow(text), "*")
        line.setContentsMargins(self._look.px(10), 0, self._look.px(4), self._look.px(2))
        column.addLayout(line)

    def _nav(self, text: str, icon: str, count: int | None, on: bool) -> NavButton:
        dot = "wait_mark" if icon in ("inbox", "hourglass") else None
        button = NavButton(self._look, text, icon, count=count, dot=dot, rail=self._rail)
        button.setObjectName(f"nav:{icon}:{text}")
        button.setChecked(on)
        return button

    def _lock(self) -> Icon:
        icon = Icon(self._look, "lock", "text2", 17)
        icon.setToolTip(_("Only on this computer"))
        icon.setAccessibleName(_("Only on this computer"))
        return icon
