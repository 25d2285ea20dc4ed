"""The same numbers as a table: to read, to hear and to copy. And how they are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from afterword.insight.account import Account
from afterword.insight.saying import share_in_words
from afterword.journal.terms import Stage
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.screen.pieces.labels import label
from afterword.words import _


def table(found: Account) -> list[tuple[str, str]]:
    """What the charts show, line by line."""
    told = []
    for column in found.columns:
        told.append((column.label, str(len(column.keys))))
        told += [(f"{column.label}: {leak.label}", str(len(leak.keys))) for leak in column.leaks]
    for rate in found.rates:
        told.append((_("Passed: {stage}").format(stage=Stage(rate.stage).label), share_in_words(rate.share)))
    told += [(_("Stuck: {name}").format(name=each.name), f"{len(each.full)} / {each.of}") for each in found.stuck]
    told += [
        (_("Went well: {name}").format(name=each.name), f"{len(each.full)} / {each.of}") for each in found.confirmed
    ]
    return told


class TableSheet(Sheet):
    """Ctrl+C copies what is selected; the button copies all."""

    def __init__(self, look: Look, found: Account, parent: QWidget) -> None:
        super().__init__(look, parent, _("The same as a table"), wide=520)
        self._told = table(found)
        self.table = QTableWidget(len(self._told), 2)
        self.table.setAccessibleName(_("Numbers of this page"))
        self.table.setHorizontalHeaderLabels([_("What"), _("How many")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        for at, (what, count) in enumerate(self._told):
            self.table.setItem(at, 0, QTableWidgetItem(what))
            self.table.setItem(at, 1, QTableWidgetItem(count))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setMinimumHeight(look.px(360))
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self._copy, context=Qt.ShortcutContext.WidgetShortcut)
        self.below(self.table, 1)
        self.finish(_("Copy all"), self._copy_all)

    def _copy(self) -> None:
        rows = sorted({each.row() for each in self.table.selectedIndexes()})
        self._put([self._told[row] for row in rows] or self._told)

    def _copy_all(self) -> None:
        self._put(self._told)
        self.accept()

    def _put(self, told: list[tuple[str, str]]) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{what}\t{count}" for what, count in told))


class HowSheet(Sheet):
    """The rules, in plain words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, _("How this is counted"), wide=560)
        for text in rules():
            self.below(label(text, "body", "text2", wrap=True))
        self.finish(_("Close"), self.accept)


def rules() -> tuple[str, ...]:
    return (
        _(
            "A yes is an offer that stood, whether you took it or not. A no is a rejection, a silence that you filed, "
            "or an offer that was taken back. Withdrawn applications and closed positions judged nobody, so they are "
            "in no share."
        ),
        _(
            "A round is passed when a later one followed, or an offer. Several interviews of one round count once. "
            "A later no never takes a passed round away."
        ),
        _(
            "Below five cases there are only counts. From five to nine there is a range in words, and from ten a "
            "percentage, rounded to 5. The range would hold in 9 of 10 searches like yours (Wilson)."
        ),
        _("The bands are darker where the share is likelier (Jeffreys). The dot is what happened."),
        _(
            "An answer counts as missed only when you rated it before you knew the result. Salary, logistics and "
            "unlawful questions never count."
        ),
        _(
            "Silences count as silent up to today, and are never left out: leaving them out would make the wait "
            "look shorter."
        ),
    )
