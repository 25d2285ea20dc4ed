"""The list half of the Interviews place: title, filter line, what is next, and the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from afterword.journal import interviews, rows, searches
from afterword.journal.change import Change
from afterword.journal.finding import Filter, parse
from afterword.journal.rows import Order
from afterword.journal.stories import Row
from afterword.preferences import Preferences
from afterword.screen.desk import Desk
from afterword.screen.grid import Grid
from afterword.screen.look import Look
from afterword.screen.pages.filter_line import FilterLine
from afterword.screen.pages.list_head import ListHead
from afterword.screen.pages.next_up import NextUp
from afterword.screen.pages.nothing import Nothing
from afterword.screen.seeker import Seeker
from afterword.screen.table import Asked, InterviewTable
from afterword.screen.typed_in import write
from afterword.screen.whereabouts import next_company
from afterword.trouble import Trouble

NARROW = 520  # px at 100 %
TICK = 60_000  # ms: how often it is looked whether the clock has moved a row


class ListPane(QWidget):
    """Shows what the journal answers to what is asked here; the window hears what was chosen."""

    delete_wanted = Signal()
    filter_changed = Signal(str)
    new_wanted = Signal()
    opened = Signal(object, str)
    print_wanted = Signal()
    read_wanted = Signal(object)
    selected = Signal(object, str)
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("listing")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._look, self._desk, self._preferences = look, desk, preferences
        self._model = InterviewTable(desk, self)
        self._seeker = Seeker(desk.journal, self)
        self._as_of = (desk.journal.now().date(), 0)
        self.head = ListHead(look, preferences)
        self.filter_line = FilterLine(look)
        self.next_up = NextUp(look, desk)
        self.table = Grid(look, self._model)
        self.nothing = Nothing(look)
        self._lay_out()
        self._wire()
        self.apply_preferences()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._clock.start(TICK)

    def _lay_out(self) -> None:
        self._strip = QHBoxLayout()
        self._strip.addWidget(self.next_up)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.filter_line)
        layout.addLayout(self._strip)
        layout.addWidget(self._stack, 1)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self._strip.setContentsMargins(px(16), px(4), px(14), px(8))
        self._fit()

    def _wire(self) -> None:
        """Every connection, by the name of who speaks."""
        self._desk.changed.connect(self._changed)
        self._look.changed.connect(self._dress)
        self._model.arranged.connect(self._arranged)
        self._seeker.found.connect(self._found)
        self._seeker.troubled.connect(self.troubled)
        self.filter_line.changed.connect(self._typed)
        self.filter_line.chosen.connect(self.set_filter)
        self.filter_line.field.left.connect(self.table.setFocus)
        self.head.grouped.connect(self.set_group)
        self.head.new_wanted.connect(self.new_wanted)
        self.head.print_wanted.connect(self.print_wanted)
        self.head.sorted.connect(self.set_sort)
        self.next_up.read_wanted.connect(self.read_wanted)
        self.nothing.clear_wanted.connect(lambda: self.set_filter(""))
        self.table.chosen.connect(self.selected)
        self.table.columns_wanted.connect(self.set_columns)
        self.table.delete_wanted.connect(self.delete_wanted)
        self.table.edited.connect(self._edited)
        self.table.opened.connect(self.opened)
        self.table.outcome_wanted.connect(self.set_outcome)
        self.table.search_wanted.connect(self._go_to_company)
        self.table.sort_wanted.connect(self._sort_by_header)

    # What is shown

    @property
    def find_field(self) -> QWidget:
        return self.filter_line.field

    def apply_preferences(self) -> None:
        """Show everything as the preferences have it."""
        chosen = self._preferences
        self.table.set_density(chosen.density)
        self.table.set_columns(chosen.columns)
        self.table.header.show_sort(chosen.sort, chosen.descending)
        self._ask(group=chosen.group, sort=chosen.sort, descending=chosen.descending, search_id=chosen.search)
        self._refresh_around()

    def set_group(self, key: str) -> None:
        """outcome, month, company, stage or none"""
        self._preferences.group = key
        self._ask(group=key)

    def set_sort(self, key: str, descending: bool = False) -> None:
        """Sort within the sections; an empty key is the order that was there before."""
        self._preferences.sort, self._preferences.descending = key, descending
        self.table.header.show_sort(key, descending)
        self._ask(sort=key, descending=descending)

    def _sort_by_header(self, key: str) -> None:
        """A name pressed once sorts, twice reverses, and a third time restores."""
        now = self._model.asked
        if now.sort != key:
            self.set_sort(key)
        elif not now.descending:
            self.set_sort(key, True)
        else:
            self.set_sort("")

    def set_density(self, density: str) -> None:
        self._preferences.density = density
        self.table.set_density(density)

    def set_columns(self, keys: Sequence[str]) -> None:
        self._preferences.columns = list(keys)
        self.table.set_columns(keys)

    def set_search(self, key: int) -> None:
        """Which job search is looked at; 0 for all."""
        self._ask(search_id=key)
        self._refresh_around()

    def set_menu_actions(self, actions: list[QAction]) -> None:
        self.table.set_menu_actions(actions)

    def _ask(self, **what: Any) -> None:
        self._seeker.forget()
        self._model.ask(filter=self._filter(), **what)

    def _filter(self) -> Filter | None:
        found = parse(self.filter_line.text())
        return None if found.empty else found

    # Finding

    def find(self) -> None:  # type: ignore[override]
        """Go to the find field, ready to type over what is in it."""
        self.filter_line.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_line.field.selectAll()

    def filter_text(self) -> str:
        return self.filter_line.text()

    def set_filter(self, text: str) -> None:
        """Show what a text finds, at once."""
        self.filter_line.set_text(text)
        self._ask()
        self.filter_changed.emit(text)

    def _typed(self, text: str) -> None:
        """A key in the find field: never waits for the answer."""
        self._seeker.ask(replace(self._model.asked, filter=self._filter()))
        self.filter_changed.emit(text)

    def _found(self, asked: Asked, order: Order) -> None:
        self._model.asked = asked
        self._model.show(order)

    def _go_to_company(self, typed: str) -> None:
        key = next_company(self._desk.journal, self._model, self.table.currentIndex().row(), typed)
        if key:
            self.select(key)

    # Choosing

    def current(self) -> Row | None:
        """The row that is chosen."""
        return self._model.row_at(self.table.currentIndex().row())

    def select(self, key: int) -> bool:
        """Choose a row by its id. A filter that hides it is taken away, and the choice of another job search."""
        if self.table.choose(key):
            return True
        if not self._model.asked.filter and not self._model.asked.search_id:
            return False
        everything = rows.page(self._desk.journal, [key])
        if key not in everything:
            return False
        self.filter_line.set_text("")
        self._ask()
        found = self.table.choose(key)
        if not found:
            self._preferences.search = 0
            self.set_search(0)
            found = self.table.choose(key)
        self.filter_changed.emit("")
        return found

    def select_first(self) -> None:
        """Choose the first row, when none is chosen."""
        if self.current() is None:
            self.step(1)

    def select_application(self, key: int) -> None:
        """Choose the last interview of an application, or the application itself."""
        found = rows.last_of(self._desk.journal, key)
        if found:
            self.select(found)

    def application_at(self, row: int) -> int:
        """The application a row of the table belongs to; 0 for a section."""
        found = self._model.row_at(row)
        return found.application_id if found else 0

    def step(self, by: int) -> None:
        self.table.step(by)

    # Changing

    def edit_cell(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.table.edit_here()

    def popup_outcome(self) -> None:
        self.table.popup_outcome()

    def set_outcome(self, key: int, letter: str) -> None:
        self._try(lambda: self._desk.do(interviews.set_outcome, key, letter))

    def _edited(self, key: int, column: str, value: Any) -> None:
        row = rows.page(self._desk.journal, [key]).get(key)
        if row is not None:
            self._try(lambda: write(self._desk, row, column, value))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Trouble as trouble:
            self.troubled.emit(trouble)

    # Hearing

    def _changed(self, _change: Change) -> None:
        self._seeker.again()
        self._refresh_around()

    def _refresh_around(self) -> None:
        journal, search = self._desk.journal, self._model.asked.search_id
        counts = rows.counts(journal, search)
        self.filter_line.set_counts(counts)
        self.head.set_search(searches.every(journal), search, counts)
        self.next_up.refresh()

    def _arranged(self) -> None:
        count, text = self._model.count, self.filter_line.text().strip()
        self._stack.setCurrentWidget(self.table if count or not text else self.nothing)
        self.nothing.set_text(text)
        self.filter_line.announce(count)

    def _tick(self) -> None:
        """What was ahead may be over, and a new day has begun once a day."""
        ahead = interviews.next_up(self._desk.journal)
        as_of = (self._desk.journal.now().date(), ahead.id if ahead else 0)
        if as_of != self._as_of:
            self._as_of = as_of
            self._model.refresh()
            self._refresh_around()

    def close_down(self) -> None:
        """Let go of the journal."""
        self._clock.stop()
        self._seeker.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._look.px(NARROW)
        for part in (self.head, self.filter_line, self.next_up):
            part.set_narrow(narrow)
