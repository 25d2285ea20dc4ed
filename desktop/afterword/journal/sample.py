"""The made-up search: told in a data file, made with the same verbs that a person's acts use, day by day."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from pathlib import Path
from typing import Any

from afterword import places
from afterword.journal import (
    actions,
    applications,
    feelings,
    interviews,
    lessons,
    letters,
    predictions,
    questions,
    reflections,
    searches,
)  # fmt: skip
from afterword.journal.store import Journal, open_journal
from afterword.journal.terms import Moment, ReflectionKind, Status


@dataclass
class _Act:
    """Something that happened, to be done in the order of time."""

    at: datetime
    do: Callable[[], object]


class _Maker:
    """Turns days counted from today into a calendar, and sets the journal's clock to each act."""

    def __init__(self, journal: Journal, now: datetime, told: dict[str, Any]) -> None:
        self.journal, self.now, self.told = journal, now, told
        self.acts: list[_Act] = []

    def day(self, offset: int) -> date:
        """`offset` days from today, off the weekend: later when ahead, earlier when past."""
        day = self.now.date() + timedelta(days=offset)
        step = 1 if offset > 0 else -1
        while day.weekday() > 4:
            day += timedelta(days=step)
        return day

    def at(self, offset: int, clock: str = "09:00") -> datetime:
        hour, minute = map(int, clock.split(":"))
        return datetime.combine(self.day(offset), time(hour, minute))

    def then(self, at: datetime, act: Callable[[], object]) -> None:
        self.acts.append(_Act(at, act))

    def play(self) -> None:
        """Do everything in the order of time, each at its own moment (never later than now)."""
        moment = [self.now]
        self.journal.clock = lambda: moment[-1]
        for act in sorted(self.acts, key=lambda each: each.at):
            moment.append(min(act.at, self.now))
            act.do()

    def tell(self) -> None:
        j, told = self.journal, self.told
        search: list[int] = []
        began = self.at(told["starts"] - 3, "08:00")
        self.then(began, lambda: search.append(
            searches.begin(j, told["name"], told["worker_type"], began.date(), told["goal"])))  # fmt: skip
        for company, title, applied, status, since in told["quiet"]["rows"]:
            self._quiet(company, title, applied, status, since)
        for application in told["application"]:
            self._application(application)

    def _quiet(self, company: str, title: str, applied: int, status: str, since: int) -> None:
        j, found = self.journal, []
        sent = self.at(applied)
        self.then(sent, lambda: found.append(applications.add(j, company, title, sent.date())))
        if status != Status.APPLIED:
            self.then(self.at(since, "12:00"), lambda: applications.move(j, found[0], status))

    def _application(self, told: dict[str, Any]) -> None:
        j, found = self.journal, []
        fields = {key: told[key] for key in ("channel", "location", "people", "ad_text") if key in told}
        sent = self.at(told["applied"])
        self.then(
            sent, lambda: found.append(applications.add(j, told["company"], told["title"], sent.date(), **fields))
        )
        for interview in told.get("interview", ()):
            self._interview(told, interview, found)
        for letter in told.get("letter", ()):
            self.then(self.at(letter["day"], "09:12"), partial(self._letter, found, letter))
        if "offer_day" in told:
            self.then(self.at(told["offer_day"], "17:00"), lambda: applications.move(j, found[0], Status.OFFER))
        if "status" in told:
            reasons = {name: told[name] for name in ("reason", "my_reason") if name in told}
            self.then(
                self.at(told["status_day"], "12:00"), lambda: applications.move(j, found[0], told["status"], **reasons)
            )
        if "promised" in told:
            self.then(self.at(-1), lambda: applications.edit(j, found[0], promised_by=self.day(told["promised"])))

    def _letter(self, found: list[int], told: dict[str, Any]) -> None:
        application_id = found[0]
        from afterword.mail import reading
        from afterword.mail.letter import Sure, Verdict

        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = told["from"], "you@home.example", told["subject"]
        mail["Date"] = format_datetime(self.journal.now().astimezone())
        mail["Message-ID"] = f"<{abs(told['day'])}.{told['subject'].replace(' ', '.')}@sample.example>"
        mail.set_content(told["text"])
        letter = reading.read(f"{told['subject']}.eml", bytes(mail))[0]
        key = letters.keep(self.journal, letter, Verdict(told["kind"], Sure.SURE), application_id)
        if "status" in told:
            applications.move(
                self.journal,
                application_id,
                told["status"],
                reason=told.get("reason", ""),
                source="email",
                letter_id=key,
            )

    def _interview(self, application: dict[str, Any], told: dict[str, Any], found: list[int]) -> None:
        j, made = self.journal, []
        at = self.at(told["day"], told["time"])
        sent = self.at(application["applied"])
        # After it was applied for, whatever weekends make of the days.
        invited = max(sent, min(at - timedelta(days=6), self.now - timedelta(days=1)))
        self.then(invited, lambda: made.append(
            interviews.note(j, application["company"], application["title"], told["stage"], at, application_id=found[0],
                            duration_min=told.get("minutes"), people=told.get("people", ""))))  # fmt: skip
        if at < self.now:
            self.then(at + timedelta(hours=5), lambda: self._two_minutes(made[0], told))
            self.then(at + timedelta(days=2), lambda: self._debrief(made[0], told))
            if answered := self._answered(application):
                self.then(answered + timedelta(hours=4), lambda: self._afterwards(made[0], told))

    def _answered(self, application: dict[str, Any]) -> datetime | None:
        days = [letter["day"] for letter in application.get("letter", ()) if "status" in letter]
        days += [application["status_day"]] if "status_day" in application else []
        return self.at(max(days), "13:00") if days else None

    def _two_minutes(self, key: int, told: dict[str, Any]) -> None:
        j = self.journal
        for moment in (Moment.BEFORE, Moment.DURING, Moment.AFTER, Moment.WAITING):
            if words := told.get("feelings", {}).get(str(moment)):
                feelings.feel(j, key, moment, words)
        if "predicted" in told:
            predictions.predict(j, key, told["predicted"])
        for question in told.get("question", ()):
            self._question(key, question)
        if "went_well" in told:
            note = reflections.start(j, key, ReflectionKind.CAPTURE)
            reflections.answer(j, note, "went_right", told["went_well"])

    def _question(self, key: int, told: dict[str, Any]) -> None:
        j = self.journal
        made = questions.add(j, key, told["text"], category=told["category"], skill=told.get("skill", ""))
        questions.rate(j, made, told["quality"])
        questions.write(j, made, said=told.get("said", ""), now=told.get("now", ""))

    def _debrief(self, key: int, told: dict[str, Any]) -> None:
        j = self.journal
        if "taught" not in told and not told.get("written"):
            return
        kind = ReflectionKind.SUCCESS if told.get("success") else ReflectionKind.DEBRIEF
        reflection = reflections.start(j, key, kind)
        for name, key_ in (("what_happened", "happened"), ("taught", "taught")):
            if name in told:
                reflections.answer(j, reflection, key_, told[name])
        for factor, control, evidence in told.get("factors", ()):
            reflections.add_factor(j, reflection, factor, control=control, evidence=evidence)
        if "lesson" in told:
            lessons.learn(j, key, told["lesson"])
        if "plan" in told:
            actions.plan(j, key, told["plan"]["then"], if_text=told["plan"]["if"])
        if told.get("nothing_to_learn"):
            reflections.nothing_to_learn(j, key)
        if told.get("written"):
            reflections.complete(j, reflection)

    def _afterwards(self, key: int, told: dict[str, Any]) -> None:
        if words := told.get("feelings", {}).get(str(Moment.DECISION)):
            feelings.feel(self.journal, key, Moment.DECISION, words)


def make(path: Path, now: datetime | None = None) -> None:
    """Make the sample afresh at `path`, as of `now`; what was there before is replaced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        left.unlink(missing_ok=True)
    told = tomllib.loads((places.resources() / "sample" / "search.toml").read_text(encoding="utf-8"))
    with open_journal(path) as journal:
        maker = _Maker(journal, (now or datetime.now()).replace(microsecond=0), told)
        maker.tell()
        with journal.database.atomic():
            maker.play()
