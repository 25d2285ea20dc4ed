"""Where the applications went: from round to round, and out of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from afterword.journal.episodes import Episode, Meeting
from afterword.journal.terms import OFFERED, PENDING, Stage, Status
from afterword.words import N_, _, n_

MOST = 9  # columns; later rounds are told together

# How an application leaves a column, in the order from top to bottom.
WAYS = ("soon", "waiting", "no", "silent", "withdrew", "closed")
_LABELS = {
    "soon": N_("Coming up"), "waiting": N_("Waiting"), "no": N_("No"), "silent": N_("No reply"),
    "withdrew": N_("Withdrew"), "closed": N_("Closed"), "rescinded": N_("Taken back"),
}  # fmt: skip
_ENDS = {
    Status.REJECTED: "no", Status.GHOSTED: "silent", Status.WITHDRAWN: "withdrew", Status.CLOSED: "closed",
    Status.OFFER_RESCINDED: "rescinded",
}  # fmt: skip


@dataclass(frozen=True)
class Leak:
    """Those that left a column in one way."""

    way: str
    label: str
    keys: tuple[int, ...]


@dataclass(frozen=True)
class Column:
    """Those that reached a point, those that went on from it, and those that did not."""

    label: str
    keys: tuple[int, ...]
    on: tuple[int, ...]
    leaks: tuple[Leak, ...]
    offer: bool = False


def flow(episodes: Sequence[Episode], as_of: datetime) -> tuple[Column, ...]:
    """Applied, each round by its number, and the offer. Drafts are not in it."""
    told = [each for each in episodes if each.group != "draft"]
    reached = {each.id: min(MOST - 2, len(_rounds(each, as_of))) for each in told}
    last = max(reached.values(), default=0)
    columns = []
    for at in range(last + 1):
        here = [each for each in told if reached[each.id] >= at]
        on = [each for each in here if reached[each.id] > at]
        offers = [each for each in here if reached[each.id] == at and each.status in OFFERED]
        stay = [each for each in here if reached[each.id] == at and each.status not in OFFERED]
        label = _("Applied") if not at else _name(here, at, as_of)
        columns.append(Column(label, _keys(here), _keys([*on, *offers]), _leaks(stay, at, as_of)))
    offered = [each for each in told if each.status in OFFERED]
    if offered:
        back = [each for each in offered if each.status is Status.OFFER_RESCINDED]
        leaks = (Leak("rescinded", _(_LABELS["rescinded"]), _keys(back)),) if back else ()
        columns.append(Column(_("Offer"), _keys(offered), (), leaks, offer=True))
    return tuple(columns)


def offers_of(columns: Sequence[Column], at: int) -> tuple[int, ...]:
    """Those that went from a column to the offer at once."""
    if not columns or not columns[-1].offer or at >= len(columns) - 1:
        return ()
    further = set(columns[at + 1].keys) if at + 1 < len(columns) - 1 else set()
    return tuple(key for key in columns[at].on if key not in further)


def as_sankeymatic(columns: Sequence[Column]) -> str:
    """Lines as SankeyMATIC reads them: Applied [14] First call."""
    lines = []
    for at, column in enumerate(columns):
        straight = offers_of(columns, at)
        if at + 1 < len(columns) and not columns[at + 1].offer and len(column.on) > len(straight):
            lines.append(f"{column.label} [{len(column.on) - len(straight)}] {columns[at + 1].label}")
        if straight:
            lines.append(f"{column.label} [{len(straight)}] {columns[-1].label}")
        # A name with its column: SankeyMATIC takes equal names for one node.
        lines += [f"{column.label} [{len(leak.keys)}] {leak.label}, {column.label.lower()}" for leak in column.leaks]
    return "\n".join(lines) + "\n" if lines else ""


def after_a_conversation(episodes: Sequence[Episode], as_of: datetime) -> tuple[int, int]:
    """All noes, and those of them that came after somebody had talked with the person."""
    noes = [each for each in episodes if each.group == "failure"]
    return len(noes), sum(any(each.was_held(meeting, as_of) for meeting in each.meetings) for each in noes)


def noes_in_words(noes: int, after: int) -> str:
    """18 noes. The 7 that came after a conversation are the ones that can teach you something."""
    first = n_("{n} no.", "{n} noes.", noes)
    if not after:
        return first
    more = n_(
        "The {n} that came after a conversation can teach you something.",
        "The {n} that came after a conversation are the ones that can teach you something.",
        after,
    )
    return f"{first} {more}"


def _rounds(episode: Episode, as_of: datetime) -> list[int]:
    """The rounds that somebody was invited to, by number."""
    found = {
        m.round_no for m in episode.meetings if not m.cancelled and (m.at is None or m.at <= as_of or _open(episode))
    }
    return sorted(found)


def _open(episode: Episode) -> bool:
    return episode.status in PENDING


def _name(here: Sequence[Episode], at: int, as_of: datetime) -> str:
    """The stage that most of them had as this round; its number where they differ."""
    stages: Counter[str] = Counter()
    for each in here:
        number = _rounds(each, as_of)[at - 1]
        met = [m.stage for m in each.meetings if m.round_no == number and not m.cancelled]
        stages[met[0] if len(met) == 1 else str(Stage.LOOP)] += 1
    stage, count = max(stages.items(), key=lambda item: (item[1], item[0]))
    if 2 * count <= len(here):
        return _("Round {n}").format(n=at)
    return Stage(stage).label


def _leaks(stay: Sequence[Episode], at: int, as_of: datetime) -> tuple[Leak, ...]:
    ways: dict[str, list[Episode]] = {}
    for each in stay:
        way = _ENDS.get(each.status, "")
        if not way:
            ahead = at and not any(each.was_held(m, as_of) for m in _last(each, as_of))
            way = "soon" if ahead else "waiting"
        ways.setdefault(way, []).append(each)
    return tuple(
        Leak(way, _("No, from the CV") if way == "no" and not at else _(_LABELS[way]), _keys(ways[way]))
        for way in WAYS
        if way in ways
    )


def _last(episode: Episode, as_of: datetime) -> list[Meeting]:
    numbers = _rounds(episode, as_of)
    return [m for m in episode.meetings if numbers and m.round_no == numbers[-1] and not m.cancelled]


def _keys(episodes: Sequence[Episode]) -> tuple[int, ...]:
    return tuple(each.id for each in episodes)
