"""Where pages go: a PDF file, pictures for the preview, a printer."""

from __future__ import annotations

import contextlib
import errno
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from afterword.paper.blocks import Document, tidy
from afterword.paper.markdown import markdown
from afterword.screen.printing.faces import UNITS
from afterword.screen.printing.flow import Page, lay_out
from afterword.trouble import Trouble
from afterword.words import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPERS = {"A4": QPageSize.PageSizeId.A4, "Letter": QPageSize.PageSizeId.Letter}
POINTS = 72
FINE = 1200  # dots an inch in a PDF


def default_paper() -> str:
    """Letter where the inch is at home, A4 everywhere else."""
    metric = QLocale().measurementSystem()
    return "Letter" if metric == QLocale.MeasurementSystem.ImperialUSSystem else "A4"


def size_of(paper: str) -> QSizeF:
    """Of one sheet, in points."""
    return QSizeF(QPageSize(PAPERS[paper]).sizePoints())


def write_pdf(document: Document, path: Path, paper: str) -> int:
    """Save as PDF, in one piece or not at all. The number of pages; Trouble when the file cannot be written."""
    data, pages = pdf_bytes(document, paper)
    _replace(path, data)
    return pages


def write_markdown(document: Document, path: Path) -> None:
    """Save the same content as text that a screen reader reads best."""
    _replace(path, markdown(document).encode("utf-8"))


def pdf_bytes(document: Document, paper: str) -> tuple[bytes, int]:
    """The PDF, and how many pages it has."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(PAPERS[paper]))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(FINE)
    writer.setTitle(tidy(document.title))
    writer.setCreator("Afterword")
    pages = lay_out(document, size_of(paper))
    painter = QPainter(writer)
    for n, page in enumerate(pages):
        if n:
            writer.newPage()
        _paint(page, painter, FINE)
    painter.end()
    return _with_spaces(bytes(buffer.data().data())), len(pages)


def _with_spaces(pdf: bytes) -> bytes:
    """Qt calls the glyph of the space a tab, and nobody could find "two words": say what it is, at the same length."""

    def correct(found: re.Match[bytes]) -> bytes:
        return found.group().replace(b"<0009>", b"<0020>")

    return _GLYPHS.sub(correct, pdf)


_GLYPHS = re.compile(rb"> \[(?:<[0-9A-F]{4,8}> )+\]\n")  # a line of a font's table: the Unicode of some glyphs


class Sheets:
    """A document laid out for the preview: each page drawn at the size that is asked for."""

    def __init__(self, document: Document, paper: str) -> None:
        self.size = size_of(paper)
        self._pages = lay_out(document, self.size)

    def __len__(self) -> int:
        return len(self._pages)

    def picture(self, number: int, dpi: float) -> QImage:
        """One page, counted from 0, black on white."""
        wide, high = round(self.size.width() * dpi / POINTS), round(self.size.height() * dpi / POINTS)
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        _paint(self._pages[number], painter, dpi)
        painter.end()
        return image


def page_images(document: Document, paper: str, dpi: float) -> list[QImage]:
    """All pages as pictures."""
    sheets = Sheets(document, paper)
    return [sheets.picture(number, dpi) for number in range(len(sheets))]


def send(document: Document, printer: QPrinter) -> int:
    """Print on the printer's own paper, only the pages it was told to. The number of sheets."""
    printer.setFullPage(True)
    printer.setDocName(tidy(document.title))
    pages = lay_out(document, printer.pageLayout().fullRect(QPageLayout.Unit.Point).size())
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble(
            _("The printer {name} does not answer.").format(name=printer.printerName()),
            _("See that it is on and connected, or save a PDF instead."),
        )
    for n, page in enumerate(chosen):
        if n:
            printer.newPage()
        _paint(page, painter, printer.logicalDpiX())
    painter.end()
    return len(chosen)


def _paint(page: Page, painter: QPainter, dpi: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = dpi / POINTS / UNITS
    painter.scale(scale, scale)
    page.paint(painter)
    painter.restore()


def _replace(path: Path, data: bytes) -> None:
    """Write beside, then replace: a full disk leaves what was there."""
    part = path.with_name(f".{path.name[:200]}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise _trouble(path, error) from error


def _trouble(path: Path, error: OSError) -> Trouble:
    if path.is_dir():
        sentence = _("{name} is a folder.").format(name=path.name)
        return Trouble(sentence, _("Choose another name for the file."))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(_("The disk is full, so {name} was not saved.").format(name=path.name),
                       _("Make some room, or choose another place."))  # fmt: skip
    if not path.parent.is_dir():
        return Trouble(_("The folder {name} does not exist.").format(name=path.parent), _("Choose another place."))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble(_("{name} cannot be written in that place.").format(name=path.name),
                       _("Choose a folder of your own, or close the program that has the file open."))  # fmt: skip
    return Trouble(_("{name} could not be saved: {why}.").format(name=path.name, why=error.strerror or str(error)),
                   _("Choose another place."))  # fmt: skip
