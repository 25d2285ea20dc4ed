"""What Outlook keeps of a message, a file or a person: numbered values in the streams of a folder."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

from afterword.mail import charset
from afterword.mail.compound import Folder

_PAGES = {65001: "utf-8", 1200: "utf-16-le", 20127: "us-ascii", 28591: "iso-8859-1", 28605: "iso-8859-15",
          20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 51932: "euc-jp", 51949: "euc-kr", 54936: "gb18030",
          10000: "mac-roman"}  # fmt: skip
_MOST = 64 * 1024  # bytes of the list of values
_INTERNET_PAGE, _MESSAGE_PAGE = 0x3FDE, 0x3FFD
_MOMENT = 0x40


class Properties:
    """Reads values by their number. What is not there, or not of that type, is empty."""

    def __init__(self, folder: Folder, head: int) -> None:
        self._folder = folder
        listed = folder.read("__properties_version1.0")[head:_MOST]
        self._fixed = {
            number: (kind, payload)
            for kind, number, payload in struct.iter_unpack("<HH4x8s", listed[: len(listed) // 16 * 16])
        }

    def text(self, *numbers: int) -> str:
        """The first of these that has any text."""
        for number in numbers:
            wide = self._folder.read(f"__substg1.0_{number:04X}001F")
            if wide:
                return wide.decode("utf-16-le", "replace").rstrip("\0")
            narrow = self._folder.read(f"__substg1.0_{number:04X}001E")
            if narrow:
                return charset.decode(narrow, self.page(_MESSAGE_PAGE)).rstrip("\0")
        return ""

    def data(self, number: int) -> bytes:
        return self._folder.read(f"__substg1.0_{number:04X}0102")

    def number(self, number: int) -> int:
        kind, payload = self._fixed.get(number, (0, b""))
        return int(struct.unpack("<i", payload[:4])[0]) if kind in (2, 3, 11) else 0

    def moment(self, *numbers: int) -> datetime | None:
        """The first of these moments, on this computer's wall clock."""
        for number in numbers:
            kind, payload = self._fixed.get(number, (0, b""))
            seconds = struct.unpack("<Q", payload)[0] / 10_000_000 if kind == _MOMENT else 0
            if 11_644_473_600 < seconds < 18_900_000_000:  # 1970 to 2199
                found = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
                return found.astimezone().replace(tzinfo=None, microsecond=0)
        return None

    def page(self, *numbers: int) -> str:
        """The alphabet of narrow text."""
        for number in (*numbers, _INTERNET_PAGE):
            page = self.number(number)
            if page:
                return _PAGES.get(page, f"cp{page}")
        return ""
