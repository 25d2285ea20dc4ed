"""Who writes, for which job, where: by the sender, the sentences and the signature."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from afterword.mail.letter import Verdict

R, O, I, A, C = "rejection", "offer", "interview_invitation", "acknowledgement", "recruiter_outreach"  # noqa: E741
Stated = Callable[..., Verdict]

# sender, subject, text; company, role, person
LETTERS = (
    ("Harlow Tech Careers <no-reply@us.greenhouse-mail.io>", "Thank you for applying", "Thank you for applying for the position of QA Engineer (Job ID: 2025-1182).", "Harlow Tech", "QA Engineer", ""),
    ("Oriel Labs via LinkedIn <jobs-noreply@linkedin.com>", "Your application", "Thank you for your interest in the role of Head of Customer Success at Oriel Labs.\n\nKind regards\nMaya Okafor\nTalent Partner\nOriel Labs Ltd", "Oriel Labs", "Head of Customer Success", "Maya Okafor"),
    ("HR <jobs@delta-optics.example>", "", "You have not been selected for C++ Developer/Architect (f/m/x).\n\nYours sincerely,\nDr. Anna van der Berg\nHR Manager", "Delta Optics", "C++ Developer/Architect", "Anna van der Berg"),
    ("Gwen Parry <gwen@parryandsons.example>", "", "We would like you to join us as a Joiner.\n\nGwen Parry\nParry & Sons", "Parry & Sons", "Joiner", "Gwen Parry"),
    ("Talent <careers@stbride-hospital.example>", "Staff Nurse, Ward 7 - outcome", "Thank you for your interest in working at St Bride Hospital.", "St Bride Hospital", "Staff Nurse", ""),
    ("Kowalski, Sabine <s.kowalski@brunnthal-maschinenbau.example>", "", "vielen Dank für Ihre Bewerbung um die ausgeschriebene Position als Leiter Controlling (m/w/d).\n\nMit freundlichen Grüßen\n\ni. A. Sabine Kowalski\nBrunnthal Maschinenbau GmbH", "Brunnthal Maschinenbau", "Leiter Controlling", "Sabine Kowalski"),
    ("Mia von Pixelgarten <mia@pixelgarten.example>", "Deine Bewerbung bei Pixelgarten: Senior Product Designer (all genders)", "wir haben uns leider gegen dich entschieden.", "Pixelgarten", "Senior Product Designer", "Mia"),
    ("Volksbank Heidetal eG <noreply@softgarden.io>", "", "wir haben Ihre Bewerbung auf die Stelle Sachbearbeiter:in Kreditorenbuchhaltung in Teilzeit erhalten.", "Volksbank Heidetal", "Sachbearbeiter:in Kreditorenbuchhaltung", ""),
    ("Personal <bewerbung@ruegg-holzbau.example>", "", "Ihre Bewerbung als Zimmerer hat uns gefallen. Wir von der Rüegg Holzbau AG melden uns.", "Rüegg Holzbau", "Zimmerer", ""),
    ("Recrutement Optivia <notification@smartrecruiters.com>", "", "Nous avons bien reçu votre candidature au poste de Technicien de maintenance (H/F) et vous en remercions.", "Optivia", "Technicien de maintenance", ""),
    ("Claire Aubry <c.aubry@moulin-neuf.example>", "", "Votre candidature pour le poste d'ingénieur qualité nous intéresse.\n\nCordialement,\n\nClaire Aubry\nResponsable RH, Moulin Neuf SAS", "Moulin Neuf", "ingénieur qualité", "Claire Aubry"),
    ("Selección <seleccion@aceites-monte.example>", "", "Gracias por su interés en el puesto de Técnico de Laboratorio en Aceites Monte.\n\nAtentamente,\nPilar Ruiz", "Aceites Monte", "Técnico de Laboratorio", "Pilar Ruiz"),
    ("Tavera Empleo <tavera@myworkday.com>", "", "Hemos registrado su solicitud para el puesto R-12440 Controller Financiero.", "Tavera", "Controller Financiero", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company", "role", "person"), LETTERS, ids=[e[3] for e in LETTERS]
)
def test_who_writes_for_which_job(
    stated: Stated, sender: str, subject: str, text: str, company: str, role: str, person: str
) -> None:
    found = stated(R, text, subject, sender)
    assert (found.company.value, found.role.value, found.person.value) == (company, role, person)
    assert found.company.because and found.role.because


@pytest.mark.parametrize(
    ("sender", "text", "client"),
    [
        ("Tom Fry <tom@fry-recruitment.example>", "Unfortunately our client Bluebell Robotics has decided not to move forward.", "Bluebell Robotics"),
        ("Jan Petersen <jp@petersen-personalberatung.example>", "unser Mandant, die Krüger Elektronik GmbH, hat sich gegen Sie entschieden. Das tut mir leid.", "Krüger Elektronik"),
        ("Aude Fermont <a.fermont@cabinet-orsenne.example>", "Notre client Menuiseries Talbot souhaite vous recevoir pour le poste de comptable.", "Menuiseries Talbot"),
        ("Flor Sosa <fsosa@consultora-puente.example>", "Nuestro cliente Aceros del Litoral quiere entrevistarte por el puesto de analista.", "Aceros del Litoral"),
    ],
)  # fmt: skip
def test_an_agency_writes_for_somebody(stated: Stated, sender: str, text: str, client: str) -> None:
    found = stated(R, text, "", sender)
    assert found.client.value == found.company.value == client and found.person.value


@pytest.mark.parametrize(
    "sender",
    ["Indeed <noreply@indeed.com>", "Greenhouse <no-reply@us.greenhouse-mail.io>", "LinkedIn <jobs-noreply@linkedin.com>",
     "no-reply@hire.lever.co", "Codility <no-reply@codility.com>"],
)  # fmt: skip
def test_a_relay_is_never_the_company(stated: Stated, sender: str) -> None:
    assert (
        stated(R, "The team has decided not to move forward. Good luck.", "Your application", sender).company.value
        == ""
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (A, "Monday is a holiday. We will read your application as a team, with interest."),
        (A, "Als Dank erhalten Sie in Kürze eine Nachricht. Bei Fragen sind wir für Sie da."),
        (A, "Dans l'attente, nous vous remercions pour votre confiance. Merci à vous."),
        (A, "Gracias por su confianza. En breve recibirá noticias nuestras."),
        ("job_alert", "New jobs for you: Data Engineer, Leeds, £50,000 a year."),
        ("other", "We offer you the position of Buyer at Kestrel, R-20877, £30,000 a year."),
    ],
)
def test_rather_nothing_than_something_wrong(stated: Stated, kind: str, text: str) -> None:
    found = stated(kind, text, "", "x@gmail.com")
    assert (found.company.value, found.role.value, found.number.value, found.money) == ("", "", "", ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Your application for Buyer (Req 4471) is with us.", "4471"),
        ("The hiring team for R-20877 Senior Accountant would like to speak with you.", "R-20877"),
        ("Post: Customer Adviser (NMC/2304)", "NMC/2304"),
        ("Stellenausschreibung Nr. 12/2025, IT-Administrator", "12/2025"),
        ("Ihre Bewerbung mit der Kennziffer HL-2291 liegt uns vor.", "HL-2291"),
        ("Votre candidature (réf. : 2025-118) a été lue.", "2025-118"),
        ("La plaza de Técnico de Gestión (ref. 027/2025) es suya.", "027/2025"),
        ("Our reference number is on file. Call 020 7946 0958 before 5 May 2025 at 14:00.", ""),
        ("It is a hybrid position: 3 days in Leeds LS11 5AB.", ""),
    ],
)
def test_the_number_of_a_job(stated: Stated, text: str, number: str) -> None:
    assert stated(A, text).number.value == number


@pytest.mark.parametrize(
    ("text", "place", "mode"),
    [
        (
            "Your application was sent to Corvane\n\nBusiness Analyst\nCorvane · Manchester, England (Hybrid)",
            "Manchester",
            "hybrid",
        ),
        ("Ihre Bewerbung wurde an Corvane gesendet\n\nProduct Owner\nCorvane · Köln (Vor Ort)", "Köln", "onsite"),
        ("We would like to meet you at our office in Leeds. The role is fully remote.", "Leeds", "remote"),
        ("Gerne laden wir Sie in unser Büro in Hamburg ein. Die Stelle ist komplett remote.", "Hamburg", "remote"),
        ("Nous vous recevrons dans nos locaux de Lyon. Deux jours de télétravail par semaine.", "Lyon", "hybrid"),
        ("Le esperamos en nuestras oficinas de Bilbao. El puesto es 100 % presencial.", "Bilbao", "onsite"),
        ("It will be a remote interview in February, by phone.", "", ""),
    ],
)
def test_where_the_work_is(stated: Stated, text: str, place: str, mode: str) -> None:
    found = stated(A, text, "Your application", "Corvane Careers <no-reply@us.greenhouse-mail.io>")
    assert (found.place.value, found.work_mode.value) == (place, mode)


@pytest.mark.parametrize("piece", ["team ", "a from ", "A-", "talent & ", "(", "via ", "B. ", "von der "])
def test_no_sender_makes_it_slow(stated: Stated, piece: str) -> None:
    began = time.perf_counter()
    stated(A, "Thank you for applying.", "", f"{piece * 2000} <{piece.strip(' (') * 30 or 'x'}@{'a-' * 60}b.example>")
    assert time.perf_counter() - began < 2.0


def test_an_address_that_only_says_what_it_is_for_names_no_company(stated: Stated) -> None:
    found = stated(A, "Your application for Joiner is with us.", "We got it", "noreply@jobs.example")
    assert (found.company.value, found.role.value) == ("", "Joiner")
