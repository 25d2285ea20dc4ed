"""Formatted text (RTF) to text or, where a mail's HTML was wrapped in it, to that HTML again.

The wrapping is described in [MS-OXRTFEX]: HTML stands in `{\\*\\htmltag …}`, and what is only there for
RTF readers between `\\htmlrtf` and `\\htmlrtf0`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from afterword.mail.charset import decode

LIMIT = 2 * 1024 * 1024  # bytes of RTF that are looked at
DEEPEST = 200  # groups in groups

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
_SKIPPED = frozenset({
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"objdata", b"header", b"headerl", b"headerr",
    b"headerf", b"footer", b"footerl", b"footerr", b"footerf", b"fldinst", b"nonshppict", b"themedata", b"listtable",
    b"listoverridetable", b"rsidtbl", b"generator", b"datastore", b"xmlnstbl", b"mhtmltag", b"pntext", b"bkmkstart",
    b"bkmkend", b"filetbl", b"revtbl", b"latentstyles",
})  # fmt: skip
_CHARACTERS = {
    b"par": "\n", b"line": "\n", b"sect": "\n\n", b"page": "\n\n", b"row": "\n", b"cell": "  ", b"tab": "\t",
    b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c",
    b"rdblquote": "\u201d", b"bullet": "\u2022", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "", b"\n": "\n", b"\r": "\n"}
# Fonts say in which alphabet their bytes are: \fcharset → code page.
_FONT_PAGES = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True)
class _State:
    """What a group inherits."""

    skipped: bool = False
    fonts: bool = False  # inside the table of fonts
    only_rtf: bool = False  # between \\htmlrtf and \\htmlrtf0
    fallback: int = 1  # \\ucN: how many characters stand in for one of Unicode
    font: int = -1


def is_rtf(data: bytes) -> bool:
    return data[:40].lstrip().startswith(b"{\\rtf")


def unwrapped(data: bytes) -> tuple[str, str]:
    """Plain text, and HTML: the one that is not in it is empty."""
    wraps_html = b"\\fromhtml" in data[:4096]
    said = _Reader(data[:LIMIT], wraps_html).read()
    return ("", said) if wraps_html else (said.strip(), "")


class _Reader:
    """Goes through the tokens once, with a stack of its own instead of recursion."""

    def __init__(self, data: bytes, html: bool) -> None:
        self._data = data
        self._html = html
        self._page = "cp1252"
        self._pages: dict[int, str] = {}
        self._state = _State()
        self._stack: list[_State] = []
        self._too_deep = 0
        self._starred = False
        self._replaced = 0  # characters still to be left out after \\uN
        self._bytes = bytearray()
        self._out: list[str] = []

    def read(self) -> str:
        at = 0
        while found := _TOKEN.match(self._data, at):
            at = found.end() + self._take(found)
        self._flush()
        # Two halves of one character, each written as its own \\uN.
        return "".join(self._out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _take(self, token: re.Match[bytes]) -> int:
        """Do what one token says; the number of raw bytes behind it that are no text."""
        code, word, number, symbol, brace, text = token.groups()
        if brace:
            self._group(brace)
        elif word:
            return self._word(word, int(number) if number else None)
        elif symbol:
            self._symbol(symbol)
        elif code:
            self._raw(bytes((int(code, 16),)))
        elif text:
            self._raw(text)
        return 0

    def _group(self, brace: bytes) -> None:
        self._flush()
        self._starred, self._replaced = False, 0
        if brace == b"{":
            if len(self._stack) < DEEPEST:
                self._stack.append(self._state)
            else:
                self._too_deep += 1
        elif self._too_deep:
            self._too_deep -= 1
        elif self._stack:
            self._state = self._stack.pop()

    def _word(self, word: bytes, number: int | None) -> int:
        starred, self._starred = self._starred, False
        if word == b"bin":
            return max(0, number or 0)
        if word == b"u" and number is not None:
            self._unicode(number)
        elif word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word == b"htmltag" and self._html:
            pass  # what follows in this group is HTML, to be taken as it is
        elif word == b"htmlrtf" and self._html:
            self._flush()
            self._state = replace(self._state, only_rtf=number != 0)
        elif word in _SKIPPED or starred:
            self._state = replace(self._state, skipped=True, fonts=self._state.fonts or word == b"fonttbl")
        else:
            self._setting(word, number or 0)
        return 0

    def _setting(self, word: bytes, number: int) -> None:
        if word == b"f":
            self._flush()
            self._state = replace(self._state, font=number)
        elif word == b"fcharset" and self._state.fonts and number in _FONT_PAGES and len(self._pages) < 1000:
            self._pages[self._state.font] = _FONT_PAGES[number]
        elif word == b"ansicpg" and 0 < number < 65_536:
            self._page = {65001: "utf-8", 10000: "mac-roman"}.get(number, f"cp{number}")
        elif word == b"mac":
            self._page = "mac-roman"
        elif word == b"uc":
            self._state = replace(self._state, fallback=min(max(number, 0), 20))
        elif word == b"plain":
            self._flush()
            self._state = replace(self._state, font=-1)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in b"\\{}":
            self._raw(symbol)
        elif symbol == b"~" and self._html:
            self._say("&nbsp;")
        else:
            self._say(_SYMBOLS.get(symbol, ""))

    def _unicode(self, number: int) -> None:
        number += 65_536 if number < 0 else 0
        self._say(chr(number) if 0 < number < 65_536 else "\ufffd")
        self._replaced = self._state.fallback

    def _raw(self, data: bytes) -> None:
        """Bytes of text in the alphabet of the font; some are left out, as they stand in for a character before."""
        left_out = min(self._replaced, len(data))
        self._replaced -= left_out
        if self._seen():
            self._bytes += data[left_out:]

    def _say(self, text: str) -> None:
        self._flush()
        if self._seen():
            self._out.append(text)

    def _seen(self) -> bool:
        return not self._state.skipped and not self._state.only_rtf

    def _flush(self) -> None:
        if self._bytes:
            self._out.append(decode(bytes(self._bytes), self._pages.get(self._state.font, self._page)))
            self._bytes.clear()
