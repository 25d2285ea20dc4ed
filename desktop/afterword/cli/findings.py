"""`afterword findings`: what the past says, with every count, so that anybody can check the numbers."""

from __future__ import annotations

import argparse
from datetime import datetime, time
from pathlib import Path

from afterword import places
from afterword.cli.printing import DONE, say
from afterword.insight.cards.card import COLLECTING, past
from afterword.insight.cards.page import every
from afterword.insight.findings import findings as all_of
from afterword.journal.retelling import episodes
from afterword.journal.store import open_journal
from afterword.trouble import Trouble
from afterword.words import _


def findings(options: argparse.Namespace) -> int:
    """Print the findings as of the end of a day; by default of everything until now."""
    path: Path = options.journal or places.of_this_person().journal
    with open_journal(path, create=False) as journal:
        as_of = _as_of(options.as_of) or journal.now()
        told = past(episodes(journal, as_of, options.search or 0), as_of)
    if options.json:
        say(all_of(told))
        return DONE
    for card in every(told):
        if card.claims:
            print(f"{card.key}  {card.text}")
        elif card.state == COLLECTING:
            print(f"{card.key}  " + _("not enough yet: {have} of {need}").format(have=card.have, need=card.need))
    return DONE


def _as_of(given: str) -> datetime | None:
    if not given:
        return None
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        raise Trouble(_("“{text}” is no day.").format(text=given), _("Write it like 2025-03-18.")) from None
    return datetime.combine(found.date(), time(23, 59, 59)) if len(given) == 10 else found.replace(tzinfo=None)
