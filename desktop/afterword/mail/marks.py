"""What recognises a letter that was already seen."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime


def fingerprint(sender: str, sent: datetime | None, text: str) -> str:
    """The same words from the same sender on the same day, however they were wrapped, quoted or exported."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text[:200_000]).casefold())
    if not words:
        return ""
    day = sent.date().isoformat() if sent else ""
    return hashlib.sha256("\n".join((sender.casefold().strip(), day, " ".join(words))).encode()).hexdigest()
