"""Finding: what people type is always a question, and its answer is the rows they mean."""

from __future__ import annotations

import threading
import unicodedata
from datetime import datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from afterword.journal import applications, feelings, finding, interviews, lessons, questions, reflections, rows
from afterword.journal.finding import parse
from afterword.journal.store import open_journal
from afterword.trouble import Trouble


@pytest.fixture
def names(journal, do):
    first = do(interviews.note, "Zürich Maps", "Cartographer", "recruiter_screen", datetime(2025, 2, 10, 10))
    second = do(interviews.note, "Zürich Maps", "Cartographer", "technical", datetime(2025, 3, 10, 10))
    other = do(interviews.note, "Halden Bank", "Data analyst", "technical", datetime(2025, 3, 12, 10))
    asked = do(questions.add, second, "Explain Kafka to a child")
    do(questions.write, asked, said="A very long post office.")
    debrief = do(reflections.start, other, "debrief")
    do(reflections.answer, debrief, "taught", "I froze at the naïve question.")
    do(feelings.feel, other, "after", ["tense", "proud"])
    do(lessons.learn, first, "Ask what done means.")
    sent = do(applications.add, "Orchard", "Gardener of data", "2025-01-05", ad_text="We love apples and C++.")
    return {first: "first", second: "second", other: "other", sent: "sent"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "first second other sent"), ("zurich", "first second"), ("ZÜRICH", "first second"),
        ("kafka", "second"), ("kaf", "second"), ("post office", "second"), ('"office post"', ""),
        ("zurich kafka", "second"), ("halden kafka", ""), ("naive", "other"), ("naïve", "other"),
        ("done", "first"), ("data", "other sent"), ("c++", "first second sent"), ("a", None),
        ("apples orchard", "sent"),
        ("stage:technical", "second other"), ("stage:tech kafka", "second"), ("stage:first", ""),
        ('stage:"first call"', "first"), ("felt:tense", "other"), ("felt:proud", "other"), ("felt:froze", ""),
        ("before:2025-03", "first sent"), ("after:2025-03", "second other"),
        ("after:2025-02-10 before:2025-03-11", "first second"),
        ("company:zür", "first second"), ('company:"halden bank"', "other"), ("is:applied", "sent"),
        ("is:waiting", "second other"), ("is:waiting stage:technical", "second other"),
        ("is:debrief", "first second other"), ("is:soon", ""), ("is:soon is:waiting", "second other"),
        ("is:applied is:waiting", "sent"),
    ],
)  # fmt: skip
def test_what_is_typed_shows_the_rows_that_are_meant(journal, names, text, shown):
    found = {names[key] for key in rows.order(journal, filter=parse(text)).ids}
    if shown is None:
        assert found
    else:
        assert found == set(shown.split())


def test_tokens_and_words_are_told_apart():
    found = parse('IS:Waiting kafka stage:Technical is:nonsense before:soon company:"Halden Bank"')
    assert found.tokens == ("is:waiting", "stage:technical", 'company:"Halden Bank"')
    assert found.words == ("kafka", "is", "nonsense", "before", "soon")
    assert not found.empty and parse(" -- ").empty and parse("").empty


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@example('"').via("a lone quote")
@example("NEAR(a b").via("the index's own words")
@example("a AND OR NOT b* ^c {d}:e -f").via("the index's own words")
@example("\0 \ud800 é").via("what no file should hold")
@example('stage: is: :: company:"').via("half a token")
@given(st.one_of(st.text(), st.text(alphabet='abz:"*^(){}-+ ', max_size=30)))
def test_whatever_is_typed_is_valid(journal, text):
    found = parse(text)
    assert found.text == text
    rows.order(journal, filter=found)
    finding.hits(journal, text)


def test_hits_show_the_words_around(journal, names):
    (hit,) = finding.hits(journal, "post")
    assert (names[hit.interview_id], hit.kind, hit.snippet) == ("second", "question", "A very long post office.")
    (hit,) = finding.hits(journal, "naive")
    assert hit.snippet == "I froze at the naïve question."
    assert finding.hits(journal, "") == finding.hits(journal, "nowhere") == ()
    assert len(finding.hits(journal, "zurich", limit=1)) == 1


def test_hits_leave_out_what_was_removed(journal, names, do):
    key = next(key for key, name in names.items() if name == "second")
    do(interviews.remove, key)
    assert finding.hits(journal, "kafka") == ()


def test_a_long_text_is_cut_around_the_word(journal, do):
    do(applications.add, "Orchard", notes="many words " * 50 + "Kafka " + "more words " * 50)
    (hit,) = finding.hits(journal, "kafka")
    assert hit.snippet.startswith("…") and hit.snippet.endswith("…") and "Kafka" in hit.snippet
    assert len(hit.snippet) <= 125


def test_folding_keeps_every_letter_in_its_place():
    for text in ("Zürich", unicodedata.normalize("NFD", "Zürich"), "İstanbul", "ß", "日本"):
        assert len(finding.folded(text)) == len(text)


def test_the_reader_gives_the_same_order(journal, names):
    reader = finding.reader(journal.path, journal.clock)
    for text in ("", "zurich", "is:waiting"):
        for group in rows.GROUPS:
            assert reader.order(group=group, filter=parse(text)) == rows.order(journal, group=group, filter=parse(text))
    reader.close()


def test_the_reader_sees_what_was_just_written_and_writes_nothing(journal, do):
    reader = finding.reader(journal.path, journal.clock)
    do(applications.add, "Halden Bank")
    assert len(reader.order(filter=parse("halden")).ids) == 1
    with pytest.raises(Exception, match="readonly"):
        reader._connection.execute("DELETE FROM listing")
    reader.close()


def test_a_question_can_be_taken_back_from_another_thread(tmp_path):
    with open_journal(tmp_path / "mine.afterword") as journal:
        journal.connection.execute(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 60000) "
            "INSERT INTO listing "
            "SELECT n, 'interview', n, 1, 'c' || n, '', '', '', '', '', 'wait', 0, '', 0, 1, '', 1, 1 FROM n"
        )
        reader = finding.reader(journal.path)
        ended = []

        def ask():
            try:
                while True:
                    reader.order(sort="status")
            except finding.Interrupted:
                ended.append("interrupted")

        worker = threading.Thread(target=ask)
        worker.start()
        while worker.is_alive():
            reader.interrupt()
            worker.join(0.01)
        assert ended == ["interrupted"]
        assert len(reader.order().ids) == 60000, "and asked again"
        reader.close()


def test_a_reader_of_nothing(tmp_path):
    with pytest.raises(Trouble):
        finding.reader(tmp_path / "nowhere.afterword")


def test_the_newest_are_found_first_and_only_those_that_hold_all_the_words_together(journal, do):
    keys = [
        do(interviews.note, f"Company {n}", "Analyst", at=datetime(2025, 3, 1 + n), people="Ms Berg with a long ladder")
        for n in range(6)
    ]
    typed = finding.parse("berg lad")
    first = rows.order_by(journal.connection.execute, journal.now(), filter=typed, newest=2)
    assert sorted(first.ids) == sorted(keys[-2:])
    assert sorted(rows.order(journal, filter=typed).ids) == sorted(keys)
