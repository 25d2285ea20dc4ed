"""Who a letter is from: the company, the role and the person, each with the reason. A relay is never the company."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.lexicon import Host, Lexicon
from afterword.mail.sentences import Sentence, plain_of
from afterword.words import _

_JUNK_ROLES = frozenset({
    "open", "this", "right", "above", "new", "current", "following", "same", "other", "future", "advertised",
    "next", "job", "role", "position", "the", "our", "your", "a", "an", "any", "that", "vacant", "available",
    "mentioned", "best", "perfect", "ideal", "full-time", "part-time", "suitable", "relevant", "particular",
    "specific", "great", "exciting", "interview", "phone", "first", "second", "final", "team", "company",
    "dear", "thank", "we", "i", "application", "more", "similar", "candidate", "recent", "internal", "senior",
    "junior", "permanent", "remote", "key", "important", "unique", "whole", "entire", "different", "another",
    "former", "latest", "us", "monday", "tuesday", "wednesday", "thursday", "friday", "update", "status",
    "offer",
})  # fmt: skip
_JUNK_COMPANIES = frozenset({
    "the", "our", "your", "this", "us", "we", "i", "you", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "dear", "hi", "hello", "re", "fw", "fwd", "london", "zoom",
    "teams", "google meet", "microsoft teams", "hr", "a", "an", "it", "what", "if", "as", "at", "in", "on",
    "and", "unfortunately", "however", "while", "after", "thank", "linkedin", "indeed", "greenhouse", "workday",
    "lever", "ashby", "human resources", "phone", "skype", "slack", "cv", "pm",
})  # fmt: skip
_ROOM = re.compile(
    r"^(?:no-?reply|jobs?|careers?|talent|hr)[-_.+]|[-_.+](?:jobs?|careers?|no-?reply|talent|hr|recruiting)$"
)
_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|ltd|limited|llc|llp|gmbh|ag|se|sa|sas|s\.a\.s|s\.l|sl|bv|b\.v|nv|corp|corporation|plc"
    r"|oy|ab|as|kg|pty|pvt|spa|srl|sarl|co)\.?$",
    re.IGNORECASE,
)


def host_of(address: str, lexicon: Lexicon) -> Host | None:
    """The known system or mailbox provider behind an address."""
    domain = address.rpartition("@")[2]
    for host in lexicon.hosts:
        if domain == host.domain or domain.endswith("." + host.domain):
            return host
    return None


def known_in(letter: Letter, companies: Sequence[str]) -> str:
    """One of the person's own companies that the letter names, the longest when there are several."""
    text = plain_of(f"{letter.sender_name}\n{letter.subject}\n{letter.text[:20_000]}")
    domain = re.sub(r"[^a-z0-9.]", "", letter.sender.rpartition("@")[2])
    found = []
    for company in companies:
        name = plain_of(without_legal_form(company))
        if not name or name in _JUNK_COMPANIES:
            continue
        squeezed = re.sub(r"[^a-z0-9]", "", name)
        at_home = len(squeezed) > 2 and squeezed in re.split(r"[.]", domain)
        if at_home or (name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)):
            found.append(company)
    return max(found, key=len, default="")


def without_legal_form(name: str) -> str:
    """Kestrel Health Ltd. → Kestrel Health"""
    name = name.strip(" ,.;:!-–|\"'“”()")
    for _again in range(3):
        shorter = _LEGAL.sub("", name).strip(" ,.;:-")
        if not shorter or shorter == name or shorter.endswith(("&", " and")):
            break
        name = shorter
    return name


def company_and_role(
    letter: Letter, told: Sequence[Sentence], lexicon: Lexicon, known: str
) -> tuple[Reading, Reading]:
    """Both, each from the best place it is named in."""
    in_text, role = _named(told, lexicon)
    if known:
        return Reading(known, Sure.SURE, _("It names {company}, which you know.").format(company=known)), role
    by_sender = _by_sender(letter, lexicon)
    if by_sender.sure >= Sure.FAIRLY and in_text.value and _same(by_sender.value, in_text.value):
        fuller = in_text.value if len(in_text.value) > len(by_sender.value) else by_sender.value
        return Reading(fuller, Sure.SURE, by_sender.because), role
    if by_sender.sure >= Sure.FAIRLY or (by_sender.sure and not in_text.value):
        return by_sender, role
    return in_text, role


def _same(one: str, other: str) -> bool:
    first, second = (re.sub(r"[\W_]", "", each).casefold() for each in (one, other))
    return first in second or second in first


def _named(told: Sequence[Sentence], lexicon: Lexicon) -> tuple[Reading, Reading]:
    """Company and role as the sentences name them; patterns are in order of trust."""
    company, role = Reading(), Reading()
    for rank, pattern in enumerate(pattern for words in lexicon.wording for pattern in words.named):
        if company.value and role.value:
            break
        for sentence in told:
            for match in pattern.finditer(sentence.said):
                groups = match.groupdict()
                sure = Sure.FAIRLY if rank < 6 or groups.get("company") else Sure.GUESS
                because = _("Because it says “{words}”.").format(words=_short(match.group()))
                title, name = _role(groups.get("role") or ""), _company(groups.get("company") or "")
                if title and not role.value:
                    role = Reading(title, sure, because)
                if name and not company.value and name.casefold() not in (title or role.value).casefold():
                    company = Reading(name, sure, because)
    return company, role


def _short(words: str) -> str:
    words = words.strip(" ,.:;-")
    return words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + "…"


