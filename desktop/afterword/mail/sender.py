"""Who a letter is from: the system, the organisation and the person. A relay is never the company."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.lexicon import Host, Lexicon
from afterword.mail.naming import without_legal_form
from afterword.mail.sentences import plain_of
from afterword.words import _

_ROOM = re.compile(
    r"^(?:no-?reply|jobs?|careers?|talent|hr|bewerbung|karriere|recrutement|empleo)[-_.+]"
    r"|[-_.+](?:jobs?|careers?|no-?reply|talent|hr|recruiting|bewerbung|karriere|recrutement|empleo)$"
)
_UMLAUTS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": "and", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l",
})  # fmt: skip
_MARKED = {
    "a": "aàáâãåä", "e": "eèéêë", "i": "iìíîï", "o": "oòóôõøö", "u": "uùúûü", "n": "nñ", "c": "cç",
}  # fmt: skip
_PAIRS = {"ae": "ä", "oe": "öø", "ue": "ü", "ss": "ß"}
_JOINT = re.compile(r"\s(?:de|du|des|del|la|le|of|the)\s|\s?&\s?|[\s.'’-]", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w@./-])[^\W\d_a-zß-öø-ÿ]")
_GOES_ON = re.compile(r"[\w@.-]*\.\w|\w")
LONGEST = 120  # letters of a sender's name that are looked at
_NOT_SAID = frozenset({"", "the", "team"})


@dataclass(frozen=True)
class Sender:
    """What the From line says."""

    host: Host | None
    label: str = ""  # kestrelhealth, of talent@mail.kestrelhealth.co.uk; empty for a relay
    tenant: str = ""  # the employer's account at a system
    organisation: str = ""  # the name, without words for teams; may still be a person's
    team: bool = False  # such words were there: it is no person
    room: str = ""  # before the @

    @property
    def board(self) -> bool:
        """Whether a job board writes."""
        return self.host is not None and self.host.kind == "board"


def host_of(address: str, lexicon: Lexicon) -> Host | None:
    """The known system or mailbox provider behind an address."""
    labels = address.rpartition("@")[2].split(".")
    names = (".".join(labels[begin:]) for begin in range(len(labels) - 1))
    return next((lexicon.host_by_domain[name] for name in names if name in lexicon.host_by_domain), None)


def known_in(letter: Letter, companies: Sequence[str]) -> str:
    """One of the person's own companies that the letter names, the longest when there are several."""
    text = plain_of(f"{letter.sender_name}\n{letter.subject}\n{letter.text[:20_000]}")
    domain = re.sub(r"[^a-z0-9.]", "", letter.sender.rpartition("@")[2])
    found = []
    for company in companies:
        name = plain_of(without_legal_form(company))
        if name in _NOT_SAID:
            continue
        squeezed = re.sub(r"[^a-z0-9]", "", name)
        at_home = len(squeezed) > 2 and squeezed in re.split(r"[.]", domain)
        if at_home or (name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)):
            found.append(company)
    return max(found, key=len, default="")


def sender_of(letter: Letter, lexicon: Lexicon) -> Sender:
    """What the From line of a letter says."""
    host = host_of(letter.sender, lexicon)
    room, _at, _domain = letter.sender.partition("@")
    organisation, team = name_without_team(letter.sender_name[:LONGEST], lexicon)
    if lexicon.names.fullmatch(letter.sender_name[:LONGEST].strip()) and host is None:
        organisation = ""
    label = "" if host else _label_of(letter.sender)
    via = re.search(r"\b(?:via|über|vía)\s+(.+)$", letter.sender_name[:LONGEST])
    if via and organisation and same(via.group(1), label):  # Datalys via CodinGame
        label, team = "", True
    tenant = _tenant(letter.sender, host) if host and host.company in ("tenant", "account") else ""
    return Sender(host, label, tenant, organisation, team, room)


