"""Letters that were read, made into proposals: against the journal as it is now."""

from __future__ import annotations

from dataclasses import replace

from afterword.journal import applications, letters, matching
from afterword.journal.stories import ApplicationFact, Candidate, LetterFact
from afterword.mail.letter import Letter, Sure, Verdict
from afterword.screen.desk import Desk
from afterword.screen.letters.draft import Draft, parts, propose
from afterword.screen.letters.reader import Reader
from afterword.trouble import Trouble
from afterword.words import _


class Drafting:
    """Asks the journal where a letter belongs, and what is known there."""

    def __init__(self, desk: Desk, reader: Reader) -> None:
        self._desk, self._reader = desk, reader

    def of(self, letter: Letter, verdict: Verdict, onto: int = 0) -> list[Draft]:
        """One for each piece of news in the letter; `onto` is the application it was dropped on."""
        address = self._reader.address(letter)
        found = self._candidates(letter, verdict, onto)
        draft = propose(letter, verdict, found, self._known, onto, address)
        return parts(draft, lambda other: self._candidates(letter, other, 0))

    def filed(self, letter: Letter) -> LetterFact | None:
        """The letter as it is with an application already; None when it is with none."""
        present = letters.duplicate(self._desk.journal, letter)
        return present if present is not None and present.application_id is not None else None

    def again(self, draft: Draft) -> Draft:
        """Proposed anew after something changed; what a person has corrected stays as it is."""
        corrected = draft.by_hand or draft.verdict is not draft.read
        if corrected and not self._is_gone(draft):
            return draft
        found = propose(draft.letter, draft.read, self._candidates(draft.letter, draft.read, 0), self._known,
                        address=draft.address)  # fmt: skip
        return replace(found, part=draft.part)

    def fitting(self, draft: Draft, touched: frozenset[int]) -> Draft:
        """Proposed anew where one of the applications it could belong to was changed or taken back."""
        return self.again(draft) if any(each.application_id in touched for each in draft.candidates) else draft

    def _is_gone(self, draft: Draft) -> bool:
        """Whether what it was to belong to is not there any more."""
        try:
            return draft.candidate is not None and not self._known(draft.candidate.application_id)
        except Trouble:
            return True

    def _known(self, key: int) -> ApplicationFact:
        return applications.fact(self._desk.journal, key)

    def _candidates(self, letter: Letter, verdict: Verdict, onto: int) -> tuple[Candidate, ...]:
        found = matching.candidates(self._desk.journal, letter, verdict)
        if not onto:
            return found
        rest = tuple(each for each in found if each.application_id != onto)
        return (self._dropped_on(onto), *rest)

    def _dropped_on(self, onto: int) -> Candidate:
        story = applications.story(self._desk.journal, onto)
        return Candidate(
            application_id=onto, interview_id=story.interview_id, company=story.application.company,
            title=story.application.title, stage=story.stage, on=story.at.date() if story.at else None,
            status=story.application.status, score=100, sure=int(Sure.SURE), because=_("You dropped it here."),
        )  # fmt: skip
