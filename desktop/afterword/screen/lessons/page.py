"""Lessons: what the noes taught and the yeses confirmed, in numbers that stay honest, each a door."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from afterword.insight import flow as flows
from afterword.insight.account import Account, account
from afterword.journal import lessons, searches, verdicts
from afterword.journal.stories import LessonFact
from afterword.screen.charts.sankey import Sankey
from afterword.screen.counting import Counting
from afterword.screen.desk import Desk
from afterword.screen.lessons.behind import BehindSheet
from afterword.screen.lessons.claims import Claims
from afterword.screen.lessons.lesson import LessonMenu
from afterword.screen.lessons.rows import ConfirmedCard, TaughtCard
from afterword.screen.lessons.stepped import StepsCard
from afterword.screen.lessons.table import HowSheet, TableSheet
from afterword.screen.look import Look
from afterword.screen.pieces.again import keeping_focus
from afterword.screen.pieces.boxes import Card, column, row, scroll
from afterword.screen.pieces.buttons import Segmented, Tool, button, tool
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _, n_

NARROW = 900  # px at 100 %: below, cards stand one below the other


class LessonsPage(QWidget):
    """Made anew whenever the numbers are; the old ones stay until then."""

    opened = Signal(object)  # interview or application
    said = Signal(str)
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("lessons")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._look, self._desk = look, desk
        self.account: Account | None = None
        self.search = self._here = 0
        self._narrow = self._whole = False
        self.chart: Sankey | None = None
        self.counting = Counting(desk, self, account)
        self.counting.counted.connect(self._counted)
        self.counting.troubled.connect(self.troubled)
        self._shown = QWidget()
        self._column = column((self._shown, 1), margins=(24, 16, 24, 18))
        inside = QWidget()
        inside.setLayout(self._column)
        self.setLayout(column((scroll(inside), 1)))
        look.changed.connect(self._build)

    def look_at(self, search_id: int) -> None:
        """Shown now, for the search that is looked at everywhere."""
        if search_id != self._here:
            self._here = self.search = search_id
        self.counting.watch(self.search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._build()

    def _counted(self, found: Account) -> None:
        self.account = found
        self._build()

    def _build(self) -> None:
        if self.account is not None:
            keeping_focus(self, self._make)

    def _make(self) -> None:
        assert self.account is not None
        fresh = QWidget()
        fresh.setLayout(column(*self._parts(self.account), "*", space=12))
        self._shown.hide()
        self._shown.deleteLater()
        self._column.replaceWidget(self._shown, fresh)
        self._shown = fresh

    def _parts(self, found: Account) -> list[object]:
        if not found.past.episodes:
            nothing = label(_("What your interviews leave stands here, once there are some."), "body", "text2")
            return [label(_("Lessons"), "page"), nothing]
        taught = TaughtCard(self._look, found, self._lessons(), self._open, self._about_lesson, whole=self._whole)
        taught.whole_wanted.connect(self._show_whole)
        confirmed = ConfirmedCard(self._look, found, self._open)
        steps = StepsCard(self._look, found.steps, self._open)
        lay = column if self._narrow else row
        claims = Claims(self._look, found, verdicts.answers(self._desk.journal), self._answer, self._open)
        return [
            self._head(found), self._sentence(found), lay((taught, 1), (confirmed, 1), space=14),
            lay((self._flow(found), 5), (steps, 3), space=14), claims,
        ]  # fmt: skip

    def _head(self, found: Account) -> object:
        names = {each.id: each.name for each in searches.every(self._desk.journal)}
        counts = (
            n_("{n} application", "{n} applications", len(found.past.episodes)),
            n_("{n} interview", "{n} interviews", found.held),
            n_("{n} debrief", "{n} debriefs", found.debriefs),
        )
        told = f"{names.get(self.search, _('All job searches'))} · {', '.join(counts)}"
        words = column(label(_("Lessons"), "page"), label(told, "small", "text2"), space=1)
        if len(names) < 2:
            return row(words, "*")
        which = Segmented(
            self._look, (_("This search"), _("Everything")), 0 if self.search else 1, name=_("What is counted")
        )
        which.chosen.connect(self._switch)
        return row(words, "*", which)

    def _switch(self, index: int) -> None:
        every = searches.every(self._desk.journal)
        self.search = 0 if index else (self._here or every[0].id)
        self.counting.watch(self.search)

    def _sentence(self, found: Account) -> object:
        how = button(self._look, _("How this is counted"), "link")
        how.clicked.connect(lambda: HowSheet(self._look, self.window()).open())
        return row((label(found.sentence, "read", "text", wrap=True), 1), how, space=16)

    def _flow(self, found: Account) -> Card:
        card, columns = Card(self._look), found.columns
        title = n_("Where {n} application went", "Where {n} applications went", len(columns[0].keys))
        table = button(self._look, _("As a table"), "link")
        table.clicked.connect(lambda: TableSheet(self._look, found, self.window()).open())
        more = tool(self._look, "ellipsis", _("Save or copy the chart"))
        more.clicked.connect(lambda: self._keep(more, columns))
        self.chart = Sankey(self._look, columns)
        self.chart.opened.connect(self._open)
        noes, after = found.noes
        words = label(flows.noes_in_words(noes, after), "own", "text2", wrap=True) if noes else None
        card.setLayout(
            column(
                row(label(title, "lead"), "*", table, more), self.chart, words, "*", space=8, margins=(18, 14, 14, 14)
            )
        )
        return card

    def _show_whole(self) -> None:
        self._whole = True
        self._build()

    def _lessons(self) -> tuple[LessonFact, ...]:
        return lessons.of_search(self._desk.journal, self.search)

    # What was asked for

    def _open(self, title: str, keys: tuple[int, ...]) -> None:
        assert self.account is not None
        if keys and keys[0] < 0:
            keys = lessons.interviews_of(self._desk.journal, -keys[0])
        sheet = BehindSheet(self._look, title, self.account.past, keys, self.window())
        sheet.chosen.connect(self.opened)
        sheet.open()

    def _answer(self, key: str, subject: str, verdict: str) -> None:
        self._desk.do(verdicts.answer, key, subject, verdict)

    def _about_lesson(self, lesson: LessonFact, where: Tool) -> None:
        menu = LessonMenu(self._look, self._desk, lesson, self)
        menu.said.connect(self.said)
        menu.troubled.connect(self.troubled)
        menu.popup(where.mapToGlobal(where.rect().bottomLeft()))

    def _keep(self, where: Tool, columns: tuple[flows.Column, ...]) -> None:
        menu = QMenu(self)
        menu.addAction(_("Save as picture…")).triggered.connect(lambda: self._save())
        copy = menu.addAction(_("Copy as SankeyMATIC text"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(flows.as_sankeymatic(columns)))
        menu.popup(where.mapToGlobal(where.rect().bottomLeft()))

    def _save(self) -> None:
        dialog = QFileDialog(self, _("Save the chart"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Drawing (*.svg)"), _("Picture (*.png)")])
        dialog.setDefaultSuffix("svg")
        dialog.selectFile("afterword.svg")
        dialog.fileSelected.connect(self._save_as)
        dialog.open()

    def _save_as(self, name: str) -> None:
        path = Path(name)
        try:
            if self.chart is not None:
                self.chart.save(path)
        except OSError:
            told = _("{name} could not be written.").format(name=path.name)
            self.troubled.emit(Trouble(told, _("Choose another folder.")))
        else:
            self.said.emit(_("Saved as {name}.").format(name=path.name))
