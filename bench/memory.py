"""How much memory this process holds now."""

import resource
import sys
from pathlib import Path


def resident() -> float:
    """In MB. The most it ever held, where the system does not say what it holds now."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)
