"""`afterword export` and `afterword import`: a whole journal as JSON, and back."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from afterword import places
from afterword.cli.printing import DONE, say
from afterword.journal import exchange
from afterword.journal.change import Changes
from afterword.journal.store import open_journal
from afterword.trouble import Trouble
from afterword.words import _, n_

MOST = 2_000_000_000  # bytes of a file that is read


def export(options: argparse.Namespace) -> int:
    """Print the whole journal."""
    path: Path = options.journal or places.of_this_person().journal
    with open_journal(path, create=False) as journal:
        say(exchange.give(journal))
    return DONE


def import_(options: argparse.Namespace) -> int:
    """Add what a file holds to the journal; all of it, or nothing."""
    given = _read(options.file)
    path: Path = options.journal or places.of_this_person().journal
    path.parent.mkdir(parents=True, exist_ok=True)
    with open_journal(path) as journal:
        added, _change = Changes(journal).do(exchange.take, given)
    rows = sum(added.values())
    print(n_("{n} row added.", "{n} rows added.", rows) + f" {path}")
    return DONE


def _read(file: Path) -> object:
    try:
        if file.stat().st_size > MOST:
            raise Trouble(_("{name} is too large.").format(name=file.name))
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Trouble(_("{name} could not be read: {error}.").format(name=file.name, error=error.strerror)) from None
    except (ValueError, RecursionError) as error:
        raise Trouble(_("{name} is no JSON: {error}.").format(name=file.name, error=error)) from None
