"""The number of a job: R-20877, NMC/2304, Kennziffer 2025/041."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.mail.letter import Reading, Sure
from afterword.mail.sentences import Sentence
from afterword.mail.wording import Words
from afterword.words import _

# R-20877, 7714, 2025/041, JR55821; or letters first: NMC/2304, HH-118
_MIXED = r"(?=[\w/.-]{0,24}\d)[A-Za-z]{0,8}[-/_.]?\d\w*(?:[-/_.]\w+){0,3}"
_LETTERS = r"(?=[A-Z/-]{2,20}\d)[A-Z]{2,8}(?:[-/][A-Z]{1,8}){0,2}[-/]\d+(?:[-/]\w+)?"
_TOKEN = rf"(?P<number>{_MIXED}|{_LETTERS})"
_FOLLOWS = re.compile(
    rf"\s*(?:(?:no|nr|num|number|nummer|id|code|núm|numéro|número)\b\.?|n[°º])?\s*[.:#( ]*\s*{_TOKEN}(?![\w%€$£])",
    re.IGNORECASE,
)
# A number that shows by itself what it is.
_ALONE = re.compile(
    r"(?<![\w/.-])(?:(?:REQ|JR|R|JOB|VAC|REF)[-_]?\d{3,8}(?:[-/]\d{1,6})?|[A-Z]{2,5}/\d{2,6}(?:/\d{2,4})?|[A-Z]{2,4}-\d{2,6})"
    r"(?![\w/-])|(?<=#)\d{3,8}\b|(?<=\()\d{2,6}[-/]\d{2,6}(?=\))"
)
# Between dashes in a subject: Your application - 10482 - Train Driver
_APART = re.compile(r"(?:^|[-–|:#] )(?P<number>\d{4,8})(?= [-–|]|$)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|20\d\d|\d{1,2}[.:h]\d{2}|\d{1,2}")
_NO_JOB = frozenset(
    {"GMT", "UTC", "ISO", "COVID", "TV", "EG", "UK", "US", "EU", "CO", "DIN", "SQL", "B2B", "UTF", "SHA", "MP", "AES"}
)


def number_in(told: Sequence[Sentence], wording: Sequence[Words]) -> Reading:
    """The number that words say is the job's, or one that looks like nothing else and stands there alone."""
    for sentence in told:
        if not re.search(r"\d", sentence.plain):
            continue
        for words in wording:
            for lead in words["number"].finditer(sentence.plain):
                match = _FOLLOWS.match(sentence.said, lead.end())
                if (
                    match
                    and not _DATE.fullmatch(match.group("number"))
                    and sum(map(str.isdigit, match.group("number"))) > 1
                ):
                    return _reading(match.group("number").rstrip("."), sentence.said[lead.start() : match.end()])
    apart = _APART.search(told[0].said) if told and told[0].subject else None
    if apart and not _DATE.fullmatch(apart.group("number")):
        return _reading(apart.group("number"), told[0].said[:90])
    alone = [(match.group(), each.said) for each in told for match in _ALONE.finditer(each.said)]
    alone = [(number, said) for number, said in alone if re.split(r"[-/_\d]", number)[0] not in _NO_JOB]
    if len({number for number, _said in alone}) == 1:
        return _reading(alone[0][0], alone[0][1][:90])
    return Reading()


def _reading(number: str, words: str) -> Reading:
    return Reading(number, Sure.FAIRLY, _("Because it says “{words}”.").format(words=words.strip(" ()")))
