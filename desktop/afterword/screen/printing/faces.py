"""Type and ink on paper, in points."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase

from afterword import places
from afterword.screen.tokens import SANS, SERIF

UNITS = 20  # layout units a point: pixel sizes of fonts are whole numbers, and 9.5 pt is wanted exactly
# Qt writes no Unicode for glyphs that a feature put in: with ligatures on, words in a PDF cannot be
# searched, copied or read aloud. Figures are never tabular on paper for the same reason.
_OFF = ("liga", "clig", "calt", "dlig", "locl")

INKS = {
    "": "#1F1C18", "soft": "#4E4942", "faint": "#756E64", "rule": "#CFC8BC",
    "taught": "#87480F", "confirmed": "#115F58", "quiet": "#4E4942",
    "taught_bar": "#C57B2F", "confirmed_bar": "#2C8E83", "quiet_bar": "#988F80",
    "stuck": "#87480F", "ok": "#5A544A", "good": "#115F58", "paper": "#FFFFFF",
}  # fmt: skip


@dataclass(frozen=True)
class Face:
    """One use of type: size in points, weight, and the line height as a share of the font's own."""

    size: float
    serif: bool = False
    weight: int = 400
    leading: float = 1.28

    def font(self) -> QFont:
        font = QFont(SERIF if self.serif else SANS)
        font.setPixelSize(round(self.size * UNITS))
        font.setWeight(QFont.Weight(self.weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for tag in _OFF:
            font.setFeature(QFont.Tag(tag), 0)
        return font


TITLE = Face(25, serif=True, weight=600, leading=0.96)
LEAD = Face(10)
HEADING = Face(10.5, weight=600)
LESSON = Face(13.5, serif=True, leading=1.16)
TAKEN = Face(12, serif=True, leading=1.16)
QUESTION = Face(10, weight=500)
ANSWER = Face(9.5, serif=True, leading=1.12)
BRIEF = Face(10, serif=True, leading=1.12)
VALUE = Face(9.5)
LABEL = Face(8)
SMALL = Face(8.5)
SMALL_BOLD = Face(8.5, weight=600)
NUMBER = Face(16, serif=True)
FIGURE = Face(22, serif=True, weight=600, leading=1)
TOLD = Face(14, serif=True, leading=1.12)
FOLIO = Face(7.5)


def ink(name: str) -> QColor:
    return QColor(INKS[name])


def load_fonts() -> None:
    """Make the bundled fonts known, once per process, whether or not there is a window with a look."""
    app = QCoreApplication.instance()
    for family in (SANS, SERIF):
        if app is not None and not app.property(f"has{family}"):
            for file in sorted((places.resources() / "fonts").glob(f"{family}-*.ttf")):
                QFontDatabase.addApplicationFont(str(file))
            app.setProperty(f"has{family}", True)
