"""`afterword calendar`: the days ahead as a file that any calendar takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from afterword import places
from afterword.cli.printing import DONE
from afterword.journal import diary
from afterword.journal.store import open_journal
from afterword.paper import calendar as pages
from afterword.trouble import Trouble
from afterword.words import _, n_


def calendar(options: argparse.Namespace) -> int:
    """Write the file, and say how many days are in it."""
    path: Path = options.journal or places.of_this_person().journal
    with open_journal(path, create=False) as journal:
        entries = diary.ahead(journal)
        made = pages.calendar(entries, journal.now())
    try:
        options.ics.write_bytes(made)
    except OSError as error:
        raise Trouble(
            _("{name} could not be written.").format(name=options.ics), _("Choose another folder for it.")
        ) from error
    print(n_("{n} day ahead", "{n} days ahead", len(entries)) + f", {options.ics}")
    return DONE
