"""How it was: own words and four scales, at up to six moments of an interview."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.journal import about
from afterword.journal.change import verb
from afterword.journal.records import CheckIn, utc_now
from afterword.journal.store import Journal
from afterword.journal.stories import Feeling
from afterword.journal.terms import FEELINGS, Moment
from afterword.words import N_

SCALES = tuple(code for code, _label in FEELINGS)
_MOMENTS = [str(moment) for moment in Moment]


@verb(N_("how it felt"))
def feel(
    journal: Journal, /, interview_id: int, moment: str, words: Sequence[str], **scales: int | None
) -> None:
    """Note how it was at one moment, in place of what was noted for it before.

    A scale is 0 to 4, or None for not answered; one that is not named stays as it is. Nothing at all removes the note.
    """
    application_id = about.application_of(journal, interview_id)
    for code, value in scales.items():
        if code not in SCALES or (value is not None and not 0 <= value <= 4):
            raise ValueError(f"{code}={value}")
    found = CheckIn.get_or_none(
        CheckIn.interview == interview_id, CheckIn.moment == str(Moment(moment)), CheckIn.deleted_at.is_null()
    )
    values = {code: getattr(found, code, None) for code in SCALES} | scales
    text = "\n".join(_clean(words))
    if found is None:
        if text or any(value is not None for value in values.values()):
            at = journal.now().isoformat()
            CheckIn.add(
                application_id=application_id, interview_id=interview_id, moment=moment, at=at, words=text, **values
            )
    elif not text and all(value is None for value in values.values()):
        CheckIn.change(found.id, deleted_at=utc_now())
    elif text != found.words or any(value != getattr(found, code) for code, value in values.items()):
        CheckIn.change(found.id, words=text, **values)


def of(journal: Journal, interview_id: int) -> tuple[Feeling, ...]:
    """What was noted, in the order of the moments."""
    rows = journal.rows(
        "SELECT moment, words, fear, inadequacy, anxiety, stress FROM check_in "
        "WHERE interview_id = ? AND deleted_at IS NULL ORDER BY id",
        interview_id,
    )
    found = [Feeling(row[0], tuple(filter(None, row[1].split("\n"))), *row[2:]) for row in rows]
    return tuple(sorted(found, key=lambda feeling: _MOMENTS.index(feeling.moment)))


def _clean(words: Sequence[str]) -> list[str]:
    kept: dict[str, str] = {}
    for word in words:
        text = " ".join(word.split())
        if text:
            kept.setdefault(text.casefold(), text)
    return list(kept.values())
