"""Time zones that a calendar file brings along itself: two rules a year, never a list of all their days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FIELD = re.compile(r"^(TZID|TZOFFSETTO|DTSTART|RRULE)[^:\n]*?:(.*)$", re.MULTILINE | re.IGNORECASE)
_PART = re.compile(r"BEGIN:(?:STANDARD|DAYLIGHT)\s(.*?)END:(?:STANDARD|DAYLIGHT)", re.DOTALL | re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")


@dataclass(frozen=True)
class Rule:
    """From when on in a year the clock is how far from UTC."""

    offset: timedelta
    month: int = 0  # 0: always
    week: int = 0  # -1 is the last of the month
    day: int = 0  # Monday is 0
    at: timedelta = timedelta()

    def begins(self, year: int) -> datetime:
        first = datetime(year, self.month, 1)
        if self.week > 0:
            return first + timedelta(days=(self.day - first.weekday()) % 7 + 7 * (self.week - 1)) + self.at
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - self.day) % 7) + self.at


def zone_of(block: str) -> tuple[str, tuple[Rule, ...]]:
    """The name and the rules of one VTIMEZONE; no rules when they are not of the usual kind."""
    fields = {name.upper(): value.strip() for name, value in reversed(_FIELD.findall(block))}
    rules = [_rule(part) for part in _PART.findall(block)[:20]]
    if any(rule is None for rule in rules):
        rules = []
    known = [rule for rule in rules if rule]
    if len({rule.offset for rule in known}) == 1:
        known = [Rule(known[0].offset)]
    elif len(known) != 2 or not all(rule.month for rule in known):
        known = []
    return fields.get("TZID", ""), tuple(known)


def offset_at(when: datetime, rules: tuple[Rule, ...]) -> timedelta:
    """How far from UTC the clock on that wall is."""
    if len(rules) == 1:
        return rules[0].offset
    first, second = sorted(rules, key=lambda rule: rule.begins(when.year))
    return (first if first.begins(when.year) <= when < second.begins(when.year) else second).offset


def _rule(part: str) -> Rule | None:
    fields = {name.upper(): value.strip() for name, value in _FIELD.findall(part)}
    found = _OFFSET.match(fields.get("TZOFFSETTO", ""))
    if not found:
        return None
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    if abs(offset) >= timedelta(days=1):
        return None
    repeated = dict(re.findall(r"([A-Z]+)=([^;]*)", fields.get("RRULE", "").upper()))
    day = re.fullmatch(r"(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)", repeated.get("BYDAY", ""))
    month = repeated.get("BYMONTH", "")
    if not day or month not in map(str, range(1, 13)):
        return Rule(offset)
    clock = re.search(r"T(\d\d)(\d\d)", fields.get("DTSTART", ""))
    at = timedelta(hours=int(clock.group(1)), minutes=int(clock.group(2))) if clock else timedelta()
    return Rule(offset, int(month), int(day.group(1)), _DAYS.index(day.group(2)), at)
