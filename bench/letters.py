"""How many letters a second are read and understood on one core, start-up apart."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "desktop"))


def main() -> None:
    from afterword.mail import lexicon, reading, verdict

    began = time.perf_counter()
    known = lexicon.load(ROOT / "resources" / "phrases")
    loaded = time.perf_counter() - began
    files = [(file.name, file.read_bytes()) for file in sorted((ROOT / "tests" / "letters").glob("*.eml"))]
    rounds, best = 5, 0.0
    for _again in range(rounds):
        began = time.perf_counter()
        for name, raw in files:
            for letter in reading.read(name, raw):
                verdict.understand(letter, known)
        best = max(best, len(files) / (time.perf_counter() - began))
    print(f"{len(files)} letters, best of {rounds} rounds: {best:.0f} a second")
    print(f"phrases and senders loaded in {loaded * 1000:.0f} ms")


if __name__ == "__main__":
    main()
