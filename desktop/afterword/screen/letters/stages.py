"""Which kind of interview an invitation speaks of, by the words beside it; nothing when it does not say."""

from __future__ import annotations

import re

from afterword.journal.terms import Stage
from afterword.mail.letter import Letter, Verdict

_TALK = r"(?:interview|gespräch|entretien|entrevista|call|round|session|runde|chat|meeting)"
# The first that is found counts: the finer ones stand before the general ones. English, German, French, Spanish.
_WORDS: tuple[tuple[Stage, str], ...] = (
    (Stage.SYSTEM_DESIGN, r"system[- ]design"),
    (Stage.CODING, rf"(?:live[- ])?coding {_TALK}|pair[- ]programming|programmier"),
    (Stage.CASE, r"case (?:study|interview)|fallstudie|étude de cas|caso práctico"),
    (Stage.PRESENTATION, r"(?:give|hold|prepare) a (?:short )?presentation|präsentation|présentation|presentación"),
    (Stage.TECHNICAL, rf"technical {_TALK}|fachgespräch|technisches gespräch|entretien technique|entrevista técnica"),
    (Stage.EXECUTIVE, rf"final {_TALK}|letzte runde|dernier entretien|entrevista final"),
    (Stage.HIRING_MANAGER, rf"{_TALK} with (?:the|our|your) hiring manager|hiring manager {_TALK}"),
    (Stage.CULTURE, rf"culture(?:[- ]fit)? {_TALK}"),
    (Stage.RECRUITER_SCREEN, r"phone screen|first call|introductory call|screening call|kennenlerngespräch|erstgespräch"
                             r"|premier échange|premier entretien téléphonique|primera llamada"),
)  # fmt: skip


def stage_of(letter: Letter, verdict: Verdict) -> str:
    """A Stage code, read beside the telling words."""
    said = " ".join((letter.subject, *(each.sentence for each in verdict.evidence))).casefold()
    return next((str(stage) for stage, words in _WORDS if re.search(words, said)), "")
