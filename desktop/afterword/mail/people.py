"""The person who writes: by the sender's name, and by who signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.lexicon import Lexicon
from afterword.mail.sender import LONGEST, Sender, akin, folded, same
from afterword.mail.sentences import Sentence
from afterword.mail.signing import PARTICLES, Signature, names_of, without_title
from afterword.mail.wording import Words
from afterword.words import _

_PIECE = re.compile(r"\s+(?:from|at|via|chez|bei|von|vom|über|vía)\s+|\s[|@–—-]\s|\s*[(,]")
_OFFICE = re.compile(
    r"info|hello|hallo|moin|post|mail|kontakt|contact|hola|bonjour|office|buero|apply|enquiries|service"
)
_PART = r"[^\W\d_a-z][\w'’.-]*"
_NAME = re.compile(rf"{_PART}(?: {PARTICLES}{_PART}){{0,3}}")


def sending(letter: Letter, sender: Sender, signature: Signature, wording: Sequence[Words], lexicon: Lexicon) -> str:
    """The sender's name when it is a person's; empty when it is an organisation's, or when nobody can tell."""
    said = re.sub(r"\(.*?\) ?", "", letter.sender_name[:LONGEST]).strip(" \"'")
    name = without_title(_PIECE.split(said)[0].strip(" ,\"'"), wording)
    if not _NAME.fullmatch(name) or lexicon.names.search(name) or lexicon.organisations.search(name):
        return ""
    home = folded(sender.label or sender.tenant)
    if home and (folded(name) in home or (len(home) > 3 and home in folded(name))):
        return ""
    signed = names_of(signature, wording)
    if any(_is_of_a_family(name, each) for each in signed):
        return ""  # Tischlerei Hansen, signed by Kai Hansen
    if _shares(name, sender.room):
        return name
    if akin(name, sender.label) and (lexicon.names.fullmatch(sender.room) or _OFFICE.fullmatch(sender.room)):
        return ""
    if any(folded(name.split()[-1]) == folded(each.split()[-1]) for each in signed) and len(name.split()) > 1:
        return name
    alone = re.search(
        rf"^\W*{re.escape(name.split()[0])}(?: {re.escape(name.split()[-1])})?\s*$", letter.text, re.MULTILINE
    )
    return name if len(name.split()) > 1 and (alone or name.split()[0] in signed) else ""


def _is_of_a_family(name: str, signed: str) -> bool:
    one, other = name.split(), signed.split()
    return len(one) == len(other) == 2 and one[1] == other[1] and one[0][0] != other[0][0]


def writing(told: Sequence[Sentence], wording: Sequence[Words]) -> str:
    """Who a system says has written: "Ada Lind sent you a message"."""
    for words in wording:
        for sentence in told[:3]:
            match = words["writes"].match(sentence.said)
            if match:
                return next(group for group in match.groups() if group)
    return ""


def person(
    sent: str, company: str, sender: Sender, signature: Signature, wording: Sequence[Words], lexicon: Lexicon
) -> Reading:
    """Who writes: the fuller of the sender's name and the name below the letter."""
    signed = [each for each in names_of(signature, wording) if _is_somebody(each, company, sender, wording, lexicon)]
    if sent:
        fuller = next((each for each in signed if len(sent.split()) == 1 and sent in each.split()), sent)
        return Reading(fuller, Sure.SURE if signed else Sure.FAIRLY, _("From the sender's name."))
    above = len(signature.lines) > 1 and company and any(same(line, company) for line in signature.lines[1:])
    if signed and (signature.closed or above or _shares(signed[0], sender.room)):
        return Reading(signed[0], Sure.FAIRLY, _("It is signed {name}.").format(name=signed[0]))
    return Reading()


def _shares(name: str, room: str) -> bool:
    """Whether a name and the part of an address before the @ have a word in common: h.amadi, rosalind.achebe."""
    parts = {folded(each) for each in re.split(r"[._+\-\d]+", room)}
    words = [folded(each) for each in re.split(r"[\s-]+", name)]
    whole = folded(room)
    if len(words) > 1 and whole == "".join(each[:1] for each in words):
        return True
    return any(len(each) > 2 and (each in parts or whole.endswith(each)) for each in words) or any(
        each in parts for each in words if len(each) == 2
    )


def _is_somebody(name: str, company: str, sender: Sender, wording: Sequence[Words], lexicon: Lexicon) -> bool:
    if lexicon.names.search(name) or lexicon.organisations.search(name) or name.isupper():
        return False
    if any(words["role_heads"].search(name) or words["no_person"].compiled.fullmatch(name) for words in wording):
        return False
    if _shares(name, sender.room):
        return folded(name) != folded(company)
    others = (company, sender.label, sender.tenant, sender.organisation)
    return not any(other and same(name, other) for other in others)
