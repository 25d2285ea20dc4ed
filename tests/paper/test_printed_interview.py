"""One interview on paper: what is on it, in which order, and what is left out on wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from afterword.journal.stories import Feeling, LessonFact, PredictionFact
from afterword.journal.terms import Outcome, Stage, Status
from afterword.paper.blocks import Heading, Include, Road, plain
from afterword.paper.interview import interview
from afterword.paper.markdown import markdown
from paper import samples

EVERYTHING = Include(letters=True, salary=True)


def printed(story: object, include: Include | None = None) -> str:
    return plain(interview(story, samples.TODAY, include or Include()))


def test_halden_bank_reads_like_the_picture() -> None:
    text = printed(samples.halden())
    expected = (
        "Halden Bank",
        "Platform Engineer, technical interview on Thursday 27 February 2025, 90 minutes, through a referral",
        "Outcome: not this time, 12 March",
        "First call", "13 days", "What this one taught", "I knew the trade-offs", "The questions",
        "How would you make the ledger export idempotent?", "What I said", "“it depends”", "What I would say now",
        "Model this order history in SQL.", "How it felt", "flat, embarrassed, relieved it’s over",
        "What it was about", "How I told it. Not what I know", "What I take with me", "Ask for ten seconds",
    )  # fmt: skip
    places = [text.find(words) for words in expected]
    assert -1 not in places, expected[places.index(-1)]
    assert places == sorted(places)


def test_the_foot_says_whose_notes_they_are() -> None:
    assert interview(samples.halden(), samples.TODAY, Include()).footer == (
        "Private notes. Printed from Afterword on 18 March 2025."
    )


def test_everything_written_is_on_the_page_once() -> None:
    text = printed(samples.full(), EVERYTHING)
    for words in (
        "Dana Whitlock and two engineers; Rosa Aldermoor, recruiter", "hoped for 58,000, offered 61,500",
        "about 6 in 10 for a next step", "The one about queues.",
        "I drew the schema without help.",
        "What happened?", "A whiteboard.", "Slow down, you know this.", "They let me draw.", "At minute 40",
        "another candidate", "We went with a person from the next team.", "we chose another person.",
        "difficult workflow question", "The office is by the river.",
        "If they push on failure modes, then I say what breaks first",
    ):  # fmt: skip
        assert text.count(words) == 1, words


def test_what_was_taught_is_not_repeated_as_answer_or_lesson() -> None:
    lesson = "Say the failure first."
    story = samples.halden(
        taught=lesson,
        lessons=(LessonFact(1, "say the failure  first.", "hypothesis", 1),),
        reflections=(samples.reflection(answers={"taught": lesson}),),
    )
    assert printed(story).lower().count("say the failure") == 1


def test_feelings_names_letters_and_pay_go_when_they_are_not_wanted() -> None:
    nothing = Include(feelings=False, names=False, letters=False, salary=False)
    text = printed(samples.full(), nothing)
    for words in ("How it felt", "hopeful", "minute 40", "6 in 10", "Whitlock", "Aldermoor", "chose another", "58,000"):
        assert words not in text, words
    assert "What it was about" in text


def test_their_emails_and_pay_are_left_out_unless_asked_for() -> None:
    text = printed(samples.full())
    assert "we chose another person" not in text
    assert "58,000" not in text


def test_scales_of_feeling_are_words() -> None:
    story = samples.halden(feelings=(Feeling("before", ("calm",), fear=3, stress=0),))
    assert "calm, fear: much, stress: not at all" in printed(story)


def test_an_offer_confirms() -> None:
    story = samples.halden(outcome="offer", application=replace(samples.APPLICATION, status="accepted"))
    text = printed(story)
    assert "What this one confirmed" in text
    assert "Outcome: accepted, 12 March" in text


def test_nothing_to_learn_is_an_answer() -> None:
    story = replace(samples.EMPTY, reflections=(samples.reflection(nothing_to_learn=True),))
    document = interview(story, samples.TODAY, Include())
    assert "Nothing to learn here." in plain(document)
    assert not document.empty


def test_an_empty_story_is_kind() -> None:
    document = interview(samples.EMPTY, samples.TODAY, Include())
    assert document.empty
    assert "Nothing is written about this one yet." in plain(document)
    assert "Halden Bank" in plain(document)


def test_an_application_without_interview_says_when_it_was_sent() -> None:
    story = replace(samples.EMPTY, interview_id=None, id=1, stage="", at=datetime(2025, 2, 3))
    assert "applied on Monday 3 February 2025" in printed(story)


def test_an_interview_ahead_has_its_hour_and_no_outcome() -> None:
    text = printed(samples.northwind().story)
    assert "final round on Thursday 20 March, 10:00, 45 minutes" in text
    assert "Outcome" not in text


def test_the_year_is_said_when_it_is_not_this_one() -> None:
    text = plain(interview(samples.halden(), date(2026, 1, 2), Include()))
    assert "Outcome: not this time, 12 March 2025" in text


def test_every_stage_outcome_and_status_can_be_printed() -> None:
    for stage in Stage:
        assert "Thursday 27 February 2025" in printed(samples.halden(stage=str(stage)))
    for outcome in Outcome:
        for status in Status:
            story = samples.halden(outcome=str(outcome), application=replace(samples.APPLICATION, status=str(status)))
            assert "Halden Bank" in printed(story)


def test_answers_to_a_prompt_that_is_gone_are_printed_all_the_same() -> None:
    gone = samples.reflection(prompt_set="debrief-0", answers={"old_key": "Kept."})
    story = replace(samples.EMPTY, reflections=(gone,))
    text = printed(story)
    assert "Old key" in text
    assert "Kept." in text


def test_tags_of_an_answer_are_said_in_words() -> None:
    asked = (samples.question(1, "Why?", 0, issues=("froze", "unstructured")),)
    assert "Knew, but froze, no structure" in printed(samples.halden(questions=asked))


def test_an_unrated_question_needs_no_legend() -> None:
    text = printed(samples.halden(questions=(samples.question(1, "Why?"),)))
    assert "Why?" in text
    assert "got stuck" not in text


def test_the_road_is_told_in_order_with_the_silence() -> None:
    road = next(b for b in interview(samples.halden(), samples.TODAY, Include()).blocks if isinstance(b, Road))
    assert [stop.offset for stop in road.stops] == [0, 8, 24, 37]
    assert road.stops[-1].span == "13 days"


def test_the_file_is_named_after_what_is_in_it() -> None:
    assert interview(samples.halden(), samples.TODAY, Include()).file_name == "Halden Bank, technical, 27 Feb 2025"
    hostile = replace(samples.APPLICATION, company="../..\\CON: <a|b>?*\u202e\n")
    name = interview(samples.halden(application=hostile), samples.TODAY, Include()).file_name
    assert not set(name) & set('/\\:<>|?*"\n\u202e')
    assert not name.startswith(".")


def test_a_prediction_says_tenths() -> None:
    story = samples.halden(prediction=PredictionFact(25, True, True, datetime(2025, 2, 27), None), feelings=())
    assert "about 3 in 10" in printed(story)


def test_markdown_has_the_same_words_and_no_markup_of_theirs() -> None:
    asked = (samples.question(1, "<b>Why</b> *us*?\n# really", 2, "[x](file:///etc/passwd)", "1. first\n- then"),)
    document = interview(samples.full(questions=asked), samples.TODAY, EVERYTHING)
    text = markdown(document)
    assert "### \\<b\\>Why\\</b\\> \\*us\\*? \\# really (all right)" in text
    assert "\\[x\\](file:///etc/passwd)" in text
    assert "> 1\\. first" in text
    assert "> \\- then" in text
    read = text.replace("\\", "")
    for block in document.blocks:
        said = [block.text] if isinstance(block, Heading) else block.words()
        assert all(word in read for words in said for word in words.split()), block
    assert text.endswith("Printed from Afterword on 18 March 2025.\n")
