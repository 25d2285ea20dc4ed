"""Calendar entries (.ics, and the parts of a mail that are one) → invitations. Nothing that repeats is expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from afterword.mail import html
from afterword.mail.letter import Invitation, Letter
from afterword.mail.refusal import Refusal
from afterword.mail.tidy import one_line, tidy
from afterword.mail.zones import Rule, offset_at, zone_of
from afterword.words import N_

LIMIT = 100_000  # characters of one entry that are looked at
MOST = 20  # entries

_CALL = re.compile(
    r"https://(?:[\w.-]+\.)?(?:zoom\.us/(?:j|my|w)/|teams\.(?:microsoft|live)\.com/|meet\.google\.com/|[\w.-]*webex\.com/"
    r"|whereby\.com/|meet\.jit\.si/|meet\.goto\.com/|gotomeet\.me/|global\.gotomeeting\.com/|chime\.aws/"
    r"|app\.chime\.aws/|bluejeans\.com/|hire\.hirevue\.com/|join\.skype\.com/)[^\s<>\"')\]]+",
    re.IGNORECASE,
)
_CALLS = ("x-microsoft-skypeteamsmeetingurl", "x-google-conference", "conference", "url", "location", "description")
_LONE_COLON = re.compile(r";TZID=([^\";:\r\n]*:[^\";\r\n]*):(?=\d{8})", re.IGNORECASE)
# "/citadel.org/20250101_1/Europe/Berlin" is Berlin, with the name of a program before it.
_MAKERS_ZONE = re.compile(r"(;TZID=\"?)/[^:;\r\n\"]{1,200}?/([A-Z][a-z]+/[A-Z][A-Za-z_]+)", re.IGNORECASE)
_UTC = ("utc", "tzone://microsoft/utc", "gmt", "z", "etc/utc")


def read_invitations(texts: Sequence[str]) -> tuple[Invitation, ...]:
    """All entries of some calendar texts, each once. A text that cannot be read has none."""
    found: dict[tuple[str, int, str, datetime | None], Invitation] = {}
    for text in texts:
        for each in _entries(text):
            found.setdefault((each.uid, each.sequence, each.method, each.begin), each)
    return tuple(found.values())[:MOST]


def letter_from(file: str, text: str) -> Letter:
    """A calendar file as a letter of the one who invites."""
    found = read_invitations([text])
    if not found:
        raise Refusal(N_("It is a calendar file without an appointment in it."))
    first = found[0]
    return Letter(
        file, b"", "ics", "",
        sender_name=first.organizer_name, sender=first.organizer, subject=first.summary, sent=_written(text),
        text="\n\n".join(filter(None, (first.description or first.summary, first.place))), invitations=found,
    )  # fmt: skip


def _written(text: str) -> datetime | None:
    """When the first entry was written."""
    found = re.search(r"^DTSTAMP:(\d{8}T\d{6})Z", text, re.MULTILINE)
    try:
        return _local(datetime.strptime(found.group(1), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)) if found else None
    except (ValueError, OverflowError):
        return None


def _entries(text: str) -> Iterator[Invitation]:
    from icalendar import Event

    text = text.replace("\r\n", "\n")
    method = re.search(r"^METHOD:[ \t]*([A-Za-z]{3,20})", text, re.MULTILINE)
    zones = dict(zone_of(block) for block in _blocks(text, "VTIMEZONE"))
    for block in _blocks(text, "VEVENT"):
        block = _MAKERS_ZONE.sub(r"\1\2", _LONE_COLON.sub(r';TZID="\1":', block))
        try:
            event = Event.from_ical(block)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError):
            continue
        yield _invitation(event, method.group(1).lower() if method else "publish", zones)


def _blocks(text: str, name: str) -> Iterator[str]:
    """Each component of that name by itself: what is broken around it does no harm, and none is read as a whole.

    Above all no zones, as the library would write out every change of clocks there ever was.
    """
    at, begins, ends = 0, f"BEGIN:{name}\n", f"END:{name}"
    for _block in range(MOST):
        begin = text.find(begins, at)
        end = text.find(ends, begin)
        if begin < 0 or end < 0:
            return
        at = end + len(ends)
        yield f"{text[begin : min(end, begin + LIMIT)].rstrip()}\n{ends}\n"


def _invitation(event: Any, method: str, zones: dict[str, tuple[Rule, ...]]) -> Invitation:
    begin, zone, known = _moment(event, "DTSTART", zones)
    end = _moment(event, "DTEND", zones)[0]
    if end is None and begin is not None:
        end = begin + _length(event) if _length(event) else None
    organizer = _said(event, "ORGANIZER")
    return Invitation(
        uid=_said(event, "UID")[:400],
        sequence=_sequence(event),
        method=method,
        status=_said(event, "STATUS").lower(),
        summary=_said(event, "SUMMARY")[:1000],
        description=_description(event),
        begin=begin,
        end=end,
        whole_day=_whole_day(event),
        zone=zone,
        zone_known=known,
        place=_said(event, "LOCATION")[:1000],
        link=_link(event),
        organizer=re.sub(r"^mailto:", "", organizer, flags=re.IGNORECASE).lower()[:320] if "@" in organizer else "",
        organizer_name=one_line(str(_parameters(event, "ORGANIZER").get("CN") or ""))[:200],
        repeats="RRULE" in event or "RDATE" in event,
    )


def _description(event: Any) -> str:
    text = _raw(event, "DESCRIPTION")
    return tidy(html.to_text(text) if re.search(r"</?(?:br|p|div|a|html|b)\b[^>]{0,200}>", text[:20_000]) else text)


def _raw(event: Any, name: str) -> str:
    value = event.get(name)
    return "" if value is None else str(value[0] if isinstance(value, list) and value else value)


def _said(event: Any, name: str) -> str:
    return one_line(_raw(event, name))


def _parameters(event: Any, name: str) -> Any:
    value = event.get(name)
    return getattr(value[0] if isinstance(value, list) and value else value, "params", {})


def _sequence(event: Any) -> int:
    found = re.fullmatch(r"\d{1,6}", _said(event, "SEQUENCE"))
    return int(found.group()) if found else 0


def _dt(event: Any, name: str) -> Any:
    value = event.get(name)
    try:
        return (value[0] if isinstance(value, list) and value else value).dt if value is not None else None
    except (ValueError, AttributeError, LookupError, TypeError):
        return None


def _whole_day(event: Any) -> bool:
    begin = _dt(event, "DTSTART")
    return isinstance(begin, date) and not isinstance(begin, datetime)


def _length(event: Any) -> timedelta:
    found = _dt(event, "DURATION")
    return found if isinstance(found, timedelta) and timedelta() < found < timedelta(days=60) else timedelta()


def _moment(event: Any, name: str, zones: dict[str, tuple[Rule, ...]]) -> tuple[datetime | None, str, bool]:
    """This computer's wall clock, the zone as it was written, and whether that was understood."""
    value = _dt(event, name)
    if not isinstance(value, date) or not 1970 <= value.year <= 2200:
        return None, "", True
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day), "", True
    zone = one_line(str(_parameters(event, name).get("TZID") or ""))[:200]
    if value.tzinfo is not None:
        return _local(value), zone or "UTC", True
    if not zone:
        return value, "", True
    if zone.lower() in _UTC:
        return _local(value.replace(tzinfo=UTC)), zone, True
    rules = zones.get(zone, ())
    if rules:
        return _local((value - offset_at(value, rules)).replace(tzinfo=UTC)), zone, True
    return value, zone, False


def _local(moment: datetime) -> datetime:
    return moment.astimezone().replace(tzinfo=None, microsecond=0)


def _link(event: Any) -> str:
    for name in _CALLS:
        found = _CALL.search(_raw(event, name)[:50_000])
        if found:
            return found.group()[:500]
    return ""
