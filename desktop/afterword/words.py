"""Text for people: translation by gettext, and dates in words.

Text is marked where it is defined (`N_`) and translated when it is shown (`_`).
Moments are naive wall-clock times: one person, one computer, one kitchen clock.
"""

from __future__ import annotations

import gettext
import locale
import os
from datetime import date, datetime
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(translations: Path, language: str = "") -> None:
    """Load the catalogue of `language` ("de", "fr"…; empty: the system's) from `translations`."""
    global _catalogue
    wanted = language or os.environ.get("LANGUAGE") or (locale.getlocale()[0] or "")
    codes = [wanted, wanted.split("_")[0]] if wanted else []
    _catalogue = gettext.translation("afterword", translations, [c for c in codes if c], fallback=True)


def _(text: str) -> str:
    """Translate now."""
    return _catalogue.gettext(text) if text else ""


def N_(text: str) -> str:
    """Mark for translation; translated where it is shown."""
    return text


def n_(one: str, many: str, count: int) -> str:
    """Translate with the right plural, and put the count in: `n_("{n} day", "{n} days", 3)`."""
    return _catalogue.ngettext(one, many, count).format(n=count)


_DAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_DAYS_SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_MONTHS_SHORT = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May "), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip


def weekday(day: date) -> str:
    """Thursday"""
    return _(_DAYS[day.weekday()])


def month_name(day: date) -> str:
    """February 2025"""
    return f"{_(_MONTHS[day.month - 1])} {day.year}"


def short_day(day: date, today: date | None = None) -> str:
    """27 Feb; with the year when it is not the year of `today`."""
    text = f"{day.day} {_(_MONTHS_SHORT[day.month - 1]).strip()}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def short_weekday(day: date) -> str:
    """Thu 20 Mar"""
    return f"{_(_DAYS_SHORT[day.weekday()])} {short_day(day)}"


def long_day(day: date) -> str:
    """27 February 2025"""
    return f"{day.day} {_(_MONTHS[day.month - 1])} {day.year}"


def day_of_month(day: date) -> str:
    """27 February"""
    return f"{day.day} {_(_MONTHS[day.month - 1])}"


def clock(moment: datetime) -> str:
    """10:00"""
    return f"{moment:%H:%M}"


def days(count: int) -> str:
    """11 days"""
    return n_("{n} day", "{n} days", count)
