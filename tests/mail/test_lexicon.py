"""The data files: each phrase has an example that is found by it, and by the label it stands for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from afterword.mail.leaning import Leaning
from afterword.mail.letter import KINDS, TURNS
from afterword.mail.lexicon import Lexicon, load
from afterword.mail.sentences import plain_of
from afterword.trouble import Trouble


def test_every_phrase_finds_its_example(lexicon: Lexicon) -> None:
    lost = []
    for phrase in lexicon.phrases:
        plain = plain_of(phrase.example)
        found = phrase.pattern.search(plain) and phrase in list(lexicon.near(plain))
        found = found and (not phrase.needs or phrase.needs.search(plain))
        if not found or (phrase.unless and phrase.unless.search(plain)):
            lost.append((phrase.label, phrase.example))
    assert lost == []


def test_every_reason_finds_its_example(lexicon: Lexicon, resources: Path) -> None:
    for language in lexicon.languages:
        told = tomllib.loads((resources / "phrases" / f"{language.code}.toml").read_text(encoding="utf-8"))["reason"]
        plain = [plain_of(each["example"]) for each in told]
        first = [next((code for code, words in language.reasons if words.search(each)), "") for each in plain]
        assert first == [each["code"] for each in told], language.code


def test_every_phrase_speaks_for_something_that_is_known(lexicon: Lexicon) -> None:
    assert lexicon.labels() <= {*KINDS, "mine", "survey", "elsewhere"}
    assert {label for language in lexicon.languages for label, _said in language.sentences} <= {*KINDS}
    for phrase in lexicon.phrases:
        assert phrase.turn in ("", *TURNS.get(phrase.label, ())), phrase.example


def test_a_language_is_a_file(tmp_path: Path, resources: Path) -> None:
    (tmp_path / "senders.toml").write_bytes((resources / "senders.toml").read_bytes())
    folder = tmp_path / "phrases"
    folder.mkdir()
    (folder / "xx.toml").write_text(
        'phrase = [{ label = "own", weight = 3, say = "na (da|de)", example = "Na da" }]\n'
        '[guards]\ncondition = "sa"\nnegation = "ne"\njob = [{ say = "jab", weight = 2 }]\n'
    )
    assert load(folder).labels() == {"own"}


def test_missing_phrases_are_said(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        load(tmp_path)


def test_a_letter_leans_to_the_sentences_it_is_like() -> None:
    known = (("rejection", "the job went to a neighbour"), ("status_update", "the bishop must bless it first"))
    leaning = Leaning(known).kinds(["good morning", "so the job went to a cousin"])
    assert leaning["rejection"].behind == 0 > leaning["status_update"].behind
    assert leaning["rejection"].number == 1
    assert Leaning(known).kinds(["quite different words"]) == Leaning(()).kinds(["the job"]) == {}


def test_an_accent_may_be_left_out(lexicon: Lexicon) -> None:
    for said in ("Ya hemos cubierto la posición.", "Ya hemos cubierto la posicion."):
        found = [each.label for each in lexicon.near(plain_of(said)) if each.pattern.search(plain_of(said))]
        assert "position_closed" in found, said


def test_the_languages_of_a_letter_are_told_by_its_commonest_words(lexicon: Lexicon) -> None:
    assert lexicon.spoken("gracias por el interés que has mostrado en nuestro equipo") == {"es"}
    assert lexicon.spoken("thank you for the interest that you have shown") == {"en"}
    assert lexicon.spoken("el equipo te da las gracias. the team is glad that you applied for this") == {"en", "es"}
    assert lexicon.spoken("Ok") == {each.code for each in lexicon.languages}
