"""What earlier letters know: who wrote for which application, and under which number."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from afterword import places
from afterword.journal.store import Journal
from afterword.mail.letter import Letter

NEWEST = 300  # letters of one sender that are looked at

_SECOND = frozenset({"co", "com", "org", "net", "ac", "gov", "edu"})

_NUMBER = re.compile(
    r"\b(?:requisition|req|job|reference|ref|position|posting|vacancy|kennziffer|referenz)\b\.?\s*"
    r"(?:id|no|nr|number|code)?\b[\s.:#]*((?:[A-Z]{1,5}[-_ ]?)?\d{3,}(?:[-_/]\d+)*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\b((?:REQ|JR|R)[-_]?\d{4,})\b")


@dataclass(frozen=True)
class Writer:
    """An earlier letter of the same sender."""

    kind: str
    relay: bool  # the address serves many companies, but the name was the same


def domain_of(address: str) -> str:
    """The part of an address that somebody owns: mail.acme.co.uk belongs to acme.co.uk."""
    labels = address.rpartition("@")[2].lower().split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND else 2
    return ".".join(labels[-keep:]) if len(labels) > 1 else ""


def applications(journal: Journal, letter: Letter) -> dict[int, Writer]:
    """Applications that have letters from the same sender; the kind is that of the one that says most."""
    domain = domain_of(letter.sender)
    if not domain:
        return {}
    rows = journal.rows(
        "SELECT l.application_id, l.kind, l.sender, l.sender_name, a.company_id FROM words w "
        "JOIN letter l ON l.id = w.rowid JOIN application a ON a.id = l.application_id "
        "WHERE words MATCH ? AND l.deleted_at IS NULL AND a.deleted_at IS NULL "
        f"ORDER BY w.rowid DESC LIMIT {NEWEST}",
        _phrase(domain),
    )
    rows = [row for row in rows if domain_of(row[2]) == domain]
    relay = domain in _relays() or len({row[4] for row in rows}) > 2
    found: dict[int, Writer] = {}
    for application, kind, _sender, name, _company in rows:
        if relay and (not name or name.casefold() != letter.sender_name.casefold()):
            continue
        if application not in found or kind == "interview_invitation":
            found[application] = Writer(kind, relay)
    return found


@functools.cache
def _relays() -> frozenset[str]:
    """Hosts that write for many companies: theirs is never a company's own address. More are learned from letters."""
    from afterword.mail import lexicon  # on first use: starting reads no letters

    return frozenset(host.domain for host in lexicon.hosts(places.resources()))


def numbered(journal: Journal, letter: Letter) -> dict[int, str]:
    """Applications in whose advert, notes or letters a number of this letter's job is found."""
    found: dict[int, str] = {}
    for number in _numbers(f"{letter.subject}\n{letter.text}"):
        for (application,) in journal.rows(
            "SELECT DISTINCT p.application_id FROM words w JOIN passage p ON p.id = w.rowid "
            "WHERE words MATCH ? AND p.kind IN ('application', 'letter') AND p.application_id IS NOT NULL LIMIT 20",
            _phrase(number),
        ):
            found.setdefault(int(application), number)
    return found


def _numbers(text: str) -> list[str]:
    given = [match.group(1) for pattern in (_NUMBER, _BARE) for match in pattern.finditer(text)]
    years = re.compile(r"(19|20)\d\d")
    return list(dict.fromkeys(number.strip() for number in given if not years.fullmatch(number)))[:5]


def _phrase(text: str) -> str:
    """Its words in a row, as a full-text query that is always valid."""
    return '"' + " ".join(re.findall(r"[^\W_]+", text)) + '"'
