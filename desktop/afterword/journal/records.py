"""Records: one peewee class a table. They stay inside the journal; questions answer with frozen dataclasses.

Two journals can be open for a moment, while one takes the other's place, so each verb binds the classes to its own.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from peewee import BlobField, Database, DatabaseProxy, ForeignKeyField, IntegerField, Model, TextField

from afterword.journal.keys import new_key

database = DatabaseProxy()


def bind(to: Database) -> None:
    """From here on, records are those of this database."""
    if database.obj is not to:
        database.initialize(to)


def utc_now() -> str:
    """The bookkeeping stamp: UTC, ISO, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Record(Model):
    """What every table has: a key made by us, and its stamps."""

    id = IntegerField(primary_key=True, default=new_key)
    created_at = TextField(default=utc_now)
    updated_at = TextField(default=utc_now)
    deleted_at = TextField(null=True)

    class Meta:
        database = database
        legacy_table_names = False

    @classmethod
    def add(cls, **values: Any) -> int:
        """Insert one row, and give its key."""
        key = new_key()
        cls.insert(id=key, **values).execute()
        return key

    @classmethod
    def change(cls, key: int, **values: Any) -> None:
        """Set columns of one row, and its `updated_at`; nothing when they are so already: no step to undo then."""
        found = cls.get_or_none(cls.id == key)
        if found is not None and all(getattr(found, name) == value for name, value in values.items()):
            return
        cls.update(**values, updated_at=utc_now()).where(cls.id == key).execute()


class Search(Record):
    name = TextField()
    worker_type = TextField(default="employee")
    started_on = TextField()
    ended_on = TextField(null=True)
    goal = TextField(default="")


class Company(Record):
    name = TextField()
    industry = TextField(default="")
    size_band = TextField(default="")
    site = TextField(default="")
    notes = TextField(default="")


class Skill(Record):
    name = TextField()
    kind = TextField(default="technical")
    self_level = IntegerField(default=0)
    last_used_year = IntegerField(null=True)
    source = TextField(default="own")
    ext_id = TextField(default="")


class SkillAlias(Record):
    other_name = TextField(column_name="alias")  # peewee's Model has an `alias` of its own
    skill = ForeignKeyField(Skill)


class Application(Record):
    search = ForeignKeyField(Search)
    company = ForeignKeyField(Company)
    title = TextField(default="")
    contract_type = TextField(default="")
    hours = TextField(default="")
    seniority = TextField(default="unknown")
    work_mode = TextField(default="")
    channel = TextField(default="")
    location = TextField(default="")
    pay_expected = TextField(default="")
    pay_offered = TextField(default="")
    applied_on = TextField(null=True)
    status = TextField()
    status_since = TextField()
    outcome_reason = TextField(default="")
    my_reason = TextField(default="")
    reason_text = TextField(default="")
    reason_evidence = TextField(default="")
    promised_by = TextField(null=True)
    ad_text = TextField(default="")
    people = TextField(default="")
    notes = TextField(default="")
    requisition = TextField(default="")


class ApplicationSkill(Record):
    application = ForeignKeyField(Application)
    skill = ForeignKeyField(Skill)
    must = IntegerField(default=0)
    self_level = IntegerField(default=0)


class Interview(Record):
    application = ForeignKeyField(Application)
    round_no = IntegerField()
    position = IntegerField()
    stage_type = TextField(default="other")
    format = TextField(default="")
    planned_at = TextField(null=True)
    held_at = TextField(null=True)
    duration_min = IntegerField(null=True)
    people = TextField(default="")
    cancelled = IntegerField(default=0)
    notes = TextField(default="")
    calendar_uid = TextField(default="")
    calendar_sequence = IntegerField(default=0)


class Question(Record):
    interview = ForeignKeyField(Interview)
    position = IntegerField()
    text = TextField(default="")
    category = TextField(default="other")
    skill = ForeignKeyField(Skill, null=True)
    quality = IntegerField(null=True)
    issues = TextField(default="")
    rated_at = TextField(null=True)
    sealed = IntegerField(default=0)
    answer_gist = TextField(default="")
    better_answer = TextField(default="")


class Prediction(Record):
    interview = ForeignKeyField(Interview)
    made_at = TextField()
    p = IntegerField()
    locked_at = TextField(null=True)
    sealed = IntegerField(default=0)
    revised_p = IntegerField(null=True)
    revised_at = TextField(null=True)


