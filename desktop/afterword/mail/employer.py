"""Which of the names in a letter is the employer's: by the sender, the sentences and the signature together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from afterword.mail.letter import Letter, Reading, Sure
from afterword.mail.lexicon import Lexicon
from afterword.mail.naming import Named, company_of
from afterword.mail.sender import Sender, akin, folded, reading, same, spelled
from afterword.mail.sentences import Sentence
from afterword.mail.signing import Signature, companies_of
from afterword.mail.wording import Words
from afterword.words import _

_LONGEST = 10  # letters of a word in an address that may well be one word
_ROOMS = frozenset({"jobs", "job", "careers", "career", "talent", "recruiting", "recruitment", "hr", "apply", "mail"})


@dataclass(frozen=True)
class Employers:
    """Everything that speaks for one company or another."""

    letter: Letter
    told: Sequence[Sentence]
    sender: Sender
    person: str  # the sender's name when it is a person's
    names: Sequence[Named]
    signature: Signature
    wording: Sequence[Words]
    lexicon: Lexicon
    listing: bool = False  # a job board lists openings of many

    def company(self) -> tuple[Reading, Reading]:
        """The employer, and the same as the client when an agency writes."""
        if self._is_agency():
            client = self._client()
            if client.value:
                return client, client
        if self.listing:
            return Reading(), Reading()
        if self.sender.label:
            return self._at_home(), Reading()
        return self._relayed(), Reading()

    def _text(self) -> str:
        return f"{self.letter.subject}\n{self.letter.sender_name}\n{self.letter.text[:20_000]}"

    def _named(self) -> Reading:
        """The best company of the sentences; surer when it is named twice or in the signature too."""
        found = [each for each in self.names if each.company and not self._is_relay(each.company)]
        found = [each for each in found if not self._is_nobody(each.company)]
        if not found:
            return Reading()
        best = found[0]
        told = best.reading(best.company)
        again = any(same(best.company, each.company) for each in found[1:]) or any(
            same(best.company, each) for each, _formal in self._signing()
        )
        return replace(told, sure=Sure.FAIRLY) if again else told

    def _at_home(self) -> Reading:
        """The sender's own domain names an organisation."""
        label, organisation = self.sender.label, self._organisation()
        text = self._text()
        written = spelled(label, text)
        if written:
            fuller = organisation if same(organisation, written) and len(organisation) > len(written) else written
            return reading(company_of(fuller, self.wording[0]) or fuller, Sure.SURE, by_address=True)
        if organisation and akin(organisation, label):
            return reading(organisation, Sure.SURE, by_address=False)
        for name in (*(each.company for each in self.names), *(name for name, _formal in self._signing())):
            if name and akin(name, label) and not self._is_nobody(name):
                return reading(name, Sure.FAIRLY, by_address=True)
        named = self._named()
        if named.sure >= Sure.FAIRLY:
            return named
        if organisation:
            return reading(organisation, Sure.FAIRLY if self._mentioned(organisation) else Sure.GUESS, by_address=False)
        label = self._spaced(re.sub(r"(?<=\w{3})(?:hq|jobs|careers|app)$|^(?:get|join)(?=\w{4})", "", label))
        parts = re.split(r"[- ]", label)
        longest = _LONGEST if len(parts) == 1 else _LONGEST + 2
        if any(len(part) > longest or "and" in part[1:-1] for part in parts):
            return Reading()  # nobody can tell where the words end
        if label in _ROOMS:
            return named
        return reading(" ".join(label.replace("-", " ").split()).title(), Sure.GUESS, by_address=True)

    def _spaced(self, label: str) -> str:
        found = self.lexicon.apart.search(label)
        return f"{label[: found.start()]} {found.group()}" if found and found.start() > 2 else label

    def _is_nobody(self, name: str) -> bool:
        """The person who writes, or a word as general as "Council"."""
        return (bool(self.person) and same(name, self.person)) or bool(self.lexicon.organisations.fullmatch(name))

    def _relayed(self) -> Reading:
        """A system, a job board or a mailbox passes the letter on."""
        tenant, organisation = self.sender.tenant, self._organisation()
        if tenant:
            written = spelled(folded(tenant), self._text())
            fuller = next((each for each in (organisation, written) if each and same(each, tenant)), "")
            return reading(fuller or organisation or tenant, Sure.FAIRLY, by_address=True)
        named = self._named()
        if organisation:
            if named.value and same(named.value, organisation):
                return reading(max(named.value, organisation, key=len), Sure.SURE, by_address=False)
            kind = self.sender.host.kind if self.sender.host else ""
            formal = kind == "mailbox" and self.lexicon.organisations.search(organisation)
            if kind == "ats" or formal or self._mentioned(organisation):
                return reading(organisation, Sure.FAIRLY, by_address=False)
        if named.sure >= Sure.FAIRLY:
            return named
        signed = self._signed()
        return signed if signed.value else named

    def _signed(self) -> Reading:
        text = f"{self.letter.subject}\n{self.letter.text[:20_000]}"
        for name, formal in self._signing():
            if (self.person and same(name, self.person)) or (not formal and self._is_title(name)):
                continue
            if formal or self.lexicon.organisations.search(name) or text.count(name) > 1:
                return Reading(name, Sure.FAIRLY, _("It is signed {name}.").format(name=name))
        return Reading()

    def _signing(self) -> list[tuple[str, bool]]:
        return companies_of(self.signature, self.wording)

    def _is_title(self, name: str) -> bool:
        return any(words["role_heads"].search(name) for words in self.wording) or bool(self.lexicon.names.search(name))

    def _organisation(self) -> str:
        """The sender's name when it is not a person's."""
        name = self.sender.organisation
        if not name or (self.person and same(name, self.person)):
            return ""
        return company_of(name, self.wording[0])

    def _mentioned(self, name: str) -> bool:
        return name in self.letter.subject or name in self.letter.text

    def _is_relay(self, name: str) -> bool:
        no_company = any(words["no_company"].compiled.fullmatch(name) for words in self.wording)
        return no_company or bool(self.lexicon.names.fullmatch(name))

    def _is_agency(self) -> bool:
        own = f"{self.sender.label.replace('-', ' ')} {self._organisation() if self.sender.label else ''}".lower()
        return any(words["agency"].search(own) for words in self.wording) or self._says_client()

    def _says_client(self) -> bool:
        return any(words["our_client"].search(each.plain) for words in self.wording for each in self.told)

    def _client(self) -> Reading:
        """Whom the agency writes for: never itself."""
        own = (self.sender.label, self._organisation(), self.person)
        for words in self.wording:
            for name, said in _matches(words, self.told):
                if (
                    not any(each and same(each, name) for each in own)
                    and not self._is_title(name)
                    and not self._is_relay(name)
                ):
                    return Reading(name, Sure.FAIRLY, _("Because it says “{words}”.").format(words=said))
        return Reading()


def _matches(words: Words, told: Sequence[Sentence]) -> Iterable[tuple[str, str]]:
    for each in told:
        for match in words["client"].finditer(each.said):
            name = company_of(next((group for group in match.groups() if group), ""), words)
            if name:
                yield name, match.group().strip()
