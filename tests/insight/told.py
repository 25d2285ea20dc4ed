"""Episodes told in a line, for the tests of findings."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from afterword.journal.episodes import Asked, Episode, Felt, Happened, Meeting, Planned, Reflected, Wanted

BEGAN = datetime(2025, 1, 6, 9)
AS_OF = datetime(2025, 12, 1, 12)
_KEYS = count(1)


def day(number: float) -> datetime:
    return BEGAN + timedelta(days=number)


def meeting(
    stage: str, on: float, round_no: int, *, rated: dict[str, int] | None = None, expected: int | None = None,
    cancelled: bool = False, issues: tuple[str, ...] = (), sealed: bool = True,
) -> Meeting:  # fmt: skip
    rated = rated or {}
    asked = tuple(
        Asked(next(_KEYS), f"About {skill}?", "technical_knowledge", skill, quality, issues, sealed)
        for skill, quality in rated.items()
    )
    lowest = dict(rated) if sealed else {}
    return Meeting(next(_KEYS), round_no, stage, None, day(on), cancelled, asked, expected, lowest)


def episode(
    status: str, stages: str | tuple[Meeting, ...] = "", *, ended: float = 60, applied: float = 0,
    wanted: tuple[Wanted, ...] = (), felt: tuple[Felt, ...] = (), plans: tuple[Planned, ...] = (),
    reflected: tuple[Reflected, ...] = (), company: int = 0, reason: str = "",
) -> Episode:  # fmt: skip
    """`stages` names stages by their first letters: S screen, T technical, F final."""
    names = {"S": "recruiter_screen", "T": "technical", "F": "executive"}
    if isinstance(stages, str):
        stages = tuple(meeting(names[s], applied + 7 * at, at) for at, s in enumerate(stages, start=1))
    key = next(_KEYS)
    events = [Happened("created", day(applied), "draft" if status == "draft" else "applied", None)]
    events += [Happened("interview", m.at - timedelta(days=3), "", m.id) for m in stages if m.at]
    if stages and status != "applied":
        events.append(Happened("status", day(applied + 4), "in_process", None))
    if status in ("accepted", "offer_declined", "offer_rescinded"):
        events.append(Happened("status", day(ended - 1), "offer", None))
    if status not in ("draft", "applied", "in_process"):
        events.append(Happened("status", day(ended), status, None))
    sent = None if status == "draft" else day(applied).date()
    return Episode(
        key, 1, company or key, f"Company {company or key}", "Engineer", "mid", sent, None, reason, tuple(events),
        meetings=stages, wanted=wanted, felt=felt, plans=plans, reflected=reflected,
    )  # fmt: skip
