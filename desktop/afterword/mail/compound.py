"""The file in a file ([MS-CFB]) that Outlook keeps a message in: folders and streams, read with limits."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRIES = 8_000  # streams and folders
DEEPEST = 20  # folders in folders
WORK = 40 * 1024 * 1024  # bytes read in all: a damaged file may name the same ones again and again

_SMALL = 64  # bytes of a sector in the stream of small streams
_NONE = 0xFFFFFFFA  # this and above: no sector
_FOLDER, _STREAM = 1, 2
_ENTRY = struct.Struct("<64sHBxIII36xIQ")  # name, its bytes, type, left, right, child, first sector, size


@dataclass
class Folder:
    """Streams and folders by name."""

    file: Compound = field(repr=False)
    streams: dict[str, tuple[int, int]] = field(default_factory=dict)  # name → first sector, size
    folders: dict[str, Folder] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """A stream's bytes; none when it is not there."""
        return self.file.stream(*self.streams.get(name, (_NONE, 0)))


class Compound:
    """An open file; `root` is its outermost folder. Raises ValueError for what is damaged beyond reading."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < 1536 or data[30] not in (9, 12):
            raise ValueError("no compound file")
        self._data, self._size, self._left = data, 1 << data[30], WORK
        directory, self._cutoff, small, more = struct.unpack_from("<I4xII4xI", data, 48)
        self._next = self._table(more)
        self._entries = self._chain(directory, ENTRIES * _ENTRY.size)
        self._small_next = _numbers(self._chain(small))
        root = self._entry(0)
        self._small = self._chain(root[6], root[7])
        self._seen: set[int] = set()
        self.root = self._folder(root[5], 0)

    def stream(self, first: int, size: int) -> bytes:
        if size >= self._cutoff:
            return self._chain(first, size)
        return self._follow(first, size, self._small_next, self._small, _SMALL, 0)

    def _table(self, more: int) -> tuple[int, ...]:
        """Which sector follows which: a table in sectors that the header lists, and lists of more of them."""
        there = len(self._data) // self._size + 1
        per = self._size // 4
        listed = [each for each in _numbers(self._data[76:512]) if each < _NONE]
        while more < _NONE and len(listed) * per < there:
            numbers = _numbers(self._sector(more))
            listed += numbers[: per - 1]
            more = numbers[per - 1] if len(numbers) == per else _NONE
        return _numbers(b"".join(map(self._sector, listed[: there // per + 1])))[:there]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _chain(self, first: int, size: int = WORK) -> bytes:
        return self._follow(first, size, self._next, self._data, self._size, self._size)

    def _follow(self, at: int, size: int, nexts: tuple[int, ...], data: bytes, step: int, skip: int) -> bytes:
        """The sectors of a chain put together; a circle ends when enough was read."""
        out: list[bytes] = []
        for _sector in range(-(-min(size, len(data)) // step)):
            if at >= len(nexts):
                break
            out.append(data[skip + at * step : skip + (at + 1) * step])
            at = nexts[at]
        self._left -= len(out) * step
        if self._left < 0:
            raise ValueError("the same bytes again and again")
        return b"".join(out)[:size]

    def _entry(self, number: int) -> tuple[bytes, int, int, int, int, int, int, int]:
        found: tuple[bytes, int, int, int, int, int, int, int] = _ENTRY.unpack_from(self._entries, number * _ENTRY.size)
        return found

    def _folder(self, child: int, depth: int) -> Folder:
        """A folder's entries are a tree; each is visited once, whatever it points to."""
        folder = Folder(self)
        waiting = [child]
        while waiting and depth < DEEPEST:
            number = waiting.pop()
            if number in self._seen or (number + 1) * _ENTRY.size > len(self._entries):
                continue
            self._seen.add(number)
            name, length, kind, left, right, below, first, size = self._entry(number)
            waiting += (right, left)
            said = name[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == _FOLDER:
                folder.folders[said] = self._folder(below, depth + 1)
            elif kind == _STREAM:
                folder.streams[said] = (first, size & 0xFFFFFFFF)
        return folder


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
