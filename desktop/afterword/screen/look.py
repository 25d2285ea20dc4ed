"""The look of the window: colours, type and icons at the person's theme and text size, switchable at once."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from afterword.screen import style, tokens

APP_ICON = "afterword"
APP_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


class Look(QObject):
    """One for the program: `app` makes it, painted widgets receive it and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QGuiApplication, resources: Path) -> None:
        super().__init__()
        self._app, self._resources = app, resources
        self.dark = False
        self.scale = 1.0
        self.motion = True
        """False: no fades. Set from the preferences; the system's own wish is asked in `fades`."""
        self.theme = "system"
        self._colors = tokens.LIGHT
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}
        self._fonts: dict[tuple[str, bool, int | None, bool, bool], QFont] = {}
        self._sources: dict[str, str] = {}
        self.load_fonts(resources)
        if isinstance(app, QApplication):
            app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def load_fonts(self, resources: Path) -> None:
        """Make the bundled fonts known to Qt, once per process."""
        for family in (tokens.SANS, tokens.SERIF):
            if not self._app.property(f"has{family}"):
                for file in sorted((resources / "fonts").glob(f"{family}-*.ttf")):
                    QFontDatabase.addApplicationFont(str(file))
                self._app.setProperty(f"has{family}", True)

    def apply(self, theme: str, scale: int) -> None:
        """Show this theme (system, light, dark) at this text size (per cent), in the whole program at once."""
        self.theme, self.scale = theme, scale / 100
        hints = self._app.styleHints()
        if theme == "system":
            hints.unsetColorScheme()
            self.dark = hints.colorScheme() == Qt.ColorScheme.Dark
        else:
            self.dark = theme == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if self.dark else Qt.ColorScheme.Light)
        self._put_on()

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.theme == "system" and (scheme == Qt.ColorScheme.Dark) != self.dark:
            self.dark = scheme == Qt.ColorScheme.Dark
            self._put_on()

    def _put_on(self) -> None:
        self._colors = tokens.DARK if self.dark else tokens.LIGHT
        self._pixmaps.clear()
        self._fonts.clear()
        self._app.setPalette(style.palette(self._colors))
        self._app.setFont(self.font())
        if isinstance(self._app, QApplication):
            self._app.setStyleSheet(style.sheet(self._colors, self.scale, self._resources / "icons", self.dark))
        self.changed.emit()

    @property
    def fades(self) -> bool:
        """Whether motion is welcome, to the person and to the system."""
        if sys.platform == "win32" and isinstance(self._app, QApplication):
            return self.motion and self._app.isEffectEnabled(Qt.UIEffect.UI_General)
        return self.motion

    def color(self, name: str, alpha: float | None = None) -> QColor:
        """The colour of a token, alpha 0–1."""
        color = QColor(self._colors[name])
        if alpha is not None:
            color.setAlphaF(alpha)
        return color

    def px(self, n: float) -> int:
        """Pixels at 100 % → pixels at the present text size."""
        return round(n * self.scale)

    def font(
        self,
        role: str = "body",
        serif: bool = False,
        weight: int | None = None,
        italic: bool = False,
        tabular: bool = False,
    ) -> QFont:
        """The font of a role; the roles of own words (own, read, quote, figure) are serif without being asked."""
        key = (role, serif, weight, italic, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._font(*key)
        return QFont(self._fonts[key])  # a copy: whoever paints may change theirs

    def _font(self, role: str, serif: bool, weight: int | None, italic: bool, tabular: bool) -> QFont:
        size, usual = tokens.TYPE[role]
        serif = serif or role in tokens.SERIF_ROLES
        font = QFont(tokens.SERIF if serif else tokens.SANS)
        font.setPixelSize(max(9, self.px(size)))
        font.setWeight(QFont.Weight(weight or usual))
        font.setItalic(italic or role == "quote")
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if size >= 18 and not serif:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.6)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, tone: str = "text2", size: int = 16, pad: int = 0) -> QIcon:
        """An icon for Qt's own buttons and menus; `pad` adds room to its right (Qt's gap is fixed)."""
        if name == APP_ICON:
            icon = QIcon()
            for each in APP_ICON_SIZES:
                icon.addPixmap(self._drawn(name, "", each, None))
            return icon
        icon = QIcon(self._padded(self.pixmap(name, tone, size), pad))
        icon.addPixmap(self._padded(self.pixmap(name, "disabled", size), pad), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, tone: str = "text2", size: int = 16, stroke: float | None = None) -> QPixmap:
        """An icon to paint; `size` in pixels at 100 % (it grows with the text), sharp on every screen."""
        return self._drawn(name, tone, self.px(size), stroke)

    def _drawn(self, name: str, tone: str, pixels: int, stroke: float | None) -> QPixmap:
        ratio = self._app.devicePixelRatio()
        key = (name, tone, pixels, stroke, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, tone, pixels, stroke, ratio)
        return self._pixmaps[key]

    def _draw(self, name: str, tone: str, pixels: int, stroke: float | None, ratio: float) -> QPixmap:
        svg = self._source(name)
        if tone:
            width = stroke or (2.0 if pixels <= self.px(14) else 1.75)
            svg = svg.replace("currentColor", self._colors[tone])
            svg = svg.replace('stroke-width="2"', f'stroke-width="{width}"')
        pixmap = QPixmap(round(pixels * ratio), round(pixels * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]

    def _padded(self, pixmap: QPixmap, pad: int) -> QPixmap:
        if not pad:
            return pixmap
        ratio = pixmap.devicePixelRatio()
        wide = QPixmap(round(pixmap.width() + self.px(pad) * ratio), pixmap.height())
        wide.setDevicePixelRatio(ratio)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, pixmap)
        painter.end()
        return wide
