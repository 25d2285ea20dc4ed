"""Reads what came in, on a worker thread: bytes to letters, letters to verdicts, with what was learned before."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from afterword.journal import companies, corrections
from afterword.journal.senders import domain_of
from afterword.journal.store import Journal
from afterword.mail.letter import Letter, Verdict
from afterword.screen import background
from afterword.screen.letters.intake import Intake

if TYPE_CHECKING:
    from afterword.mail.lexicon import Lexicon

Read = list[tuple[Letter, Verdict]]
_LOADING = threading.Lock()


@functools.cache
def _lexicon(phrases: Path) -> Lexicon:
    """Loaded once for all windows: it never changes."""
    from afterword.mail import lexicon  # on first use: starting reads no letters

    return lexicon.load(phrases)


class Reader:
    """Knows the phrases; loads them when the first letter comes, or just before."""

    def __init__(self, phrases: Path) -> None:
        self._phrases = phrases

    @property
    def lexicon(self) -> Lexicon:
        with _LOADING:
            return _lexicon(self._phrases)

    def read(self, journal: Journal, taken: Intake, then: Callable[[Read], object]) -> None:
        """Understand all of an intake, and call `then` on this thread."""
        known, memory = companies.names(journal), corrections.memory(journal)

        def work() -> Read:
            from afterword.mail import plain, reading, verdict

            ripe = taken.ripe()
            found = [letter for payload in ripe.payloads for letter in reading.read(payload.name, payload.data)]
            if not ripe.payloads and (ripe.text or ripe.html):
                found.append(plain.read_text(ripe.text, ripe.html))
            return [(letter, verdict.understand(letter, self.lexicon, known, memory)) for letter in found]

        background.run(work, then)

    def warm(self) -> None:
        """Get ready while something is still being dragged: the first letter costs the phrases."""
        from afterword.mail.letter import Letter

        def work() -> None:
            from afterword.mail import verdict

            verdict.understand(Letter("", b"", "text", "", text="Thank you for applying."), self.lexicon)

        background.run(work, lambda _nothing: None)

    def address(self, letter: Letter) -> str:
        """What the sender is remembered by: a company's own domain, a person's address, nothing for a relay."""
        from afterword.mail import sender

        host = sender.host_of(letter.sender, self.lexicon)
        if host is None:
            return domain_of(letter.sender)
        return letter.sender if host.kind == "mailbox" else ""
