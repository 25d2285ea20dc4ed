"""Cards: what they say, what they wait for, and what keeps them quiet."""

from __future__ import annotations

from datetime import timedelta

from told import AS_OF, day, episode, meeting

from afterword.insight.cards import answers, asked, oneself, stages
from afterword.insight.cards.card import Card, past
from afterword.insight.cards.page import every, on_the_page
from afterword.journal.episodes import Episode, Felt, Planned

NOES = [episode("rejected", ended=30 + at) for at in range(12)]
YESES = [episode("accepted", ended=10 + at) for at in range(2)]


def test_larger_numbers_are_told_from_five_on() -> None:
    few = answers.larger_numbers(past(NOES[:3], AS_OF))
    assert (few.state, few.have, few.need, few.text) == ("collecting", 3, 5, "")
    assert answers.larger_numbers(past([*NOES, *YESES], AS_OF)).text == (
        "12 no for 2 yes. About 1 in 7 (could be 1 in 3 … 1 in 21)."
    )
    assert answers.larger_numbers(past(NOES[:6], AS_OF)).text == "6 no for 0 yes. At best 1 in 3."


def test_a_run_is_put_into_proportion_or_left_alone() -> None:
    told = [episode("accepted" if at in (0, 8) else "rejected", ended=10 + at) for at in range(14)]
    usual = answers.run(past(told, AS_OF))
    assert usual.text == "14 processes at your rate contain 5 no in a row 90 % of the time."
    mixed = [episode("accepted" if at % 3 == 0 else "rejected", ended=10 + at) for at in range(12)]
    assert answers.run(past(mixed, AS_OF)).state == "hidden"
    changed = [episode("accepted", ended=at) for at in range(14)] + [
        episode("rejected", ended=30 + at) for at in range(5)
    ]
    assert answers.run(past(changed, AS_OF)).text == (
        "5 no in a row is longer than usual at your rate. Has something changed?"
    )


def _gap_days(inadequacy: int, ago_hours: float) -> list[Episode]:
    told = []
    for at in range(4):
        felt = (Felt("decision", AS_OF - timedelta(hours=ago_hours + at), None, inadequacy, None, None),)
        met = (meeting("technical", 7 + at, 1, rated={"SQL": 0}),)
        told.append(episode("rejected", met, ended=300 + at, felt=felt))
    return told


def test_gaps_wait_until_heavy_days_are_over() -> None:
    def keys(inadequacy: int, hours: float) -> list[str]:
        return [each.key for each in on_the_page(past(_gap_days(inadequacy, hours), AS_OF))]

    assert "I-05" in keys(1, 1)
    heavy = keys(4, 1)
    assert heavy[0] == "I-12" and "I-05" not in heavy
    assert "I-05" in keys(4, 60)


def test_a_gap_says_its_counts_and_the_third_miss_says_more() -> None:
    (card,) = asked.gaps(past(_gap_days(1, 1), AS_OF))
    assert card.text.startswith("SQL: missed in 4 of 4.")
    assert "change the story" in card.text
    later = episode("rejected", (meeting("technical", 50, 1, rated={"SQL": 3}),))
    (card,) = asked.gaps(past([*_gap_days(1, 1), later], AS_OF))
    assert card.text == "SQL: missed in 4 of 5."


def test_one_employer_alone_accuses_nobody() -> None:
    met = tuple(meeting("technical", 7 * at, at, rated={"SQL": 0}) for at in range(1, 5))
    (card,) = asked.gaps(past([episode("rejected", met)], AS_OF))
    assert not card.claims


def test_the_hardest_stage_is_named_only_when_the_ranges_are_apart() -> None:
    alike = [episode("rejected", "ST") for _each in range(2)] + [episode("accepted", "ST") for _each in range(8)]
    assert "Hardest" not in stages.where_it_ends(past(alike, AS_OF)).text
    apart = [episode("rejected", "ST") for _each in range(12)]
    assert stages.where_it_ends(past(apart, AS_OF)).text.endswith("Hardest for you: Technical.")


def test_open_changes_are_listed_when_the_job_is_got() -> None:
    still = (Planned(1, "open", None, 0), Planned(2, "open", None, 1))
    card = oneself.postponed(past([episode("accepted"), episode("rejected", plans=still)], AS_OF))
    assert card.text == "You got the job. 2 open changes: keep, drop or date them."
    assert not oneself.postponed(past([episode("rejected", plans=still)], AS_OF)).claims


def test_never_more_than_five_claims_and_none_that_was_disagreed_with() -> None:
    told = past([*YESES, *NOES, *_gap_days(1, 100)], AS_OF)
    page = on_the_page(told)
    assert len(page) == 5 and page[0].key == "I-17"
    first = page[0]
    assert first not in on_the_page(told, {(first.key, first.subject): "disagree"})


def test_an_empty_journal_and_one_of_a_single_row_say_nothing() -> None:
    for told in ((), (episode("applied", applied=300),), (episode("accepted", "S"),), (episode("ghosted"),)):
        cards = every(past(told, AS_OF))
        assert {each.key for each in cards} == {f"I-{n:02}" for n in range(1, 21)}
        assert [each.key for each in cards if each.claims and each.key not in ("I-10",)] == []


def test_what_lies_ahead_or_contradicts_itself_is_borne() -> None:
    ahead = episode("applied", applied=(AS_OF - day(0)).days + 20)
    backwards = episode("rejected", "ST", applied=50, ended=1)
    twice: tuple[Card, ...] = every(past([ahead, backwards, episode("offer_rescinded", "S")], AS_OF))
    assert len({each.key for each in twice}) == 20
