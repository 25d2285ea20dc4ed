"""The lessons on paper: what the noes taught, what the yeses confirmed, and the numbers behind both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from afterword.insight.account import Account
from afterword.insight.cards.page import claimed
from afterword.insight.flow import noes_in_words
from afterword.insight.saying import share_in_words
from afterword.journal.stories import LessonFact
from afterword.journal.terms import LessonStatus, Stage
from afterword.paper import phrases
from afterword.paper.blocks import Block, Document, Figures, Heading, Line, Numbered, Pairs, Quote, Title
from afterword.words import _, long_day, n_

MOST = 12


def lessons(found: Account, name: str, kept: Sequence[LessonFact], verdicts: Mapping[tuple[str, str], str]) -> Document:
    """`name` of the search; `kept` its lessons; `verdicts` what the person answered to the claims."""
    today = found.past.as_of.date()
    blocks: list[Block] = [Title(_("Lessons")), Line(f"{name}, {long_day(today)}")]
    if found.past.episodes:
        blocks += [Figures(_numbers(found)), Quote(_("In one sentence"), found.sentence, "quiet")]
        blocks += [*_taught(found, kept), *_confirmed(found), *_went(found), *_claims(found, verdicts)]
    else:
        blocks.append(Line(_("Nothing is noted in this search yet.")))
    return Document(
        title=_("Lessons"),
        blocks=tuple(blocks),
        footer=phrases.private(today),
        empty=not found.past.episodes,
        file_name=phrases.file_name(_("Afterword lessons"), name),
    )


def _numbers(found: Account) -> tuple[tuple[str, str], ...]:
    counts = (
        (len(found.past.episodes), n_("application", "applications", len(found.past.episodes))),
        (found.held, n_("interview", "interviews", found.held)),
        (found.debriefs, n_("debrief", "debriefs", found.debriefs)),
    )
    return tuple((str(count), label) for count, label in counts)


def _taught(found: Account, kept: Sequence[LessonFact]) -> list[Block]:
    shown = [each for each in kept if each.status != LessonStatus.RETIRED][:MOST]
    blocks: list[Block] = [Heading(_("What the noes taught"), "taught")]
    blocks += [Numbered(at, each.text, "; ".join(each.sources)) for at, each in enumerate(shown, 1)]
    rows = [
        (each.name, _("Got stuck in {k} of {n}").format(k=len(each.full), n=each.of)) for each in found.stuck[:MOST]
    ]
    outside = len(found.outside.full)
    rows.append((_("Not about you"), n_("{n} no", "{n} noes", outside)))
    return [*blocks, Pairs(tuple(rows))]


def _confirmed(found: Account) -> list[Block]:
    if not found.confirmed:
        return []
    rows = [
        (each.name, _("Went well in {k} of {n}").format(k=len(each.full), n=each.of)) for each in found.confirmed[:MOST]
    ]
    return [Heading(_("What the yeses confirmed"), "confirmed"), Pairs(tuple(rows))]


def _went(found: Account) -> list[Block]:
    """The flow and the stages as counts: on paper nobody can point at a ribbon."""
    count = len(found.columns[0].keys)
    blocks: list[Block] = [Heading(n_("Where {n} application went", "Where {n} applications went", count))]
    rows = []
    for column in found.columns:
        ways = ", ".join(f"{leak.label} {len(leak.keys)}" for leak in column.leaks)
        rows.append((f"{column.label} {len(column.keys)}", ways))
    blocks.append(Pairs(tuple(rows)))
    noes, after = found.noes
    if noes:
        blocks.append(Line(noes_in_words(noes, after)))
    if found.rates:
        passed = tuple((Stage(each.stage).label, share_in_words(each.share)) for each in found.rates)
        blocks += [Heading(_("Rounds passed")), Pairs(passed)]
    return blocks


def _claims(found: Account, verdicts: Mapping[tuple[str, str], str]) -> list[Block]:
    claims = claimed(found.cards, found.hushed, verdicts)
    return [Heading(_("What the numbers say")), *(Line(each.text, "") for each in claims)] if claims else []
