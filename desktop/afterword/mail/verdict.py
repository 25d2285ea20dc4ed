"""What a letter says, from the words it says it with. When in doubt: unsure. A no is never shown as a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.mail import facts, sender, telling
from afterword.mail.deciding import decide
from afterword.mail.letter import UNSURE, Letter, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.memory import Memory
from afterword.mail.scoring import REFUSING, Scores, score
from afterword.mail.sentences import sentences

_RELAYS = {"ats": 3.0, "test": 2.0, "signing": 0.0, "board": 1.0}  # how much a sender's system is about jobs


def understand(
    letter: Letter, lexicon: Lexicon, known_companies: Sequence[str] = (), memory: Memory | None = None
) -> Verdict:
    """The verdict on one letter, with its evidence. Pure; the same letter always gives the same verdict."""
    if letter.trouble or not letter.text.strip():  # a subject alone says too little
        return Verdict(UNSURE, Sure.NO)
    told = sentences(letter.subject, letter.text)
    scores = score(told, lexicon)
    host = sender.host_of(letter.sender, lexicon)
    named = sender.known_in(letter, known_companies)
    scores.job += _RELAYS.get(host.kind, 0.0) if host else 0.0
    scores.job += 1.0 if named else 0.0
    found = decide(scores)
    verdict = Verdict(found.kind, found.sure, found.evidence, turn=scores.turn(found.kind), language=_language(scores))
    verdict = facts.with_facts(verdict, letter, told, lexicon, named)
    if found.kind in REFUSING:
        said, reason = telling.said_and_reason(told, scores, lexicon, found.kind)
        return replace(verdict, said=said, reason=reason)
    return verdict


def _language(scores: Scores) -> str:
    return scores.language if scores.found else ""
