"""What Windows programs hand over without a file: the names in a group descriptor, the contents by number."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from PySide6.QtCore import QMimeData

WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
MOST = 500  # files of one drop
_WIDE, _NARROW = 592, 332  # bytes of one record, its name in UTF-16 or in the system's letters
_NAME_AT = 72  # where the name begins in a record


def offers(mime: QMimeData, name: str) -> bool:
    """Whether a Windows format of this name is there."""
    return mime.hasFormat(WINDOWS.format(name=name))


def names(mime: QMimeData) -> list[str]:
    """The names of the files that are handed over, without folders; empty when there are none."""
    for name, size, coding in (
        ("FileGroupDescriptorW", _WIDE, "utf-16-le"), ("FileGroupDescriptor", _NARROW, "cp1252"),
    ):  # fmt: skip
        if offers(mime, name):
            return _names(bytes(mime.data(WINDOWS.format(name=name)).data()), size, coding)
    return []


def contents(mime: QMimeData) -> Iterator[tuple[str, bytes]]:
    """Each file with its bytes; a file that comes without any has none."""
    found = names(mime)
    for number, name in enumerate(found):
        data = bytes(mime.data(f"{WINDOWS.format(name='FileContents')};index={number}").data())
        if not data and len(found) == 1:
            data = bytes(mime.data(WINDOWS.format(name="FileContents")).data())
        yield name, data


def _names(data: bytes, size: int, coding: str) -> list[str]:
    if len(data) < 4:
        return []
    count = min(int(struct.unpack_from("<I", data)[0]), (len(data) - 4) // size, MOST)
    found = []
    for number in range(count):
        begin = 4 + number * size
        text = data[begin + _NAME_AT : begin + size].decode(coding, "replace").split("\0")[0]
        found.append(re.split(r"[/\\:]", text)[-1].strip() or f"{number + 1}")
    return found