class CheckIn(Record):
    application = ForeignKeyField(Application)
    interview = ForeignKeyField(Interview, null=True)
    moment = TextField()
    at = TextField()
    fear = IntegerField(null=True)
    inadequacy = IntegerField(null=True)
    anxiety = IntegerField(null=True)
    stress = IntegerField(null=True)
    words = TextField(default="")


class Reflection(Record):
    application = ForeignKeyField(Application)
    interview = ForeignKeyField(Interview, null=True)
    kind = TextField()
    prompt_set = TextField()
    opened_at = TextField()
    completed_at = TextField(null=True)
    nothing_to_learn = IntegerField(default=0)
    seconds = IntegerField(default=0)


class ReflectionAnswer(Record):
    reflection = ForeignKeyField(Reflection)
    prompt_key = TextField()
    text = TextField(default="")


class Factor(Record):
    reflection = ForeignKeyField(Reflection)
    factor_type = TextField()
    direction = TextField(default="hurt")
    control = TextField(default="unclear")
    evidence = TextField(default="guess")
    skill = ForeignKeyField(Skill, null=True)
    text = TextField(default="")


class Lesson(Record):
    text = TextField()
    skill = ForeignKeyField(Skill, null=True)
    status = TextField(default="hypothesis")
    first_application = ForeignKeyField(Application, null=True)


class LessonEvidence(Record):
    lesson = ForeignKeyField(Lesson)
    application = ForeignKeyField(Application)
    interview = ForeignKeyField(Interview, null=True)
    stance = TextField(default="for")
    evidence = TextField(default="observed")


class Action(Record):
    interview = ForeignKeyField(Interview, null=True)
    lesson = ForeignKeyField(Lesson, null=True)
    skill = ForeignKeyField(Skill, null=True)
    if_text = TextField(default="")
    then_text = TextField()
    due_on = TextField(null=True)
    status = TextField(default="open")
    done_on = TextField(null=True)
    postponed_count = IntegerField(default=0)
    minutes_planned = IntegerField(null=True)


class Content(Record):
    """Bytes as they arrived, kept once however often they are used."""

    sha256 = TextField()
    data = BlobField()


class Letter(Record):
    application = ForeignKeyField(Application, null=True)
    interview = ForeignKeyField(Interview, null=True)
    content = ForeignKeyField(Content)
    file = TextField(default="")
    format = TextField(default="")
    message_id = TextField(default="")
    fingerprint = TextField(default="")
    kind = TextField(default="unsure")
    sure = IntegerField(default=0)
    sender = TextField(default="")
    sender_name = TextField(default="")
    subject = TextField(default="")
    sent_at = TextField(null=True)
    text = TextField(default="")
    state = TextField(default="unfiled")


class Event(Record):
    """Append-only: the truth about status."""

    application = ForeignKeyField(Application)
    interview = ForeignKeyField(Interview, null=True)
    kind = TextField()
    at = TextField()
    recorded_at = TextField(default=utc_now)
    from_status = TextField(null=True)
    to_status = TextField(null=True)
    source = TextField(default="manual")
    letter = ForeignKeyField(Letter, null=True)
    note = TextField(default="")


class Attachment(Record):
    application = ForeignKeyField(Application)
    interview = ForeignKeyField(Interview, null=True)
    content = ForeignKeyField(Content)
    kind = TextField(default="document")
    name = TextField()
    size = IntegerField()


class Version(Record):
    """An earlier text of a field; twenty are kept for each."""

    subject_id = IntegerField()
    field = TextField()
    text = TextField()
    at = TextField()


class Correction(Record):
    """What the person corrected once about letters: this sender is that company, these words mean that."""

    kind = TextField()
    key = TextField()
    value = TextField()
    example = TextField(default="")


class Reminder(Record):
    """A day on which the person wants to think of an application again, and not before."""

    application = ForeignKeyField(Application)
    on = TextField()


class Look(Record):
    """One look at what is being waited for, and how anxious it was; once a day at most."""

    at = TextField()
    anxiety = IntegerField(null=True)


class InsightState(Record):
    key = TextField()
    subject = TextField(default="")
    verdict = TextField(null=True)
    hidden_until = TextField(null=True)


RECORDS: tuple[type[Record], ...] = (
    Search, Company, Skill, SkillAlias, Application, ApplicationSkill, Interview, Question, Prediction, CheckIn,
    Reflection, ReflectionAnswer, Factor, Lesson, LessonEvidence, Action, Content, Letter, Event, Attachment,
    Version, InsightState, Correction, Reminder, Look,
)  # fmt: skip