def folded(text: str) -> str:
    """Letters and digits only, without marks: Rüegg Holzbau → rueeggholzbau."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UMLAUTS))
    return re.sub(r"[^a-z0-9]", "", plain) or re.sub(r"\W", "", text.casefold())


def same(one: str, other: str) -> bool:
    """Whether two ways of writing a name can mean the same: one is in the other."""
    first, second = folded(one), folded(other)
    return bool(first and second) and (first in second or second in first)


def akin(name: str, label: str) -> bool:
    """Whether a name has a telling word of an address: St Bride Hospital and stbride-hospital."""
    parts = [folded(each) for each in label.split("-")]
    words = [folded(each) for each in re.split(r"[\s-]+", name)]
    begins = (folded(name), *words)
    return any(len(part) > 3 and each.startswith(part) for part in parts for each in begins) or any(
        len(word) > 4 and folded(label).startswith(word) for word in words[:1]
    )


def _tenant(address: str, host: Host) -> str:
    account, _at, domain = address.rpartition("@")
    tenant = domain[: -len(host.domain)].strip(".").split(".")[-1]
    text = tenant if host.company == "tenant" or (tenant and account == host.domain.partition(".")[0]) else account
    text = _ROOM.sub("", text)
    if re.fullmatch(r"(?:no-?reply|donotreply|jobs?|careers?|talent|notifications?|mail|m|email|www)?\d*", text):
        return ""
    return re.sub(r"[-_.]+", " ", text).title()


def _label_of(address: str) -> str:
    labels = address.rpartition("@")[2].split(".")
    if len(labels) < 2:
        return ""
    second = len(labels) > 2 and (
        (len(labels[-1]) == 2 and labels[-2] in ("co", "com", "org", "net", "ac", "gov", "edu", "gob"))
        or labels[-2] in ("ac", "gov", "edu", "sch", "nhs")
    )
    return labels[-3] if second else labels[-2]


def spelled(own: str, text: str) -> str:
    """How a text writes the name in an address: Rüegg Holzbau, for rueegg-holzbau; empty when it does not."""
    letters = "".join(c for c in own[:40].lower() if c.isalnum())
    if len(letters) < 2:
        return ""
    for capital in _CAPITAL.finditer(text):
        end = _follow(text, capital.start(), letters, 0)
        if end > 0 and not _GOES_ON.match(text, end) and "\n" not in text[capital.start() : end]:
            return text[capital.start() : end]
    return ""


def _follow(text: str, at: int, letters: str, number: int) -> int:
    """Where the letters from this number on end, when the text goes on with them; 0 when it does not."""
    if number == len(letters):
        return at
    joint = _JOINT.match(text, at) if number else None
    for start in {at, joint.end() if joint else at}:
        sign = text[start : start + 1].lower()
        for signs, length in _signs(letters, number):
            if sign and sign in signs and (end := _follow(text, start + 1, letters, number + length)):
                return end
    return 0


def _signs(letters: str, number: int) -> Iterator[tuple[str, int]]:
    """What a letter may be written as, and how many letters that stands for: itself and its marked sisters; ae as ä."""
    yield _MARKED.get(letters[number], letters[number]), 1
    if pair := _PAIRS.get(letters[number : number + 2]):
        yield pair, 2
    if letters.startswith("and", number) and 0 < number < len(letters) - 3:
        yield "&", 3


def name_without_team(name: str, lexicon: Lexicon) -> tuple[str, bool]:
    """ "Kestrel Health Recruiting Team" → Kestrel Health; "Ana from Kestrel" and "Ana - Kestrel" → Kestrel."""
    whole = name = re.sub(r"\(.*?\)|\"|\b(?:via|über|vía)\b.*$|@.*$", "", name).strip()
    for cut in (r".*\s(?:from|for|at|bei|von|vom|chez|pour)\s+(?=[^\Wa-z])", r".*\s[|@–—-]\s+(?=\S)", r".*,\s+(?=\S)"):
        rest = re.sub(cut, "", name)
        if rest != name and not lexicon.names.fullmatch(rest.strip()):
            name = rest if "," not in cut else name
        elif rest != name:
            name = re.split(r"\s[|@–—-]\s+|,\s+", name)[0]
    before = None
    while before != name:
        before = name
        words = name.split()
        for size in range(1, min(5, len(words)) + 1):
            if lexicon.names.fullmatch(" ".join(words[-size:]).strip(" -|,.&'")):
                name = " ".join(words[:-size])
            elif size < len(words) and lexicon.names.fullmatch(" ".join(words[:size]).strip(" -|,.&':")):
                name = " ".join(words[size:])
        name = name.strip(" -–|,:;&")
    name = re.sub(r"['’]s$", "", name)
    if lexicon.names.fullmatch(name) or len(name) < 2:
        return "", True
    return without_legal_form(name), name != whole


def reading(value: str, sure: Sure, by_address: bool) -> Reading:
    """What the sender's name or address says."""
    return Reading(value, sure, _("From the sender's address.") if by_address else _("From the sender's name."))
