"""What a letter says, from the words it says it with. When in doubt: unsure. A no is never shown as a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from afterword.mail import facts, sender, telling, twofold
from afterword.mail.deciding import ABOUT_A_JOB, Decision, decide
from afterword.mail.letter import UNSURE, Evidence, Letter, Sure, Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.memory import Memory
from afterword.mail.scoring import FORWARD, REFUSING, Scores, score
from afterword.mail.sentences import Sentence, sentences

_RELAYS = {"ats": 3.0, "test": 2.0, "signing": 0.0, "board": 1.0}  # how much a sender's system is about jobs


_PLANNED = (UNSURE, "other", "interview_invitation", "interview_change")  # what a calendar entry decides
_NOTHING = Memory()


def understand(
    letter: Letter, lexicon: Lexicon, known_companies: Sequence[str] = (), memory: Memory = _NOTHING
) -> Verdict:
    """The verdict on one letter, with its evidence. Pure; the same letter always gives the same verdict."""
    text = "\n\n".join((letter.text, *(each.summary for each in letter.invitations))).strip()
    if letter.trouble or not text:  # a subject alone says too little
        return Verdict(UNSURE, Sure.NO)
    told = sentences(letter.subject, text)
    scores = score(told, lexicon, f"{letter.sender_name} {letter.sender}")
    host = sender.host_of(letter.sender, lexicon)
    named = memory.company(letter.sender) or sender.known_in(letter, known_companies)
    scores.job += _RELAYS.get(host.kind, 0.0) if host else 0.0
    scores.job += 1.0 if named else 0.0
    two = twofold.second(told, scores, lexicon)
    news, scores = two if two else (None, scores)
    found, turn = _as_planned(decide(scores), letter, scores)
    found = _as_corrected(found, memory.kind(told))
    verdict = Verdict(
        found.kind, found.sure, found.evidence,
        turn=turn if found.kind == "interview_change" and turn else scores.turn(found.kind),
        also=(news,) if news and found.kind in REFUSING else (),
        language=scores.language if scores.found else "",
    )  # fmt: skip
    verdict = facts.with_facts(verdict, letter, told, lexicon, named)
    if found.kind not in REFUSING:
        return verdict
    language = lexicon.language(scores.language)
    account = telling.tell(told, scores, language, found.kind, memory, letter.message_id)
    return replace(verdict, told=account.told, said=account.said, reason=account.reason)


def _as_planned(found: Decision, letter: Letter, scores: Scores) -> tuple[Decision, str]:
    """What the calendar entry inside says, where the words do not: an interview, one that moves, one that is off."""
    if not letter.invitations or scores.job < ABOUT_A_JOB or scores.doubt:
        return found, ""
    if found.kind not in _PLANNED and (found.sure > Sure.GUESS or found.kind in REFUSING):
        return found, ""
    entry = letter.invitations[0]
    turn = "cancelled" if entry.cancelled else "moved" if entry.sequence else ""
    if found.kind == "interview_change" and found.sure > Sure.GUESS and not entry.cancelled:
        return found, ""
    kind = "interview_change" if turn else "interview_invitation"
    evidence = (Evidence(entry.summary, entry.summary, kind),) if entry.summary else ()
    return Decision(kind, Sure.FAIRLY, (*evidence, *found.evidence)), turn


def _as_corrected(found: Decision, corrected: tuple[str, Sentence] | None) -> Decision:
    """What the person said a sentence means, unless the letter plainly says the opposite."""
    if corrected is None or corrected[0] == found.kind:
        return found
    kind, sentence = corrected
    evidence = Evidence(sentence.said, sentence.said, kind)
    for one, other in ((kind, found.kind), (found.kind, kind)):
        if one in REFUSING and other in FORWARD and found.sure is Sure.SURE:
            return Decision(UNSURE, Sure.NO, (evidence, *found.evidence))
    return Decision(kind, Sure.FAIRLY, (evidence, *found.evidence))
