"""What a rejection really says: its own sentence, when it has one, and the reason it gives."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.mail.letter import Reading, Sure
from afterword.mail.lexicon import Language, Lexicon
from afterword.mail.scoring import REFUSING, Scores
from afterword.mail.sentences import Sentence
from afterword.words import _

_LIKELY = frozenset({"other_candidate", "position_closed", "internal_candidate"})  # said in so many words


def said_and_reason(
    told: Sequence[Sentence], scores: Scores, lexicon: Lexicon, label: str
) -> tuple[Reading, Reading]:
    """The employer's specific sentence, and a reason code with the words it rests on."""
    spoken = {each.evidence.sentence for each in scores.found if each.phrase.label in REFUSING}
    language = lexicon.language(scores.language)
    best: tuple[int, Sentence, str, str] | None = None
    for number, sentence in enumerate(told):
        near = sentence.said in spoken or any(other.said in spoken for other in told[max(0, number - 1) : number + 2])
        if sentence.subject or not near or language.greeting.match(sentence.plain):
            continue
        found = _reason(sentence, language)
        if found is None:
            continue
        specific = not language.fillers.search(sentence.plain) and found[0] not in _LIKELY
        rank = 3 * specific + (sentence.said in spoken) + (found[0] not in _LIKELY)
        if best is None or rank > best[0]:
            best = (rank, sentence, *found)
    if best is None:
        if label == "position_closed":
            return Reading(), Reading("position_closed", Sure.FAIRLY, _("It says that the job is closed."))
        return Reading(), Reading("none_given", Sure.GUESS, _("It gives no reason."))
    rank, sentence, code, words = best
    because = _("Because it says “{words}”.").format(words=words)
    if rank < 3:
        return Reading(), Reading(code, Sure.FAIRLY if code in _LIKELY else Sure.GUESS, because)
    said = Reading(sentence.said, Sure.GUESS, _("The only sentence that is about you or this job."))
    return said, Reading(code, Sure.GUESS, because)


def _reason(sentence: Sentence, language: Language) -> tuple[str, str] | None:
    filler = bool(language.fillers.search(sentence.plain))
    found = [(code, match) for code, pattern in language.reasons if (match := pattern.search(sentence.plain))]
    # "Others match more closely" is about the others, whatever it says of experience.
    found.sort(key=lambda each: filler and each[0] not in _LIKELY)
    return (found[0][0], sentence.said[found[0][1].start() : found[0][1].end()]) if found else None
