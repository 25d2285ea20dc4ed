"""One interview on paper: what happened, what was asked, how it felt, what it left."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from afterword.journal.prompts import PromptSet
from afterword.journal.stories import FactorFact, LetterFact, QuestionFact, Stop, Story
from afterword.journal.terms import FactorType, Issue, OutcomeReason, Stage
from afterword.paper import answers, phrases
from afterword.paper.blocks import (
    Block,
    Columns,
    Document,
    Heading,
    Include,
    Line,
    Milestone,
    Pairs,
    Prose,
    Question,
    Quote,
    Road,
    Title,
)  # fmt: skip
from afterword.words import _, days, n_, short_day

Parts = Mapping[str, tuple[Prose, ...]]


def interview(
    story: Story, today: date, include: Include, sets: Mapping[str, PromptSet] | None = None
) -> Document:
    """`sets`: the prompts the answers were given to, when they are not the bundled ones."""
    parts = answers.by_part(story, answers.bundled() if sets is None and story.reflections else sets or {})
    written = _written(story, include, parts)
    company = story.application.company
    stage = stage_word(story)
    return Document(
        title=", ".join(part for part in (company, stage) if part),
        blocks=(*_head(story, today, include), *(written or (Line(_("Nothing is written about this one yet.")),))),
        footer=phrases.private(today),
        empty=not written,
        file_name=phrases.file_name(company, stage, phrases.day_of_file(story.at.date() if story.at else None)),
    )


def stage_word(story: Story) -> str:
    """technical, first call: the stage inside a line."""
    return Stage(story.stage).label.lower() if story.stage else ""


def _head(story: Story, today: date, include: Include) -> list[Block]:
    """Name, facts, how it stands, and the road."""
    app = story.application
    blocks: list[Block] = [Title(app.company)]
    if facts := _facts(story, today):
        blocks.append(Line(facts))
    people = "; ".join(each for each in (story.interview_people, app.people) if each.strip())
    if people and include.names:
        blocks.append(Line(_("People: {names}").format(names=people)))
    if include.salary and (pay := _pay(story)):
        blocks.append(Line(pay))
    text, tone = phrases.outcome(story, today)
    if text:
        blocks.append(Line(text, tone))
    if len(story.road) > 1:
        blocks.append(Road(_milestones(story.road)))
    return blocks


def _facts(story: Story, today: date) -> str:
    app, stage, on = story.application, phrases.stage_name(story.stage), ""
    if story.at and story.interview_id is not None:
        on = phrases.appointment(story.at, today) if story.outcome == "soon" else phrases.full_day(story.at.date())
    talk = _("{stage} on {day}").format(stage=stage, day=on) if stage and on else stage or on
    if story.cancelled:
        talk = _("{talk} (cancelled)").format(talk=talk)
    applied = ""
    if app.applied_on and story.interview_id is None:
        applied = _("applied on {day}").format(day=phrases.full_day(app.applied_on))
    length, through = phrases.minutes(story.duration_min), phrases.channel(app.channel)
    return phrases.sentence((app.title, talk, applied, length, through))


def _pay(story: Story) -> str:
    app = story.application
    expected = _("hoped for {pay}").format(pay=app.pay_expected) if app.pay_expected else ""
    offered = _("offered {pay}").format(pay=app.pay_offered) if app.pay_offered else ""
    told = ", ".join(part for part in (expected, offered) if part)
    return _("Pay: {told}").format(told=told) if told else ""


def _milestones(road: tuple[Stop, ...]) -> tuple[Milestone, ...]:
    found = []
    for n, stop in enumerate(road):
        waited = n > 0 and stop.kind in ("answer", "today")
        silence = (stop.on - road[n - 1].on).days if waited else 0
        tone = phrases.TONES.get(stop.outcome, "soft") if stop.kind == "answer" else ""
        found.append(
            Milestone(
                stop.label, short_day(stop.on, road[-1].on), (stop.on - road[0].on).days, tone,
                days(silence) if silence > 0 else "", waited,
            )
        )  # fmt: skip
    return tuple(found)


def _written(story: Story, include: Include, parts: Parts) -> list[Block]:
    """Everything that a person, or the company, has put into words."""
    good = story.outcome in ("offer", "passed")
    blocks: list[Block] = []
    if story.taught.strip():
        heading = _("What this one confirmed") if good else _("What this one taught")
        blocks.append(Quote(heading, story.taught.strip(), "confirmed" if good else "taught"))
    blocks += _headed(_("How it went"), (*parts.get("expect", ()), *parts.get("what_happened", ())))
    blocks += _questions(story.questions, parts)
    blocks += _inside(story, include, parts)
    blocks += _headed(_("What was confirmed"), parts.get("confirmed", ()))
    blocks += _their_side(story, include)
    blocks += _headed(_("Notes"), _notes(story))
    rest = tuple(prose for part, proses in parts.items() if part not in _PLACED for prose in proses)
    blocks += _headed(_("In my words"), (*parts.get("take_with_me", ()), *rest))
    blocks += _take_along(story)
    return blocks


_PLACED = ("expect", "what_happened", "questions", "felt", "about", "confirmed", "take_with_me")


def _headed(heading: str, blocks: tuple[Block, ...]) -> list[Block]:
    return [Heading(heading), *blocks] if blocks else []


def _questions(questions: tuple[QuestionFact, ...], parts: Parts) -> list[Block]:
    asked = [question(each) for each in questions]
    told = parts.get("questions", ())
    if not asked and not told:
        return []
    legend = ("stuck", "ok", "good") if any(each.mark for each in asked) else ()
    return [Heading(_("The questions"), legend=legend), *asked, *told]


def question(fact: QuestionFact) -> Question:
    """A question as it stands in the debrief."""
    note = phrases.sentence([_(Issue(issue).label).lower() for issue in fact.issues])
    return Question(fact.mark, fact.text.strip() or _("A question"), note, fact.said.strip(), fact.now.strip())


def _inside(story: Story, include: Include, parts: Parts) -> list[Block]:
    """How it felt beside what it was about; each over the whole width when it stands alone."""
    felt: list[Block] = []
    rows = [(phrases.moment_label(each.moment, story.outcome), phrases.feeling_words(each)) for each in story.feelings]
    pairs = tuple(row for row in (*rows, *_guess(story)) if row[1])
    if include.feelings and pairs:
        felt.append(Pairs(pairs))
    told = parts.get("felt", ()) if include.feelings else ()
    about = [*_factors(story)]
    more = parts.get("about", ())
    heading, about_heading = Heading(_("How it felt")), Heading(_("What it was about"))
    if felt and about:
        side_by_side: list[Block] = [Columns((heading, *felt), (about_heading, *about))]
        return [*side_by_side, *told, *more]
    return [*_headed(heading.text, (*felt, *told)), *_headed(about_heading.text, (*about, *more))]


def _guess(story: Story) -> tuple[tuple[str, str], ...]:
    """What was expected before the answer, in tenths: the number kept is no finer than that."""
    if story.prediction is None:
        return ()
    tenths = math.floor(story.prediction.p / 10 + 0.5)
    return ((_("My guess"), _("about {n} in 10 for a next step").format(n=tenths)),)


def _factors(story: Story) -> list[Block]:
    """One line a factor: what it was, whose it was, how I know, and my own words to it."""
    facts = [factor for reflection in story.reflections for factor in reflection.factors]
    return [Prose("", _factor(each)) for each in dict.fromkeys(replace(fact, id=0) for fact in facts)]


def _factor(fact: FactorFact) -> str:
    name = FactorType(fact.factor_type).label
    helped = _("{factor} (this helped)").format(factor=name) if fact.direction == "helped" else name
    return f"{helped}. {fact.text.strip()}" if fact.text.strip() else f"{helped}."


def _their_side(story: Story, include: Include) -> list[Block]:
    app = story.application
    said: list[Block] = []
    if app.outcome_reason and app.outcome_reason != OutcomeReason.NONE_GIVEN:
        said.append(Line(_("Reason: {reason}").format(reason=OutcomeReason(app.outcome_reason).label.lower())))
    if app.reason_text.strip():
        said.append(Prose("", f"“{app.reason_text.strip()}”", mine=False))
    blocks = _headed(_("What they said"), tuple(said))
    if include.letters and story.letters:
        blocks += [Heading(n_("Their email", "Their emails", len(story.letters)))]
        blocks += [_letter(letter, include.names) for letter in story.letters]
    return blocks


def _letter(letter: LetterFact, names: bool) -> Prose:
    on = phrases.full_day(letter.sent_at.date()) if letter.sent_at else ""
    sender = (letter.sender_name or letter.sender) if names else ""
    return Prose(", ".join(part for part in (letter.subject, sender, on) if part), letter.text.strip(), mine=False)


def _notes(story: Story) -> tuple[Block, ...]:
    notes = (story.interview_notes, story.application.notes)
    return tuple(Prose("", text.strip()) for text in dict.fromkeys(notes) if text.strip())


def _take_along(story: Story) -> list[Block]:
    taught = " ".join(story.taught.split()).casefold()
    lines = [each.text.strip() for each in story.lessons if " ".join(each.text.split()).casefold() != taught]
    lines += [phrases.plan(action) for action in story.actions if action.status != "dropped"]
    if any(each.nothing_to_learn for each in story.reflections) and not lines:
        lines = [_("Nothing to learn here. That is an answer too.")]
    text = "\n".join(line for line in lines if line)
    return [Quote(_("What I take with me"), text, "confirmed", large=False)] if text else []
