"""The print preview: pages at the left, what goes on them at the right, and where they go below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from afterword.paper.blocks import Document, Include, plain
from afterword.preferences import Preferences
from afterword.screen import printing
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label, retone
from afterword.screen.printing.view import PagesView
from afterword.trouble import Trouble
from afterword.words import N_, _, n_

OPTIONS = {
    "feelings": N_("How it felt"),
    "names": N_("Names of the people"),
    "letters": N_("Their emails, word for word"),
    "salary": N_("Pay"),
    "debriefs": N_("Each debrief in full"),
}
PAPER_NAMES = {"A4": N_("A4"), "Letter": N_("Letter")}
MANY, FIRST = 50, 10  # of more than MANY pages only the FIRST are shown
SPOKEN = 4000  # characters of the page that a screen reader is given at once
Make = Callable[[Include], Document]


class PreviewDialog(QDialog):
    """Shows what `make` makes. `options`: the fields of Include to offer; one that changes nothing is left out.

    Where debriefs are an option, the others are about them, and wait until they are wanted.
    """

    troubled = Signal(Trouble)
    saved = Signal(Path)

    def __init__(
        self, look: Look, make: Make, options: Sequence[str], preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._make, self._preferences = look, make, preferences
        self._include = Include()
        self._document = make(self._include)
        self.setWindowTitle(_("Print {title}").format(title=self._document.title))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = PagesView(look)
        self.nothing = label(
            _("Write two minutes first, then there is something to print."), "lead", "text2", wrap=True
        )
        self.count = label("", "small", "text3")
        self.paper = self._paper_choice()
        known = "debriefs" in options  # made only when they are wanted: there may be thousands
        self.ticks = {name: self._tick(name) for name in options if known or self._matters(name)}
        self._depend()
        self.said = label("", "small", "text2", wrap=True)
        self._make_buttons()
        self._build()
        self.pages.turned.connect(self._tell_page)
        self._show()
        self.pages.setFocus()

    # What it is made of

    def _paper_choice(self) -> QComboBox:
        box = QComboBox()
        for name in printing.PAPERS:
            box.addItem(_(PAPER_NAMES[name]), name)
        wanted = self._preferences.paper or printing.default_paper()
        box.setCurrentIndex(max(0, box.findData(wanted)))
        box.setAccessibleName(_("Paper"))
        box.currentIndexChanged.connect(self._choose_paper)
        return box

    def _matters(self, option: str) -> bool:
        flipped = replace(self._include, **{option: not getattr(self._include, option)})
        return self._make(flipped).blocks != self._document.blocks

    def _tick(self, option: str) -> QCheckBox:
        box = QCheckBox(_(OPTIONS[option]))
        box.setAccessibleName(_("Include: {what}").format(what=box.text()))
        box.setChecked(getattr(self._include, option))
        box.toggled.connect(lambda on: self._choose(option, on))
        return box

    def _depend(self) -> None:
        for name, tick in self.ticks.items():
            tick.setEnabled(name == "debriefs" or "debriefs" not in self.ticks or self._include.debriefs)

    def _make_buttons(self) -> None:
        look = self._look
        self.print_button = button(look, _("Print…"), "primary", "printer")
        self.pdf_button = button(look, _("Save as PDF…"), "", "file-down")
        self.markdown_button = button(look, _("Save as Markdown…"), "", "file-text")
        self.close_button = button(look, _("Close"), "quiet")
        self.markdown_button.setToolTip(_("The same words as plain text, which a screen reader reads best."))
        self.print_button.clicked.connect(self.print_pages)
        self.pdf_button.clicked.connect(self.ask_pdf)
        self.markdown_button.clicked.connect(lambda: self._ask_file("md", self.save_markdown))
        self.close_button.clicked.connect(self.reject)
        for each in (self.print_button, self.pdf_button, self.markdown_button, self.close_button):
            each.setAutoDefault(False)

    def _build(self) -> None:
        px = self._look.px
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.pages)
        empty = QWidget()
        empty.setLayout(column("*", self.nothing, "*", margins=(px(48), 0, px(48), 0)))
        self.stack.addWidget(empty)
        left = column((self.stack, 1), row("*", self.count, "*"), space=px(8), margins=(0, 0, 0, px(8)))
        side = QWidget()
        side.setLayout(self._side())
        widest = max((tick.sizeHint().width() for tick in self.ticks.values()), default=0)
        side.setFixedWidth(max(px(236), widest + 2 * px(18)))
        whole = row((left, 1), side, space=0)
        self.setLayout(whole)
        room = self.screen().availableSize() * 0.96  # its buttons must never be beyond the edge of the screen
        self.setMinimumSize(QSize(px(640), px(440)).boundedTo(room))
        self.resize(QSize(px(940), px(720)).boundedTo(room))
        order = [self.pages, self.paper, *self.ticks.values(), self.print_button, self.pdf_button, self.markdown_button,
                 self.close_button]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _side(self) -> QVBoxLayout:
        px = self._look.px
        name = label(_("Paper"), "small_m", "text2")
        name.setBuddy(self.paper)
        include = label(_("Include"), "small_m", "text2") if self.ticks else None
        return column(
            label(_("Print"), "title"), 4, name, self.paper, 8, include, *self.ticks.values(), "*", self.said,
            *self._wide(self.print_button, self.pdf_button, self.markdown_button, self.close_button),
            space=px(8), margins=(px(18), px(18), px(18), px(16)),
        )  # fmt: skip

    def _wide(self, *buttons: QWidget) -> list[QWidget]:
        for each in buttons:
            policy = each.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Expanding)
            each.setSizePolicy(policy)
        return list(buttons)

    # What a person chooses

    def _choose_paper(self) -> None:
        self._preferences.paper = str(self.paper.currentData())
        self._show()

    def _choose(self, option: str, on: bool) -> None:
        self._include = replace(self._include, **{option: on})
        self._depend()
        self._document = self._make(self._include)
        self._show()

    def _show(self) -> None:
        """Lay it out anew, and say how many pages it has."""
        sheets = printing.Sheets(self._document, self._paper())
        self._total = len(sheets)
        self.pages.show_sheets(sheets, FIRST if self._total > MANY else self._total)
        empty = self._document.empty
        self.stack.setCurrentIndex(1 if empty else 0)
        self.count.setVisible(not empty)
        self.pages.setAccessibleDescription(plain(self._document)[:SPOKEN])
        for each in (self.pdf_button, self.markdown_button, self.print_button):
            each.setEnabled(not empty)
        self._tell_page(self.pages.page)
        if not empty and not _has_printer():
            self.print_button.setEnabled(False)
            self._say(_("There is no printer on this computer. A PDF can be saved all the same."))

    def _tell_page(self, page: int) -> None:
        text = _("{n} of {count}").format(n=page, count=self._total)
        if self._total > MANY:
            pages = n_("{n} page", "{n} pages", self._total)
            text = _("{n} of the first {first}, {pages} in all").format(n=page, first=FIRST, pages=pages)
        self.count.setText(text)
        self.pages.setAccessibleName(_("Preview, page {page}").format(page=text))

    def _paper(self) -> str:
        return str(self.paper.currentData())

    def _say(self, text: str, tone: str = "text2") -> None:
        retone(self.said, tone)
        self.said.setText(text)

    # Where the pages go

    def _ask_file(self, ending: str, save: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, _("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        kind = _("PDF") if ending == "pdf" else _("Markdown")
        dialog.setNameFilter(f"{kind} (*.{ending})")
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(f"{self._document.file_name or 'Afterword'}.{ending}")
        dialog.fileSelected.connect(save)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_pdf(self) -> None:
        """Ask where to, and save."""
        self._ask_file("pdf", self.save_pdf)

    def save_pdf(self, path: str) -> None:
        self._save(path, lambda file: printing.write_pdf(self._document, file, self._paper()))

    def save_markdown(self, path: str) -> None:
        self._save(path, lambda file: printing.write_markdown(self._document, file))

    def _save(self, path: str, write: Callable[[Path], object]) -> None:
        """Trouble is said here, where it is seen, and to the window."""
        file = Path(path)
        try:
            write(file)
        except Trouble as trouble:
            self._trouble(trouble)
        else:
            self._say(_("Saved as {name}.").format(name=file.name))
            self.saved.emit(file)

    def _trouble(self, trouble: Trouble) -> None:
        self._say(str(trouble), "taught")
        self.troubled.emit(trouble)

    def print_pages(self) -> None:
        """Ask the system which printer, how many, which pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageSize(QPageSize(printing.PAPERS[self._paper()]))
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, self._total)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._send)
        QDialog.open(dialog)  # QPrintDialog has another open, which hides this one

    def _send(self, *_printer: object) -> None:
        try:
            printing.send(self._document, self._printer)
        except Trouble as trouble:
            self._trouble(trouble)
        else:
            self._say(_("Sent to {name}.").format(name=self._printer.printerName()))


def _has_printer() -> bool:
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())
