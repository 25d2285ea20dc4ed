"""When it is enough: somebody who comes back again and again is asked once, kindly, whether to close it."""

from __future__ import annotations

from collections import Counter

from afterword.journal.stories import Story
from afterword.journal.terms import ReflectionKind

REOPENED = 3  # times after it was finished
LONG = 30 * 60  # seconds with one application


class Guard:
    """Counts for as long as the program runs."""

    def __init__(self) -> None:
        self._reopened: Counter[int] = Counter()
        self._spent: Counter[int] = Counter()
        self._said: set[int] = set()

    def opened(self, story: Story) -> bool:
        """Whether to say it now, on opening; a note of two minutes is not all there is to write."""
        if any(each.completed_at and each.kind != ReflectionKind.CAPTURE for each in story.reflections):
            self._reopened[story.id] += 1
        return self._reopened[story.id] > REOPENED and self._once(story)

    def wrote(self, story: Story, seconds: int) -> bool:
        """Whether to say it now, after `seconds` more of writing."""
        self._spent[story.application.id] += seconds
        return self._spent[story.application.id] > LONG and self._once(story)

    def _once(self, story: Story) -> bool:
        if story.application.id in self._said:
            return False
        self._said.add(story.application.id)
        return True
