"""What a letter states besides its news, made ready for the card: each fact ticked or not, each open to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from afterword.journal.stories import ApplicationFact
from afterword.journal.terms import WorkMode
from afterword.mail.letter import Money, Reading, Sure, Verdict
from afterword.words import N_, _, long_day

NOTES, PEOPLE, ANSWER, MODE = "notes", "people", "promised_by", "work_mode"
_ADDED = (NOTES, PEOPLE)  # a letter adds to these
_DAYS = {"deadline": N_("Deadline"), "start": N_("First day"), "answer": N_("Answer by")}
# In these it is the person who is to answer.
_ASKING = ("offer", "information_request", "assessment", "interview_invitation", "talent_pool", "recruiter_outreach")
_PAYS = {
    "salary": N_("Pay"), "bonus": N_("Bonus"), "equity": N_("Equity"), "allowance": N_("Allowance"),
    "expenses": N_("Expenses"),
}  # fmt: skip
_PERIODS = {
    "hour": N_("an hour"), "day": N_("a day"), "week": N_("a week"), "month": N_("a month"), "year": N_("a year"),
    "once": N_("once"),
}  # fmt: skip


@dataclass
class Fact:
    """One thing that was read. `field` is where the application keeps it; `value` is kept as it is shown."""

    field: str
    label: str
    value: str
    sure: int
    because: str
    on: bool = False
    was: str = ""
    day: date | None = None

    @property
    def shown(self) -> str:
        """The value in words."""
        if self.field == MODE:
            return WorkMode(self.value).label if self.value else ""
        return long_day(self.day) if self.day else self.value

    @property
    def kept(self) -> str:
        """The value as the application keeps it."""
        if self.field == ANSWER:
            return self.day.isoformat() if self.day else ""
        return f"{self.label}: {self.shown}" if self.field == NOTES and self.shown else self.value.strip()


def facts_of(verdict: Verdict, known: ApplicationFact | None) -> list[Fact]:
    """All that was read and is not known yet; `known` is the application it goes to, None for a new one."""
    found = []
    for fact in _read(verdict, new=known is None):
        before = _before(known, fact)
        if fact.kept and not _is_there(fact, before):
            free = not before or fact.field in _ADDED
            fact.was = "" if free else before
            fact.on = free and min(fact.sure, verdict.sure) >= Sure.FAIRLY
            found.append(fact)
    return found


def _read(verdict: Verdict, *, new: bool) -> Iterator[Fact]:
    if not new:  # a new one is named where it says what the letter belongs to
        yield _fact("title", _("Role"), verdict.role)
    yield _fact(NOTES, _("For the company"), verdict.client)
    yield _fact(PEOPLE, _("Who writes"), verdict.person)
    yield _fact("requisition", _("Their number"), verdict.number)
    yield _fact("location", _("Place"), verdict.place)
    yield _fact(MODE, _("Where you work"), verdict.work_mode)
    for money in verdict.money:
        offered = verdict.kind == "offer" and money.what == "salary"
        label = _("Pay they offered") if offered else _(_PAYS.get(money.what, _PAYS["salary"]))
        yield Fact("pay_offered" if offered else NOTES, label, money_in_words(money), int(money.sure), money.because)
    for dated in verdict.dates:
        if dated.meaning in _DAYS:
            mine = dated.meaning == "answer" and verdict.kind in _ASKING
            field = ANSWER if dated.meaning == "answer" and not mine else NOTES
            label = _("Answer them by") if mine else _(_DAYS[dated.meaning])
            yield Fact(field, label, dated.day.isoformat(), int(dated.sure), dated.because,
                       day=dated.day)  # fmt: skip


def _fact(field: str, label: str, reading: Reading) -> Fact:
    return Fact(field, label, reading.value, int(reading.sure), reading.because)


def money_in_words(money: Money) -> str:
    """65,000 to 70,000 EUR a year"""
    amount = _amount(money.amount)
    if money.upto is not None:
        amount = _("{least} to {most}").format(least=amount, most=_amount(money.upto))
    period = _(_PERIODS[money.period]) if money.period in _PERIODS else ""
    return " ".join(part for part in (amount, money.currency, period) if part)


def _amount(value: Decimal) -> str:
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def _before(known: ApplicationFact | None, fact: Fact) -> str:
    value = getattr(known, fact.field, "") if known is not None else ""
    if isinstance(value, date):
        return long_day(value)
    return WorkMode(value).label if fact.field == MODE and value else str(value or "")


def _is_there(fact: Fact, before: str) -> bool:
    """Known already, in whatever capitals."""
    if fact.field in _ADDED:
        return fact.kept.casefold() in before.casefold()
    return fact.shown.casefold() == before.casefold()
