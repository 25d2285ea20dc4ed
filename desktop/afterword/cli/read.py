"""`afterword read`: what letters say, and why. Nothing is kept, and nothing of one's own is taken into account."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from afterword import places
from afterword.cli.printing import DONE, TROUBLE, say
from afterword.mail.letter import Dated, Evidence, Invitation, Letter, Money, News, Sure, Told, Verdict
from afterword.trouble import Trouble

_SURE = {Sure.NO: "none", Sure.GUESS: "guess", Sure.FAIRLY: "fairly", Sure.SURE: "sure"}
# Facts of one value, with the reason for each under "because".
_FACTS = (
    "company", "client", "role", "person", "number", "place", "work_mode", "date", "meeting", "said", "reason",
)  # fmt: skip


def read(options: argparse.Namespace) -> int:
    """Print what each letter in the files is; a file that cannot be read is said on stderr too."""
    from afterword.mail import lexicon
    from afterword.mail.verdict import understand

    known = lexicon.load(places.resources() / "phrases")
    found = [as_object(file, letter, understand(letter, known)) for file in options.files for letter in _letters(file)]
    if options.json:
        say(found)
    else:
        _say_plainly(found)
    for each in found:
        if each["trouble"]:
            print(f"{each['file']}: {each['trouble']}", file=sys.stderr)
    return TROUBLE if any(each["trouble"] for each in found) else DONE


def _say_plainly(found: list[dict[str, Any]]) -> None:
    for each in found:
        turn = f" ({each['turn']})" if each["turn"] else ""
        print(f"{each['file']}: {each['trouble'] or each['kind'] + turn}")
        for sentence in each["evidence"]:
            print(f"    “{sentence['words']}”")


def _letters(file: str) -> Iterator[Letter]:
    """The letters in one file; what cannot be opened becomes a letter that says so."""
    from afterword.mail import reading
    from afterword.mail.opening import bytes_of

    try:
        data = bytes_of(Path(file))
    except Trouble as trouble:
        yield Letter(file=file, raw=b"", format="unknown", digest="", trouble=str(trouble))
        return
    yield from reading.read(Path(file).name, data)


def as_object(file: str, letter: Letter, verdict: Verdict) -> dict[str, Any]:
    """One letter as docs/read.md describes it."""
    return {
        "file": file,
        "format": letter.format,
        "message_id": letter.message_id,
        "subject": letter.subject,
        "sender": letter.sender,
        "sender_name": letter.sender_name,
        "sent": letter.sent,
        "kind": verdict.kind,
        "turn": verdict.turn,
        "confidence": _SURE[verdict.sure],
        "evidence": [_evidence(each) for each in verdict.evidence],
        "also": [_news(each) for each in verdict.also],
        "language": verdict.language,
        **{name: getattr(verdict, name).value for name in _FACTS},
        "because": {name: fact.because for name in _FACTS if (fact := getattr(verdict, name)).value},
        "money": [_money(each) for each in verdict.money],
        "dates": [_dated(each) for each in verdict.dates],
        "told": [_told(each) for each in verdict.told],
        "calendar": [_entry(each) for each in letter.invitations],
        "trouble": letter.trouble,
    }


def _evidence(each: Evidence) -> dict[str, str]:
    return {"sentence": each.sentence, "words": each.words, "label": each.label}


def _news(each: News) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "confidence": _SURE[each.sure],
        "evidence": [_evidence(one) for one in each.evidence],
        "role": each.role.value,
    }


def _money(each: Money) -> dict[str, Any]:
    # Amounts as text: a float would round them.
    return {
        "amount": str(each.amount),
        "upto": "" if each.upto is None else str(each.upto),
        "currency": each.currency,
        "period": each.period,
        "what": each.what,
        "words": each.words,
        "because": each.because,
    }


def _dated(each: Dated) -> dict[str, Any]:
    return {
        "day": each.day,
        "at": "" if each.at is None else f"{each.at:%H:%M}",
        "meaning": each.meaning,
        "words": each.words,
        "because": each.because,
    }


def _told(each: Told) -> dict[str, Any]:
    return {"sentence": each.sentence, "specific": each.specific}


def _entry(each: Invitation) -> dict[str, Any]:
    return {
        "uid": each.uid,
        "sequence": each.sequence,
        "cancelled": each.cancelled,
        "summary": each.summary,
        "begin": each.begin,
        "end": each.end,
        "zone": each.zone,
        "place": each.place,
        "link": each.link,
    }
