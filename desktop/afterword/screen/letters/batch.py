"""Many letters at once: which of them are of one application, and which can be accepted together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from afterword.journal.names import Alike, company_key, compare_roles
from afterword.journal.terms import Status
from afterword.journal.ways import way
from afterword.screen.letters.draft import Draft
from afterword.words import _


@dataclass
class Group:
    """The letters of one application, oldest first."""

    name: str
    fresh: bool  # of an application that is not there yet
    drafts: list[Draft] = field(default_factory=list)


def groups(drafts: Iterable[Draft]) -> list[Group]:
    """Sorted by name. Letters that fit nothing known are put together by company and role."""
    known: dict[int, Group] = {}
    fresh: dict[tuple[str, ...], list[Group]] = {}  # by company
    lost = Group(_("Not clear where it belongs"), fresh=False)
    for draft in sorted(drafts, key=_sent):
        found = draft.candidate
        if found is not None:
            known.setdefault(found.application_id, Group(_short(draft), fresh=False)).drafts.append(draft)
        elif draft.must_choose or not draft.company.strip():
            lost.drafts.append(draft)
        else:
            _put(draft, fresh.setdefault(company_key(draft.company), []))
    made = [group for groups in fresh.values() for group in groups]
    for group in made:
        _name(group)
    every = sorted([*known.values(), *made], key=lambda each: each.name.casefold())
    return [*every, lost] if lost.drafts else every


def _put(draft: Draft, mine: list[Group]) -> None:
    """To the letters of the same role; one without a role to the first ones of its company."""
    fitting = [each for each in mine if _same_role(each, draft)]
    if fitting:
        fitting[0].drafts.append(draft)
    else:
        mine.append(Group("", fresh=True, drafts=[draft]))


def _same_role(group: Group, draft: Draft) -> bool:
    roles = [each.title for each in group.drafts if each.title.strip()]
    return not roles or not draft.title.strip() or any(compare_roles(role, draft.title) is Alike.SAME for role in roles)


def _name(group: Group) -> None:
    """All letters of a new application call it by one name, so that they make one."""
    titles = [each.title for each in group.drafts if each.title.strip()]
    company, title = group.drafts[0].company, max(titles, key=len) if titles else ""
    for each in group.drafts:
        each.company, each.title = company, title
    group.name = _short(group.drafts[0])


def _short(draft: Draft) -> str:
    found = draft.candidate
    company, title = (found.company, found.title) if found else (draft.company, draft.title)
    return ", ".join(part for part in (company, title) if part)


def sure_ones(found: Sequence[Group]) -> list[Draft]:
    """Those that can be accepted without a look, in order; what cannot follow what came before is left out."""
    chosen = []
    for group in found:
        now: Status | None = group.drafts[0].status
        for draft in group.drafts:
            if not draft.is_sure or not draft.company.strip():
                continue
            ways = way(now, draft.outcome) if now and draft.outcome and draft.outcome_on else ()
            if ways is None:
                continue
            now = ways[-1] if ways else now or Status.APPLIED
            chosen.append(draft)
    return chosen


def _sent(draft: Draft) -> datetime:
    return draft.letter.sent or datetime.max
