"""The look: what can be read, in both themes, at every text size."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from afterword.screen import tokens
from afterword.screen.look import Look
from afterword.screen.pieces.labels import label

SOURCES = Path(__file__).parents[2] / "desktop" / "afterword"
PAIRS = [
    ("text", "base", 4.5), ("text", "window", 4.5), ("text", "page", 4.5), ("text", "sel", 4.5),
    ("text2", "base", 4.5), ("text2", "window", 4.5), ("text2", "sel", 4.5), ("text2", "accent_wash", 4.5),
    ("text2", "accent_soft", 4.5), ("text3", "base", 4.5), ("text3", "window", 4.5), ("text3", "page", 4.5),
    ("text3", "sel", 4.5), ("text3", "sunken", 4.5), ("text3", "taught_wash", 4.5), ("accent", "base", 4.5),
    ("accent", "accent_soft", 4.5), ("on_fill", "fill", 4.5), ("on_fill", "fill_hover", 4.5),
    ("on_fill", "fill_press", 4.5), ("taught", "taught_soft", 4.5), ("taught", "base", 4.5),
    ("taught", "taught_wash", 4.5), ("text", "mark", 4.5), ("confirm", "confirm_soft", 4.5),
    ("confirm", "base", 4.5), ("confirm", "confirm_wash", 4.5), ("wait", "wait_soft", 4.5),
    ("quiet", "quiet_soft", 4.5), ("danger", "danger_soft", 4.5), ("toast_text", "toast", 4.5),
    ("toast_link", "toast", 4.5), ("toast_key", "toast", 4.5), ("field", "base", 3.0), ("field", "page", 3.0),
    ("accent", "page", 3.0), ("taught_mark", "base", 3.0), ("confirm_mark", "base", 3.0),
    ("wait_mark", "base", 3.0), ("quiet_mark", "base", 3.0),
]  # fmt: skip
THEMES = {"light": tokens.LIGHT, "dark": tokens.DARK}


@pytest.fixture
def look(qapp: QApplication, resources: Path) -> Iterator[Look]:
    made = Look(qapp, resources)
    made.apply("light", 100)
    yield made
    qapp.styleHints().unsetColorScheme()


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2) of #RRGGBB."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "back", "needs"), PAIRS)
def test_can_be_read(theme: str, front: str, back: str, needs: float) -> None:
    colors = THEMES[theme]
    low, high = sorted((luminance(colors[front]), luminance(colors[back])))
    assert (high + 0.05) / (low + 0.05) >= needs


def test_both_themes_know_the_same_tokens() -> None:
    assert tokens.LIGHT.keys() == tokens.DARK.keys()


@pytest.mark.parametrize("tone", ["taught", "confirm", "wait", "quiet", "accent"])
def test_a_no_is_never_red(tone: str) -> None:
    for colors in THEMES.values():
        red, green, blue = (int(colors[f"{tone}_soft"][at : at + 2], 16) for at in (1, 3, 5))
        assert not (red > green + 24 and abs(green - blue) < 8), "a ground that reads as red"


def test_theme_switch_dresses_everything_at_once(look: Look, qtbot: QtBot, qapp: QApplication) -> None:
    words, field = label("Waiting", "small", "taught"), QLineEdit()
    for widget in (words, field):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    before = words.palette().color(QPalette.ColorRole.WindowText)
    with qtbot.waitSignal(look.changed):
        look.apply("dark", 100)
    words.ensurePolished()
    assert look.dark
    assert before.name() == tokens.LIGHT["taught"].lower()
    assert words.palette().color(QPalette.ColorRole.WindowText).name() == tokens.DARK["taught"].lower()
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens.DARK["window"].lower()


def test_placeholder_is_as_readable_as_promised(look: Look, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("Find")
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText).name() == tokens.LIGHT["text3"].lower()


def test_larger_text_restyles_labels_that_are_shown(look: Look, qtbot: QtBot) -> None:
    words = label("Interviews", "page")
    qtbot.addWidget(words)
    words.ensurePolished()
    small = words.sizeHint()
    look.apply("light", 130)
    words.ensurePolished()
    assert words.sizeHint().height() > small.height() * 1.2
    assert look.px(10) == 13


def test_system_theme_is_followed_live(look: Look, qapp: QApplication) -> None:
    look.apply("system", 100)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.dark
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == tokens.DARK["base"].lower()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not look.dark


def test_a_chosen_theme_ignores_the_system(look: Look, qapp: QApplication) -> None:
    look.apply("light", 100)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not look.dark


@pytest.mark.parametrize("family", ["Inter", "Literata"])
def test_all_weights_are_one_family(look: Look, resources: Path, family: str) -> None:
    files = sorted((resources / "fonts").glob(f"{family}-*.ttf"))
    assert len(files) == 4
    for file in files:
        known = QFontDatabase.addApplicationFont(str(file))
        assert family in QFontDatabase.applicationFontFamilies(known)


def test_weights_really_look_different(look: Look, resources: Path) -> None:
    drawn = [
        ink(QRawFont(str(resources / "fonts" / f"Inter-{name}.ttf"), 60)) for name in ("Regular", "Medium", "SemiBold")
    ]
    asked = [ink(QRawFont.fromFont(look.font("page", weight=weight))) for weight in (400, 500, 600)]
    for regular, medium, semibold in (drawn, asked):
        assert regular * 1.05 < medium < semibold / 1.05


def ink(font: QRawFont) -> int:
    """How much an H of 60 pixels covers."""
    font.setPixelSize(60)
    image = QImage(80, 80, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.translate(4, 70)
    painter.fillPath(font.pathForGlyph(font.glyphIndexesForString("H")[0]), Qt.GlobalColor.white)
    painter.end()
    return sum(image.pixelColor(x, y).lightness() for x in range(80) for y in range(80))


def test_letters_of_europe_are_all_there(resources: Path) -> None:
    for file in (resources / "fonts").glob("*.ttf"):
        raw = QRawFont(str(file), 16)
        missing = [letter for letter in "AéőłßçñøĐžαΩжїЯ–“”’…·€" if not raw.supportsCharacter(ord(letter))]
        assert not missing, f"{file.name} lacks {missing}"


def test_fonts_stay_small(resources: Path) -> None:
    assert sum(file.stat().st_size for file in (resources / "fonts").glob("*.ttf")) < 2_500_000


def icons_named_in(file: Path) -> Iterator[str]:
    """The icon names that the code gives to the calls that take one."""
    places = {"icon": 0, "pixmap": 0, "tool": 1, "Tool": 1, "Icon": 1, "button": 3, "Button": 3, "NavButton": 2}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        at = places.get(called, 99)
        given = node.args[at : at + 1] + [word.value for word in node.keywords if word.arg == "icon"]
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_every_icon_that_is_named_exists(resources: Path) -> None:
    named = {name for file in SOURCES.rglob("*.py") for name in icons_named_in(file)}
    assert {"lock", "check"} <= named, "the search for names has gone blind"
    there = {file.stem for file in (resources / "icons").glob("*.svg")}
    assert named <= there, f"missing: {sorted(named - there)}"


def test_every_icon_draws_in_its_tone(look: Look, resources: Path) -> None:
    for file in (resources / "icons").glob("*.svg"):
        image = look.pixmap(file.stem, "accent", 32).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        ]
        assert inked, f"{file.stem} draws nothing"
        if file.stem != "afterword":
            assert {color.name() for color in inked} == {tokens.LIGHT["accent"].lower()}, file.stem


def test_icons_grow_with_the_text(look: Look) -> None:
    look.apply("light", 150)
    assert look.pixmap("search", "text2", 16).deviceIndependentSize().toSize() == QSize(24, 24)


def test_the_programs_own_icon_comes_in_every_size(look: Look) -> None:
    sizes = {size.width() for size in look.icon("afterword", "accent", 64).availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_notices_name_all_that_is_bundled(resources: Path) -> None:
    notices = (resources / "NOTICES.md").read_text(encoding="utf-8")
    for words in ("ISC License", "The MIT License", "Cole Bemis", "SIL Open Font License", "Inter", "Literata"):
        assert words in notices
    for family in ("Inter", "Literata"):
        assert "SIL OPEN FONT LICENSE" in (resources / "fonts" / f"{family}-OFL.txt").read_text(encoding="utf-8")
