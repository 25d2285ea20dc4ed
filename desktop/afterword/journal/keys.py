"""Keys: 63-bit integers, ordered by time, unlike on any two computers."""

from __future__ import annotations

import secrets
import time

_EPOCH_MS = 1_577_836_800_000  # 2020-01-01; 41 bits of milliseconds last until 2089
_last = 0


def new_key() -> int:
    """A key that is larger than every earlier one of this process, even when the clock is set back."""
    global _last
    candidate = ((time.time_ns() // 1_000_000 - _EPOCH_MS) << 22) | secrets.randbits(22)
    _last = candidate if candidate > _last else _last + 1 + secrets.randbits(6)
    return _last