def _role(text: str) -> str:
    text = re.sub(r"\s+(?:position|role|job|vacancy|opening)$", "", text.strip(" ,.;:-–\"“”'"), flags=re.IGNORECASE)
    words = text.split()
    while words and words[0].lower() in _JUNK_ROLES - {"senior", "junior", "internal", "team"}:
        words.pop(0)
    if not words or len(text) > 80 or all(word.lower() in _JUNK_ROLES for word in words):
        return ""
    if text.count("(") != text.count(")"):
        words = " ".join(words).replace("(", "").replace(")", "").split()
    return " ".join(words)


def _company(text: str) -> str:
    name = without_legal_form(re.sub(r"['’]s$", "", text.strip(" ,.;:-–!\"“”'")))
    name = re.sub(r"\s+(?:and|of|the|for|as)$", "", name)
    return "" if len(name) < 2 or name.lower() in _JUNK_COMPANIES or len(name) > 60 or name.isdigit() else name


def _by_sender(letter: Letter, lexicon: Lexicon) -> Reading:
    host = host_of(letter.sender, lexicon)
    if host and host.company in ("tenant", "account"):
        found = _tenant(letter.sender, host)
        if found:
            named = _name_without_team(letter.sender_name, lexicon)
            value = named if named and _same(named, found) else found
            return Reading(value, Sure.FAIRLY, _("From the sender's address."))
    own = "" if host else _label_of(letter.sender)
    named = _name_without_team(letter.sender_name, lexicon)
    if named and own and re.sub(r"[\W_]", "", named).casefold() in (own, own.replace("-", "")):
        return Reading(named, Sure.SURE, _("From the sender's name and address."))
    if named and named != letter.sender_name and not (host and host.kind in ("mailbox", "board", "test", "signing")):
        return Reading(named, Sure.FAIRLY, _("From the sender's name."))
    if named and host and host.kind == "ats" and host.company == "name":
        return Reading(named, Sure.GUESS if _is_person(named) else Sure.FAIRLY, _("From the sender's name."))
    if own:
        spelled = _spelled(own, f"{letter.subject}\n{letter.text[:20_000]}\n{letter.sender_name}")
        sure = Sure.FAIRLY if spelled else Sure.GUESS
        return Reading(spelled or own.replace("-", " ").title(), sure, _("From the sender's address."))
    return Reading()


def _is_person(name: str) -> bool:
    return len(name.split()) == 2 and all(part.isalpha() and part.istitle() for part in name.split())


def _tenant(address: str, host: Host) -> str:
    account, _at, domain = address.rpartition("@")
    tenant = domain[: -len(host.domain)].strip(".").split(".")[-1]
    text = tenant if host.company == "tenant" else account
    text = _ROOM.sub("", text)
    if re.fullmatch(r"(?:no-?reply|donotreply|jobs?|careers?|talent|notifications?|mail|m|email|www)?\d*", text):
        return ""
    return re.sub(r"[-_.]+", " ", text).title()


def _label_of(address: str) -> str:
    """kestrelhealth, of talent@mail.kestrelhealth.co.uk"""
    labels = address.rpartition("@")[2].split(".")
    if len(labels) < 2:
        return ""
    second = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in ("co", "com", "org", "net", "ac", "gov", "edu")
    return labels[-3] if second else labels[-2]


def _spelled(own: str, text: str) -> str:
    """How the letter itself writes the name in the address: Kestrel Health, for kestrelhealth."""
    pattern = r"[\s&.-]?".join(re.escape(c) for c in own[:40] if c.isalnum())
    for match in re.finditer(rf"(?<![\w@./-]){pattern}(?![\w@.-]*\.\w)(?!\w)", text, re.IGNORECASE):
        if match.group()[:1].isupper() and "\n" not in match.group():
            return match.group()
    return ""


def _name_without_team(name: str, lexicon: Lexicon) -> str:
    """ "Kestrel Health Recruiting Team" → Kestrel Health; "Ana from Kestrel" and "Ana - Kestrel" → Kestrel."""
    name = re.sub(r"\(.*?\)|\"|\bvia\b.*$|@.*$", "", name).strip()
    for cut in (r".*\bfrom\s+", r".*\bat\s+", r".*\s[|@–-]\s+(?=\S)"):
        rest = re.sub(cut, "", name)
        if rest != name and not lexicon.names.fullmatch(rest.strip()):
            name = rest
    before = None
    while before != name:
        before = name
        for words in (name.split(),):
            for size in range(1, min(5, len(words)) + 1):
                if lexicon.names.fullmatch(" ".join(words[-size:]).strip(" -|,.&'")):
                    name = " ".join(words[:-size])
        name = name.strip(" -–|,:;&")
    name = re.sub(r"['’]s$", "", name)
    return "" if lexicon.names.fullmatch(name) or len(name) < 2 else without_legal_form(name)


def person(letter: Letter, company: str, lexicon: Lexicon) -> Reading:
    """The sender's own name, when it is one."""
    name = re.split(r"\s+(?:from|at|via)\s+|\s[|@–-]\s|\(", letter.sender_name)[0].strip(" ,\"'")
    words = name.split()
    if not 2 <= len(words) <= 4 or _same(name, company or "?") or lexicon.names.search(name):
        return Reading()
    if not all(word[:1].isupper() and re.fullmatch(r"[^\W\d_]['’.\w-]*", word) for word in words):
        return Reading()
    return Reading(name, Sure.FAIRLY, _("From the sender's name."))
