"""The role a letter is about: as its sentences name it, or a line that is the name of a role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.mail import wording
from afterword.mail.letter import Reading, Sure
from afterword.mail.lexicon import Lexicon
from afterword.mail.naming import Named, names_in, role_of
from afterword.mail.sender import folded
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

_LINES = 12  # sentences from the beginning that may be a role alone
_PREFIX = re.compile(r"^(?:(?:re|fw|fwd|aw|wg|tr|rv)\s?: *)+", re.IGNORECASE)
_PIECES = re.compile(r"\s[-–—|·/:]\s|: |, |\s\(")


def role(told: Sequence[Sentence], names: Sequence[Named], company: str, by: Sequence[Words], kind: str) -> Reading:
    """The role, never the company's own name; nothing for a list of openings. `told` is without the signature."""
    if kind == "job_alert":
        return Reading()
    found = [each for each in names if each.role and not _is_name(each, company) and _is_meant(each, by)]
    alone = _alone(told, by)
    if found:
        best = found[0]
        if not best.trusted and alone:
            return alone[0]
        return best.reading(best.role)
    return alone[0] if alone else Reading()


def role_in(told: Sequence[Sentence], lexicon: Lexicon) -> Reading:
    """The role that a part of a letter names."""
    words = wording.of(" ".join(each.said for each in told), lexicon.wording)
    return role(told, names_in(told, words), "", words, "")


def _is_meant(each: Named, by: Sequence[Words]) -> bool:
    """What is named in passing must have a word that heads roles: engineer, teacher."""
    return each.trusted or any(words["role_heads"].search(each.role) for words in by)


def _is_name(each: Named, company: str) -> bool:
    if folded(each.role) in folded(company):
        return True
    return bool(company) and folded(company) in folded(each.role) and len(each.role.split()) <= len(company.split()) + 1


def _alone(told: Sequence[Sentence], by: Sequence[Words]) -> list[Reading]:
    """Subjects, their parts and lines that are the name of a role and nothing else."""
    found = []
    for sentence in told[:_LINES]:
        if not sentence.subject and len(sentence.said) > 60:
            break
        text = _PREFIX.sub("", sentence.said)
        for piece in (*_PIECES.split(text), text):
            for words in by:
                shorter = words["subject_begins"].sub("", piece)
                name = role_of(shorter if len(shorter.split()) > 1 else piece, words)
                if name and (sentence.subject or name[:1].isupper()) and words.is_role(name):
                    because = _("Because it says “{words}”.").format(words=sentence.said[:90])
                    found.append(Reading(name, Sure.FAIRLY, because))
    return found
