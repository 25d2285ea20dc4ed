"""Meetings as Outlook keeps them ([MS-OXOCAL]) → the same invitation as a calendar part of a mail."""

from __future__ import annotations

import struct

from afterword.mail.compound import Folder
from afterword.mail.letter import Invitation
from afterword.mail.properties import Properties
from afterword.mail.tidy import one_line

# Long names of properties: which number stands for one is listed in the file.
_SEQUENCE, _PLACE, _BEGIN, _END, _WHOLE_DAY, _REPEATS, _UID, _CLEAN_UID = (
    0x8201, 0x8208, 0x820D, 0x820E, 0x8215, 0x8223, 0x3, 0x23,
)  # fmt: skip
_START_DATE, _END_DATE, _SUBJECT = 0x60, 0x61, 0x37
_FROM_NAMES, _FROM_ADDRESSES = (0x42, 0xC1A), (0x5D02, 0x5D01, 0x65, 0xC1F)
_FOREIGN = b"vCal-Uid\x01\x00\x00\x00"
_METHODS = (
    ("ipm.schedule.meeting.request", "request"),
    ("ipm.schedule.meeting.canceled", "cancel"),
    ("ipm.schedule.meeting.resp", "reply"),
    ("ipm.appointment", "publish"),
)


def meeting_in(values: Properties, kind: str, root: Folder) -> Invitation | None:
    """The appointment that a message is about, when it is one."""
    method = next((method for begins, method in _METHODS if kind.startswith(begins)), "")
    if not method:
        return None
    named = _named(root)
    address = next((each for each in map(values.text, _FROM_ADDRESSES) if "@" in each), "")
    return Invitation(
        uid=_uid(values.data(named.get(_CLEAN_UID, 0)) or values.data(named.get(_UID, 0))),
        sequence=max(0, values.number(named.get(_SEQUENCE, 0))),
        method=method,
        status="cancelled" if method == "cancel" else "",
        summary=one_line(values.text(_SUBJECT))[:1000],
        begin=values.moment(named.get(_BEGIN, 0), _START_DATE),
        end=values.moment(named.get(_END, 0), _END_DATE),
        whole_day=bool(values.number(named.get(_WHOLE_DAY, 0)) & 1),
        zone="UTC",
        place=one_line(values.text(named.get(_PLACE, 0)))[:1000],
        organizer=address.strip().lower()[:320],
        organizer_name=one_line(values.text(*_FROM_NAMES))[:200],
        repeats=bool(values.number(named.get(_REPEATS, 0)) & 1),
    )


def _named(root: Folder) -> dict[int, int]:
    """Long name → number in this file."""
    listed = root.folders.get("__nameid_version1.0")
    entries = listed.read("__substg1.0_00030102")[:64_000] if listed else b""
    found = struct.iter_unpack("<IHH", entries[: len(entries) // 8 * 8])
    return {name: 0x8000 + index for name, how, index in found if not how & 1}


def _uid(blob: bytes) -> str:
    """The number of a meeting as .ics files have it."""
    if _FOREIGN in blob:
        return blob.partition(_FOREIGN)[2].rstrip(b"\0").decode("utf-8", "replace")[:400]
    return blob[:200].hex().upper()
