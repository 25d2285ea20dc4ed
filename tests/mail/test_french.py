"""Letters in French, as people get them: what they are, and what must not be made of them."""

from __future__ import annotations

import pytest

from afterword.mail.lexicon import Lexicon
from afterword.mail.reading import read
from afterword.mail.verdict import understand

# What it is, how it is meant, and the letter.
LETTERS = (
    ("rejection", "", "Nous avons étudié votre candidature au poste de comptable avec attention. Malgré ses qualités, nous avons le regret de ne pouvoir y donner une suite favorable. Nous vous souhaitons plein succès dans vos recherches."),
    ("rejection", "", "Merci pour ta candidature. Pour ce poste, on a finalement choisi quelqu'un d'autre, avec un peu plus de bouteille."),
    ("position_closed", "filled", "Nous vous remercions de votre candidature. Le poste a été pourvu entre-temps."),
    ("interview_invitation", "", "Votre candidature au poste de chargée de projet a retenu notre attention. Nous souhaiterions vous rencontrer lors d'un entretien mardi 12 mai à 10 h."),
    ("offer", "", "Nous avons le plaisir de vous proposer le poste d'infirmière en contrat à durée indéterminée. Vous trouverez ci-joint votre promesse d'embauche."),
    ("acknowledgement", "", "Nous avons bien reçu votre candidature au poste de magasinier. Sans réponse de notre part sous trois semaines, veuillez considérer que votre candidature n'a pas été retenue."),
    ("acknowledgement", "", "Nous accusons réception de votre candidature. Si votre profil est retenu, nous vous contacterons pour un entretien."),
)  # fmt: skip


def verdict_of(lexicon: Lexicon, text: str, subject: str):
    raw = f"From: Claire Vasseur <claire@orvane.example>\r\nTo: sam@home.example\r\nSubject: {subject}\r\n"
    raw += "Date: Tue, 01 Apr 2025 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    [letter] = read("lettre.eml", f"{raw}{text}\r\n".encode())
    return understand(letter, lexicon)


@pytest.mark.parametrize(("kind", "turn", "text"), LETTERS, ids=lambda each: each[:40])
def test_is_read_as_what_it_is(kind: str, turn: str, text: str, lexicon: Lexicon) -> None:
    found = verdict_of(lexicon, text, "Votre candidature")
    assert found.kind == kind, [(each.label, each.words) for each in found.evidence]
    assert not turn or found.turn == turn
