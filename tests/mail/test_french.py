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
    ("rejection", "", "Votre candidature a retenu toute notre attention. Cependant, d'autres profils correspondent davantage aux critères du poste."),
    ("rejection", "", "Après examen des postulations, nous devons vous informer que votre dossier n'entre plus en ligne de compte pour le poste."),
    ("position_closed", "filled", "Nous vous remercions de votre candidature. Le poste a été pourvu entre-temps."),
    ("position_closed", "on_hold", "Votre candidature était de qualité, mais le recrutement est gelé jusqu'à nouvel ordre."),
    ("interview_invitation", "", "Votre candidature au poste de chargée de projet a retenu notre attention. Nous souhaiterions vous rencontrer lors d'un entretien mardi 12 mai à 10 h."),
    ("interview_invitation", "", "Merci pour ta candidature ! Quand serais-tu dispo pour un premier échange en visio avec l'équipe ?"),
    ("interview_change", "moved", "Un imprévu m'oblige à reporter notre entretien de jeudi pour le poste de libraire. Seriez-vous libre lundi à la même heure ?"),
    ("assessment", "task", "Prochaine étape de votre candidature : merci de réaliser le test technique en ligne avant dimanche."),
    ("offer", "", "Nous avons le plaisir de vous proposer le poste d'infirmière en contrat à durée indéterminée. Vous trouverez ci-joint votre promesse d'embauche."),
    ("offer_withdrawn", "withdrawn", "Nous sommes au regret de devoir retirer la promesse d'embauche que nous vous avions adressée pour ce poste."),
    ("withdrawn_by_me", "", "Nous avons bien pris note du retrait de votre candidature au poste de juriste et regrettons votre décision."),
    ("status_update", "waiting", "Nous n'avons pas encore pris de décision au sujet de votre candidature. Merci de votre patience."),
    ("information_request", "", "Votre dossier de candidature est incomplet : merci de nous transmettre une copie de votre diplôme."),
    ("feedback", "", "Vous souhaitiez un retour sur votre entretien. Points forts : la clarté de vos réponses. Axe de progrès : mieux gérer le temps."),
    ("talent_pool", "invited", "Acceptez-vous que nous conservions votre CV dans notre vivier pour de prochains postes ?"),
    ("recruiter_outreach", "", "Votre profil LinkedIn a attiré mon attention. Seriez-vous à l'écoute de nouvelles opportunités ? Mon client recherche une architecte."),
    ("job_alert", "", "12 nouvelles offres d'emploi correspondent à votre recherche. Voir toutes les offres."),
    ("acknowledgement", "", "Nous avons bien reçu votre candidature au poste de magasinier. Sans réponse de notre part sous trois semaines, veuillez considérer que votre candidature n'a pas été retenue."),
    ("acknowledgement", "", "Nous accusons réception de votre candidature. Si votre profil est retenu, nous vous contacterons pour un entretien."),
    ("other", "", "L'entretien de votre chaudière est prévu mardi entre 8 h et 12 h. Merci de confirmer votre présence."),
    ("other", "", "Profitez de notre offre fibre : nous avons le plaisir de vous proposer trois mois offerts, sans engagement."),
    ("other", "", "Vous êtes convoqués à l'assemblée générale des copropriétaires, jeudi à 18 h 30."),
)  # fmt: skip

# Full of words of a step forward, none of which is one.
NO_STEP = (
    "Nous aurions aimé vous proposer le poste, mais le budget a été refusé.",
    "Nous avons le plaisir de vous annoncer l'arrivée de Léa Roussel au poste de comptable.",
    "Nous n'avons pas le plaisir de vous convier à un entretien : une autre candidate a été retenue.",
    "Nous ne sommes pas en mesure de vous inviter à un entretien pour ce poste.",
    "Seules les personnes retenues pour une entrevue seront contactées. Nous avons reçu votre candidature.",
    "Si votre candidature est retenue, vous serez conviée à un entretien puis recevrez une promesse d'embauche.",
    "La promesse d'embauche a été signée par un autre candidat.",
    "Votre entretien de mardi ne nous a pas convaincus, nous ne vous proposerons donc pas le poste.",
)
STEPS = {"offer", "interview_invitation", "assessment", "interview_change"}


def verdict_of(lexicon: Lexicon, text: str, subject: str = "Votre message"):
    raw = f"From: Claire Vasseur <claire@orvane.example>\r\nTo: sam@home.example\r\nSubject: {subject}\r\n"
    raw += "Date: Tue, 01 Apr 2025 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    [letter] = read("lettre.eml", f"{raw}{text}\r\n".encode())
    return understand(letter, lexicon)


@pytest.mark.parametrize(("kind", "turn", "text"), LETTERS, ids=lambda each: each[:40])
def test_is_read_as_what_it_is(kind: str, turn: str, text: str, lexicon: Lexicon) -> None:
    found = verdict_of(lexicon, text)
    assert found.kind == kind, [(each.label, each.words) for each in found.evidence]
    assert not turn or found.turn == turn


@pytest.mark.parametrize("text", NO_STEP, ids=lambda each: each[:40])
def test_is_never_shown_as_a_step_forward(text: str, lexicon: Lexicon) -> None:
    assert verdict_of(lexicon, text).kind not in STEPS


def test_a_no_for_one_job_and_an_invitation_for_another_is_no_plain_yes(lexicon: Lexicon) -> None:
    found = verdict_of(
        lexicon,
        "Votre candidature au poste de juriste n'a pas été retenue. "
        "En revanche, nous souhaitons vous rencontrer pour le poste de chargée d'études : entretien lundi à 9 h.",
    )
    shown = {found.kind, *(each.kind for each in found.also)}
    assert found.kind not in STEPS and shown & {"rejection", "unsure"}
