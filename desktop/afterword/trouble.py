"""Trouble is what a person can act on. Everything else is a bug."""

from __future__ import annotations


class Trouble(Exception):
    """A sentence that says what happened, and one that says what to do next.

    Both are finished text for people, already translated.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()
