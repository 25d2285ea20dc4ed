"""Writes Outlook's files: folders and streams as [MS-CFB] has them, and a message's properties as [MS-OXMSG] does."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from typing import Any

END, FREE, TABLE, NO_ENTRY = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
CUTOFF = 4096

Tree = dict[str, Any]  # name → bytes, or another tree


def compound(tree: Tree, shift: int = 9) -> bytes:
    """A file with these folders and streams."""
    return _Writer(1 << shift, shift).write(tree)


class _Writer:
    def __init__(self, size: int, shift: int) -> None:
        self.size, self.shift = size, shift
        self.sectors: list[bytes] = []
        self.nexts: list[int] = []
        self.small = bytearray()
        self.small_nexts: list[int] = []
        self.entries: list[list[Any]] = []

    def write(self, tree: Tree) -> bytes:
        self.entries.append(["Root Entry", 5, NO_ENTRY, NO_ENTRY, NO_ENTRY, END, 0])
        self.entries[0][4] = self._tree(tree)
        self.entries[0][5], self.entries[0][6] = self._chain(bytes(self.small)), len(self.small)
        small = self._chain(struct.pack(f"<{len(self.small_nexts)}I", *self.small_nexts))
        directory = self._chain(b"".join(map(self._entry, self.entries)))
        per = self.size // 4
        more_sectors = 0
        while True:
            tables = -(-(len(self.nexts) + more_sectors + (-(-len(self.nexts) // (per - 1)) + 1)) // per)
            needed = max(0, -(-(tables - 109) // (per - 1)))
            if needed == more_sectors:
                break
            more_sectors = needed
        first = len(self.nexts)
        numbers = list(range(first, first + tables))
        nexts = self.nexts + [TABLE] * tables + [0xFFFFFFFC] * more_sectors
        nexts += [FREE] * (tables * per - len(nexts))
        body = b"".join(self.sectors) + struct.pack(f"<{len(nexts)}I", *nexts)
        rest, more = numbers[109:], END
        if more_sectors:
            more = first + tables
            for number in range(more_sectors):
                part = rest[number * (per - 1) : (number + 1) * (per - 1)]
                part += [FREE] * (per - 1 - len(part))
                last = END if number == more_sectors - 1 else more + number + 1
                body += struct.pack(f"<{per}I", *part, last)
        head = struct.pack(
            "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3 if self.shift == 9 else 4, 0xFFFE,
            self.shift, 6, 0 if self.shift == 9 else 1, tables, directory, 0, CUTOFF, small, -(-len(self.small_nexts) * 4 // self.size),
            more, more_sectors,
        )  # fmt: skip
        listed = numbers[:109] + [FREE] * (109 - len(numbers[:109]))
        head += struct.pack("<109I", *listed)
        return head.ljust(self.size, b"\x00") + body

    def _chain(self, data: bytes) -> int:
        if not data:
            return END
        first = len(self.nexts)
        count = -(-len(data) // self.size)
        self.sectors += [data[at * self.size : (at + 1) * self.size].ljust(self.size, b"\x00") for at in range(count)]
        self.nexts += [*range(first + 1, first + count), END]
        return first

    def _small_chain(self, data: bytes) -> int:
        if not data:
            return END
        first = len(self.small_nexts)
        count = -(-len(data) // 64)
        self.small += data.ljust(count * 64, b"\x00")
        self.small_nexts += [*range(first + 1, first + count), END]
        return first

    def _tree(self, tree: Tree) -> int:
        """Enter the names of one folder as a balanced tree; the number of its top."""
        numbers = []
        for name, value in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
            numbers.append(len(self.entries))
            if isinstance(value, dict):
                entry = [name, 1, NO_ENTRY, NO_ENTRY, NO_ENTRY, 0, 0]
                self.entries.append(entry)
                entry[4] = self._tree(value)
            else:
                first = self._chain(value) if len(value) >= CUTOFF else self._small_chain(value)
                self.entries.append([name, 2, NO_ENTRY, NO_ENTRY, NO_ENTRY, first, len(value)])
        return self._balanced(numbers)

    def _balanced(self, numbers: list[int]) -> int:
        if not numbers:
            return NO_ENTRY
        middle = len(numbers) // 2
        entry = self.entries[numbers[middle]]
        entry[2], entry[3] = self._balanced(numbers[:middle]), self._balanced(numbers[middle + 1 :])
        return numbers[middle]

    @staticmethod
    def _entry(entry: list[Any]) -> bytes:
        name, kind, left, right, child, first, size = entry
        said = (name + "\0").encode("utf-16-le")
        return struct.pack("<64sHBBIII36xIQ", said, len(said), kind, 1, left, right, child, first, size)


# Messages

Values = dict[int, Any]  # property number → text, bytes, number, moment


def message(values: Values, attached: tuple[Tree, ...] = (), to: tuple[Values, ...] = (), head: int = 32) -> Tree:
    """A message's folder. `attached` are folders made by `attachment`."""
    tree = _properties(values, head)
    for number, each in enumerate(to):
        tree[f"__recip_version1.0_#{number:08X}"] = _properties(each, 8)
    for number, each in enumerate(attached):
        tree[f"__attach_version1.0_#{number:08X}"] = each
    return tree


def msg(
    values: Values,
    attached: tuple[Tree, ...] = (),
    to: tuple[Values, ...] = (),
    named: dict[int, int] | None = None,
    shift: int = 9,
) -> bytes:
    """A whole .msg file. `named` says which numbers of `values` (0x8000 and above) stand for which named properties."""
    tree = message(values, attached, to)
    entries = b"".join(
        struct.pack("<IHH", lid, 3 << 1, number - 0x8000) for number, lid in sorted((named or {}).items())
    )
    tree["__nameid_version1.0"] = {
        "__substg1.0_00020102": b"", "__substg1.0_00030102": entries, "__substg1.0_00040102": b"",
    }  # fmt: skip
    return compound(tree, shift)


def attachment(name: str, mime: str, data: bytes | Tree) -> Tree:
    """A file, or a message (a tree made by `message` with head=24), inside a message."""
    if isinstance(data, bytes):
        return _properties({0x3707: name, 0x370E: mime, 0x3705: 1, 0x3701: data}, 8)
    tree = _properties({0x3001: name, 0x3705: 5}, 8)
    tree["__substg1.0_3701000D"] = data
    return tree


def _properties(values: Values, head: int) -> Tree:
    tree: Tree = {}
    fixed = bytearray(head)
    for number, value in values.items():
        kind, payload = 0, b""
        if isinstance(value, str):
            data = value.encode("utf-16-le")
            kind, payload = 0x1F, struct.pack("<II", len(data) + 2, 0)
            tree[f"__substg1.0_{number:04X}001F"] = data
        elif isinstance(value, Narrow):
            kind, payload = 0x1E, struct.pack("<II", len(value.data) + 1, 0)
            tree[f"__substg1.0_{number:04X}001E"] = value.data
        elif isinstance(value, bytes):
            kind, payload = 0x102, struct.pack("<II", len(value), 0)
            tree[f"__substg1.0_{number:04X}0102"] = value
        elif isinstance(value, datetime):
            ticks = int((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
            kind, payload = 0x40, struct.pack("<Q", ticks)
        else:
            kind, payload = 3, struct.pack("<Ii", value, 0)
        fixed += struct.pack("<HHI", kind, number, 6) + payload
    tree["__properties_version1.0"] = bytes(fixed)
    return tree


class Narrow:
    """Text in the alphabet of its time, as old programs wrote it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
