"""A file that cannot be read as a letter."""

from __future__ import annotations


class Refusal(ValueError):
    """Says why, in a sentence for the person, and where there is one, what to do instead."""
