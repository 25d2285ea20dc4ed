"""Tokens → palette and style sheet: what plain Qt widgets wear."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QPalette

from afterword.screen import tokens

_ROLES = (
    ("Window", "window"), ("WindowText", "text"), ("Base", "base"), ("AlternateBase", "page"), ("Text", "text"),
    ("Button", "window"), ("ButtonText", "text"), ("PlaceholderText", "text3"), ("Highlight", "fill"),
    ("HighlightedText", "on_fill"), ("Link", "accent"), ("LinkVisited", "accent"), ("ToolTipBase", "raised"),
    ("ToolTipText", "text"), ("Accent", "accent"), ("Mid", "line"), ("Midlight", "hair"), ("Dark", "field"),
    ("Light", "raised"), ("BrightText", "danger"),
)  # fmt: skip


def palette(colors: dict[str, str]) -> QPalette:
    """The palette of one theme."""
    made = QPalette()
    for role, name in _ROLES:
        made.setColor(QPalette.ColorRole[role], QColor(colors[name]))
    for role in ("WindowText", "Text", "ButtonText", "PlaceholderText"):
        made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(colors["disabled"]))
    return made


def sheet(colors: dict[str, str], scale: float, icons: Path, dark: bool) -> str:
    """The style sheet of one theme at one text size; about 9 kB."""
    sizes = {f"{kind}{n}": f"{max(0, round(n * scale) - less)}px" for n in range(1, 37) for kind, less in _LESS}
    shade = "dark" if dark else "light"
    images = {
        name: f"url({icons.as_posix()}/sheet/{file}-{shade}.svg)"
        for name, file in (("down", "chevron-down"), ("up", "chevron-up"), ("check", "check"))
    }
    return _labels(colors, scale) + Template(_SHEET).substitute(colors | sizes | images)


def _labels(colors: dict[str, str], scale: float) -> str:
    """Tone and type of plain labels, by dynamic property, so that they need no look of their own."""
    rules = [f'QLabel[tone="{tone}"]{{color:{colors[tone]}}}' for tone in tokens.LABEL_TONES]
    for role, (size, weight) in tokens.TYPE.items():
        own = f';font-family:"{tokens.SERIF}"' if role in tokens.SERIF_ROLES else ""
        slant = ";font-style:italic" if role == "quote" else ""
        pixels = max(9, round(size * scale))
        rules.append(f'QLabel[type="{role}"]{{font-size:{pixels}px;font-weight:{weight}{own}{slant}}}')
    return "\n".join(rules)


_LESS = (("s", 0), ("i", 1), ("m", 2), ("x", 6))
"""$s8 is 8 px at this size; $i8 one less (padding beside a 2 px ring), $m8 two less (height inside it)."""
_FIELDS = "QLineEdit,QComboBox,QAbstractSpinBox"
_SHEET = f"""
QToolTip{{background:$raised;color:$text;border:1px solid $line;padding:$s4 $s8}}
QMenuBar{{background:$window;border-bottom:1px solid $hair;padding:$s1 $s6;color:$text2}}
QMenuBar::item{{padding:$s4 $s9;background:transparent;border-radius:$s5}}
QMenuBar::item:selected{{background:$sunken;color:$text}}
QMenu{{background:$raised;color:$text;border:1px solid $line;padding:$s5 0}}
QMenu::item{{padding:$s5 $s24 $s5 $s12;margin:0 $s5;border-radius:$s5}}
QMenu::item:selected{{background:$accent_soft;color:$text}}
QMenu::item:disabled{{color:$disabled}}
QMenu::icon{{padding-left:$s6}}
QMenu::indicator{{width:$s14;height:$s14;padding-left:$s6}}
QMenu::indicator:checked{{image:$check}}
QMenu::separator{{height:1px;background:$hair;margin:$s5 0}}
QPushButton{{background:$raised;color:$text;border:1px solid $line;border-radius:$s7;padding:0 $s12;min-height:$s28;
font-weight:500}}
QPushButton:hover{{background:$hover;border-color:$field}}
QPushButton:pressed{{background:$sunken}}
QPushButton:focus{{border:2px solid $accent;padding:0 $i12;min-height:$m28}}
QPushButton:disabled{{color:$disabled;background:transparent;border-color:$hair}}
QPushButton[kind="primary"]{{background:$fill;color:$on_fill;border:1px solid $fill}}
QPushButton[kind="primary"]:hover{{background:$fill_hover;border-color:$fill_hover}}
QPushButton[kind="primary"]:pressed{{background:$fill_press}}
QPushButton[kind="primary"]:focus{{border:2px solid $text}}
QPushButton[kind="primary"]:disabled{{background:$line;color:$text3;border-color:$line}}
QPushButton[kind="soft"]{{background:$base;color:$accent;border:1px solid $accent_line}}
QPushButton[kind="soft"]:hover{{background:$accent_soft;border-color:$accent}}
QPushButton[kind="soft"]:focus{{border:2px solid $accent}}
QPushButton[kind="quiet"]{{background:transparent;border:1px solid transparent;color:$text2;padding:0 $s8}}
QPushButton[kind="quiet"]:hover{{background:$sunken;color:$text}}
QPushButton[kind="quiet"]:pressed{{background:$hair}}
QPushButton[kind="quiet"]:focus{{border:2px solid $accent;padding:0 $i8}}
QPushButton[kind="quiet"]:disabled{{color:$disabled}}
QPushButton[kind="link"]{{background:transparent;border:1px solid transparent;border-radius:$s4;color:$accent;
padding:0 $s2;min-height:$s20;text-align:left}}
QPushButton[kind="link"]:hover{{text-decoration:underline}}
QPushButton[kind="link"]:pressed{{color:$text}}
QPushButton[kind="link"]:focus{{border:2px solid $accent;padding:0 $i2;min-height:$m20}}
QPushButton[kind="toast"]{{background:transparent;border:1px solid transparent;border-radius:$s5;color:$toast_link;
font-weight:600;padding:0 $s4;min-height:$s24}}
QPushButton[kind="toast"]:hover{{text-decoration:underline}}
QPushButton[kind="toast"]:focus{{border:2px solid $toast_link;padding:0 $i4;min-height:$m24}}
QToolButton{{background:transparent;border:1px solid transparent;border-radius:$s7;padding:$s5;color:$text2}}
QToolButton:hover{{background:$sunken}}
QToolButton:pressed,QToolButton:checked,QToolButton:open{{background:$hair}}
QToolButton:focus{{border:2px solid $accent;padding:$i5}}
QToolButton::menu-indicator{{image:none}}
{_FIELDS}{{background:$base;color:$text;border:1px solid $field;border-radius:$s7;padding:0 $s8;min-height:$s28;
placeholder-text-color:$text3;selection-background-color:$fill;selection-color:$on_fill}}
QLineEdit:hover,QComboBox:hover,QAbstractSpinBox:hover{{border-color:$text3}}
QLineEdit:focus,QComboBox:focus,QAbstractSpinBox:focus{{border:2px solid $accent;padding:0 $i8;min-height:$m28}}
QLineEdit:disabled,QComboBox:disabled,QAbstractSpinBox:disabled{{color:$disabled;border-color:$line;background:$page}}
QLineEdit[flat="true"]{{background:$sunken;border:1px solid $hair}}
QLineEdit[flat="true"]:focus{{background:$base;border:2px solid $accent}}
QAbstractSpinBox QLineEdit,QComboBox QLineEdit{{border:none;padding:0;background:transparent;min-height:0}}
QComboBox{{combobox-popup:0}}
QComboBox::drop-down,QDateEdit::drop-down,QDateTimeEdit::drop-down{{border:none;width:$s24}}
QComboBox::down-arrow,QDateEdit::down-arrow,QDateTimeEdit::down-arrow,QAbstractSpinBox::down-arrow{{image:$down;
width:$s12;height:$s12}}
QAbstractSpinBox::up-arrow{{image:$up;width:$s12;height:$s12}}
QAbstractSpinBox::up-button{{border:none;width:$s20;subcontrol-position:top right}}
QAbstractSpinBox::down-button{{border:none;width:$s20;subcontrol-position:bottom right}}
QAbstractSpinBox::up-button:hover,QAbstractSpinBox::down-button:hover{{background:$sunken}}
QTextEdit,QPlainTextEdit{{background:$base;color:$text;border:1px solid $field;border-radius:$s7;padding:$s4 $s6;
placeholder-text-color:$text3;selection-background-color:$fill;selection-color:$on_fill}}
QTextEdit:hover,QPlainTextEdit:hover{{border-color:$text3}}
QTextEdit:focus,QPlainTextEdit:focus{{border:2px solid $accent;padding:$i4 $i6}}
QTextEdit[boxed="false"]{{border:none;padding:0;background:transparent}}
QCheckBox,QRadioButton{{color:$text;spacing:$s8;min-height:$s24}}
QCheckBox:focus,QRadioButton:focus{{color:$accent}}
QCheckBox::indicator{{width:$s14;height:$s14;border:1px solid $field;border-radius:$s4;background:$base}}
QRadioButton::indicator{{width:$s14;height:$s14;border:1px solid $field;border-radius:$s8;background:$base}}
QRadioButton::indicator:checked{{border:4px solid $accent;width:$x14;height:$x14}}
QRadioButton::indicator:hover,QCheckBox::indicator:hover{{border-color:$accent}}
QCheckBox::indicator:checked{{border-color:$accent;background:$accent_soft;image:$check}}
QCheckBox::indicator:focus{{border:2px solid $accent;width:$m14;height:$m14}}
QAbstractItemView{{background:$raised;color:$text;border:1px solid $line;outline:none;
selection-background-color:$accent_soft;selection-color:$text}}
QListView::item{{padding:$s6 $s8;border:none}}
QAbstractItemView::item:selected{{background:$accent_soft;color:$text}}
QListView::item:hover{{background:$hover}}
QTableView{{background:$base;border:none;gridline-color:transparent;selection-background-color:transparent}}
QTableView::item:selected{{background:transparent}}
QHeaderView{{background:$base;border:none}}
QHeaderView::section{{background:$base;color:$text3;border:none;border-bottom:1px solid $hair;padding:0 $s8;
height:$s30;font-weight:500;font-size:$s12}}
QHeaderView::section:hover{{color:$text}}
QHeaderView::section:first{{padding-left:$s16}}
QCalendarWidget QWidget#qt_calendar_navigationbar{{background:$window}}
QCalendarWidget QTableView{{selection-background-color:$fill;selection-color:$on_fill}}
QCalendarWidget QTableView::item:selected{{background:$fill;color:$on_fill}}
QScrollArea,QStackedWidget{{border:none;background:transparent}}
QTabWidget::pane{{border:none;border-top:1px solid $line}}
QTabBar::tab{{background:transparent;color:$text2;border:none;border-bottom:2px solid transparent;padding:$s6 $s4;
margin-right:$s16;font-weight:500}}
QTabBar::tab:hover{{color:$text}}
QTabBar::tab:selected{{color:$accent;border-bottom:2px solid $accent}}
QTabBar::tab:focus{{background:$accent_soft}}
QSplitter::handle{{background:$hair}}
QStatusBar{{background:$window;color:$text2}}
QScrollBar:vertical{{background:transparent;width:$s10;margin:0}}
QScrollBar:horizontal{{background:transparent;height:$s10;margin:0}}
QScrollBar::handle{{background:$line;border-radius:$s3;margin:$s2}}
QScrollBar::handle:vertical{{min-height:$s36}}
QScrollBar::handle:horizontal{{min-width:$s36}}
QScrollBar::handle:hover{{background:$field}}
QScrollBar::add-line,QScrollBar::sub-line{{height:0;width:0}}
QScrollBar::add-page,QScrollBar::sub-page{{background:transparent}}
"""
