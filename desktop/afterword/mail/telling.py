"""What a rejection really says: its own sentences, when it has some, and the reason it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from afterword.mail.letter import Reading, Sure, Told
from afterword.mail.lexicon import Language
from afterword.mail.memory import Memory
from afterword.mail.scoring import REFUSING, Scores
from afterword.mail.sentences import Sentence
from afterword.words import _

_LIKELY = frozenset({"other_candidate", "position_closed", "internal_candidate"})  # said in so many words
_NEAR = 2  # sentences from the no within which a sentence is about it
_LONG = 6  # words; a shorter sentence says nothing of its own


@dataclass(frozen=True)
class Account:
    """A no, sentence by sentence; the employer's own words, and a reason code with the words it rests on."""

    told: tuple[Told, ...]
    said: Reading
    reason: Reading


@dataclass(frozen=True)
class _Place:
    """Where a sentence stands: near the no, in it, among the words that mean anything at all."""

    near: bool
    refusing: bool
    spoken: bool


@dataclass(frozen=True)
class _Weighed:
    """One sentence: its reason, if it gives one, and whether it is about this person and this job."""

    sentence: Sentence
    code: str
    words: str
    specific: bool
    known: bool
    rank: int


def tell(
    told: Sequence[Sentence], scores: Scores, language: Language, label: str, memory: Memory, message_id: str = ""
) -> Account:
    """What everybody is told, what only this person is told, and why."""
    no = scores.where(*REFUSING)
    spoken = frozenset(each.number for each in scores.found)
    weighed = []
    for number, sentence in enumerate(told):
        if not sentence.subject:
            near = any(abs(number - each) <= _NEAR for each in no)
            known = memory.is_known(sentence, message_id)
            place = _Place(near, number in no, number in spoken)
            weighed.append(_weigh(sentence, language, place, known=known))
    everything = tuple(Told(each.sentence.said, each.specific, each.known) for each in weighed)
    best = max((each for each in weighed if each.code), key=lambda each: each.rank, default=None)
    own = best if best and best.specific else next((each for each in weighed if each.specific), None)
    because = _("The only sentence that is about you or this job.")
    said = Reading(own.sentence.said, Sure.GUESS, because) if own else Reading()
    return Account(everything, said, _why(best, label))


def _why(best: _Weighed | None, label: str) -> Reading:
    if best is not None:
        sure = Sure.FAIRLY if best.code in _LIKELY and not best.specific else Sure.GUESS
        return Reading(best.code, sure, _("Because it says “{words}”.").format(words=best.words))
    if label == "position_closed":
        return Reading("position_closed", Sure.FAIRLY, _("It says that the job is closed."))
    return Reading("none_given", Sure.GUESS, _("It gives no reason."))


def _weigh(sentence: Sentence, language: Language, place: _Place, *, known: bool) -> _Weighed:
    filler = language.fillers.search(sentence.plain) is not None
    manners = language.greeting.match(sentence.plain) is not None
    code, words = _reason(sentence, language, filler=filler) if place.near and not manners else ("", "")
    telling = bool(code) and code not in _LIKELY
    long = len(sentence.plain.split()) >= _LONG
    about_you = long and not place.spoken and language.you.search(sentence.plain) is not None
    about_you = about_you and language.leaning.of(sentence.plain) == "feedback"  # courtesy is about you, too
    specific = place.near and not (filler or manners or known) and (telling or about_you)
    return _Weighed(sentence, code, words, specific, known, 3 * (specific and telling) + place.refusing + telling)


def _reason(sentence: Sentence, language: Language, *, filler: bool) -> tuple[str, str]:
    found = [(code, match) for code, words in language.reasons if (match := words.search(sentence.plain))]
    # "Others match more closely" is about the others, whatever it says of experience.
    found.sort(key=lambda each: filler and each[0] not in _LIKELY)
    return (found[0][0], sentence.said[found[0][1].start() : found[0][1].end()]) if found else ("", "")
