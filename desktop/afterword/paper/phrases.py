"""How facts are said on paper: stage and day, channel, outcome, feelings, the foot of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from afterword.journal.stories import ActionFact, Feeling, Story
from afterword.journal.terms import FEELING_SCALE, FEELINGS, Channel, Moment, Outcome, Stage, Status
from afterword.words import N_, _, clock, day_of_month, long_day, n_, short_day, weekday

_STAGES = {
    Stage.HIRING_MANAGER: N_("interview with the hiring manager"),
    Stage.TECHNICAL: N_("technical interview"),
    Stage.CODING: N_("coding interview"),
    Stage.SYSTEM_DESIGN: N_("system design interview"),
    Stage.CASE: N_("case interview"),
    Stage.BEHAVIOURAL: N_("behavioural interview"),
    Stage.CLIENT: N_("interview with the client"),
    Stage.CULTURE: N_("culture interview"),
    Stage.OTHER: N_("interview"),
}
_CHANNELS = {
    Channel.JOB_BOARD: N_("through a job board"),
    Channel.COMPANY_SITE: N_("through the company’s site"),
    Channel.REFERRAL: N_("through a referral"),
    Channel.RECRUITER: N_("through a recruiter"),
    Channel.AGENCY: N_("through an agency"),
    Channel.NETWORK: N_("through people you know"),
    Channel.INTERNAL: N_("from inside the company"),
}
TONES = {"no": "taught", "rescinded": "taught", "offer": "confirmed", "passed": "confirmed"}
_DECIDED = ("no", "offer", "silent", "withdrew", "closed", "rescinded")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")


def stage_name(code: str) -> str:
    """technical interview, first call, final round; empty without a stage."""
    if not code:
        return ""
    stage = Stage(code)
    return _(_STAGES[stage]) if stage in _STAGES else stage.label.lower()


def channel(code: str) -> str:
    """through a referral"""
    return _(_CHANNELS.get(Channel(code), "")) if code else ""


def minutes(count: int | None) -> str:
    """90 minutes"""
    return n_("{n} minute", "{n} minutes", count) if count else ""


def near_day(day: date, today: date) -> str:
    """12 March; with the year when it is not this one."""
    return day_of_month(day) if day.year == today.year else long_day(day)


def full_day(day: date) -> str:
    """Thursday 27 February 2025"""
    return f"{weekday(day)} {long_day(day)}"


def appointment(at: datetime, today: date) -> str:
    """Thursday 20 March, 10:00; midnight is a day without an hour."""
    text = f"{weekday(at)} {near_day(at.date(), today)}"
    return f"{text}, {clock(at)}" if at.hour or at.minute else text


def sentence(parts: Sequence[str]) -> str:
    """The parts there are, joined by commas, with a capital at the start."""
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def outcome(story: Story, today: date) -> tuple[str, str]:
    """How it stands, in one line, and its tone."""
    code, since = story.outcome, story.application.since.date()
    if code == "soon":
        return "", ""
    if code == "wait":
        return _("Outcome: no answer yet"), "soft"
    status = Status(story.application.status)
    named = status in (Status.ACCEPTED, Status.OFFER_DECLINED) and code == "offer"
    label = (status.label if named else Outcome(code).label).lower()
    text = _("Outcome: {outcome}").format(outcome=label)
    if code in _DECIDED:
        text += f", {near_day(since, today)}"
    return text, TONES.get(code, "soft")


def moment_label(moment: str, code: str) -> str:
    """What a moment is called: the last one by the answer that came."""
    if moment == Moment.DECISION:
        return _("After the no") if code in ("no", "rescinded") else _("After the answer")
    return Moment(moment).label


def feeling_words(feeling: Feeling) -> str:
    """The person's own words first; the scales as words, never as numbers."""
    scales = [
        f"{_(name).lower()}: {_(FEELING_SCALE[value])}"
        for key, name in FEELINGS
        if (value := getattr(feeling, key)) is not None
    ]
    return ", ".join([*feeling.words, *scales])


def plan(action: ActionFact) -> str:
    """The if-then as one sentence; an act without a condition is itself."""
    then = action.then_text.strip()
    if not action.if_text.strip():
        return then
    return _("If {condition}, then {act}").format(condition=action.if_text.strip(), act=then)


def nth_time(count: int) -> str:
    """How often a lesson was met; empty for the first time."""
    if count < 2:
        return ""
    return {2: _("2nd time"), 3: _("3rd time")}.get(count) or _("{n} times").format(n=count)


def private(today: date) -> str:
    """The foot of every page that holds a person's notes."""
    return _("Private notes. Printed from Afterword on {day}.").format(day=long_day(today))


def printed(today: date) -> str:
    """The foot of a page that is handed to others."""
    return _("Printed from Afterword on {day}.").format(day=long_day(today))


def file_name(*parts: str) -> str:
    """A name that every system takes, without its ending: "Halden Bank, technical, 27 Feb 2025"."""
    text = ", ".join(part for each in parts if (part := " ".join(_UNSAFE.sub(" ", each).split())))
    text = text[:100].rstrip(" .,").lstrip(" .")
    return f"_{text}" if _RESERVED.match(text) else text or "Afterword"


def day_of_file(day: date | None) -> str:
    """27 Feb 2025"""
    return f"{short_day(day)} {day.year}" if day else ""
