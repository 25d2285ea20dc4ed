"""A file's bytes, or a sentence that says why not."""

from __future__ import annotations

from pathlib import Path

from afterword.trouble import Trouble
from afterword.words import _

LIMIT = 25 * 1024 * 1024  # bytes; a mail larger than this is not read


def bytes_of(path: Path) -> bytes:
    """Read a file once, whole. Raises Trouble for a folder, a vanished, a closed or a very large one."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise Trouble(_("{name} is a folder.").format(name=name), _("Open it, and drop the emails inside."))
        if path.stat().st_size > LIMIT:
            raise Trouble(
                _("{name} is larger than 25 MB, too large for an email.").format(name=name),
                _("It has not been changed."),
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Trouble(_("{name} is not there any more.").format(name=name), _("Drop it once more.")) from error
    except OSError as error:
        raise Trouble(
            _("{name} could not be opened.").format(name=name),
            _("Check that you may read it. It has not been changed."),
        ) from error
