"""How the command line says things: exit codes, and JSON."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

DONE, TROUBLE = 0, 1


def say(value: Any) -> None:
    """Print a value as JSON that people can read too."""
    print(json.dumps(value, indent=2, ensure_ascii=False, default=_plain))


def _plain(value: Any) -> Any:
    """JSON for what it does not know: days and moments as ISO text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
