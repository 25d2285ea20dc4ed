"""German letters: every kind, a "nicht" behind the verb, two things in one letter, and mail that is no news."""

from __future__ import annotations

import pytest

from afterword.mail.letter import Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.plain import read_text
from afterword.mail.verdict import understand

# kind, how it is meant, subject, text
LETTERS = (
    ("rejection", "", "Ihre Bewerbung als Buchhalterin", "Sehr geehrte Frau Brandt, vielen Dank für Ihre Bewerbung. Nach eingehender Prüfung müssen wir Ihnen leider mitteilen, dass wir Sie nicht in die engere Auswahl aufnehmen konnten. Für Ihren weiteren Weg alles Gute."),
    ("rejection", "", "Ihre Bewerbung", "Guten Tag, wir haben uns für einen Bewerber entschieden, dessen Profil der Stelle noch besser entspricht."),
    ("rejection", "", "Bewerbung", "Wir danken für Ihre Bewerbung. Zu einem Vorstellungsgespräch laden wir Sie nicht ein."),
    ("rejection", "", "Deine Bewerbung", "Hi Sam, danke für das nette Gespräch! Für die Stelle geht es für dich bei uns leider nicht weiter."),
    ("rejection", "", "Bewerbung Koch", "Servus Sam, hab jetzt wen genommen, der schon auf der Alm gekocht hat. Nix für ungut."),
    ("position_closed", "filled", "Ihre Bewerbung", "Sehr geehrter Herr Brandt, die Stelle, auf die Sie sich beworben haben, ist inzwischen bereits besetzt."),
    ("position_closed", "cancelled", "Ausschreibung 2025/12", "Das Stellenbesetzungsverfahren wurde aus haushaltsrechtlichen Gründen aufgehoben."),
    ("position_closed", "on_hold", "Ihre Bewerbung als Planer", "Bei uns gilt seit gestern ein Einstellungsstopp, die Suche liegt vorerst auf Eis."),
    ("offer", "", "Zusage", "Liebe Frau Brandt, wir freuen uns sehr, Ihnen die Stelle als Ergotherapeutin anbieten zu können. Den Arbeitsvertrag finden Sie im Anhang."),
    ("offer", "", "Gute Nachrichten", "Hallo Sam, wir haben uns für dich entschieden! Wann kannst du bei uns anfangen? Der Vertrag für den Job folgt morgen."),
    ("offer_withdrawn", "withdrawn", "Unser Angebot", "Sehr geehrte Frau Brandt, unser Angebot für die Stelle als Planerin müssen wir zu unserem Bedauern zurückziehen."),
    ("interview_invitation", "", "Einladung zum Vorstellungsgespräch", "Gern laden wir Sie zu einem persönlichen Gespräch am Dienstag, 4. März, um 10 Uhr ein. Bitte bestätigen Sie den Termin."),
    ("interview_invitation", "", "Kennenlernen?", "Hi Sam, deine Bewerbung gefällt uns. Hast du am Donnerstag Zeit für ein Telefonat?"),
    ("interview_change", "moved", "Neuer Termin", "Frau Vogt ist erkrankt. Dürfen wir Ihr Vorstellungsgespräch auf Freitag, 9 Uhr verschieben?"),
    ("interview_change", "cancelled", "Ihr Vorstellungsgespräch", "Wir müssen Ihr Vorstellungsgespräch am Montag leider absagen und melden uns wieder."),
    ("status_update", "delayed", "Ihre Bewerbung", "Die Auswahl dauert leider länger als gedacht. Wir bitten Sie noch um etwas Geduld."),
    ("status_update", "waiting", "Zwischenstand", "Zu Ihrer Bewerbung ist noch keine Entscheidung gefallen. Bis Ende nächster Woche melden wir uns."),
    ("acknowledgement", "", "Eingangsbestätigung", "Ihre Bewerbung ist bei uns eingegangen. Falls Ihr Profil zu uns passt, laden wir Sie zu einem Gespräch ein."),
    ("information_request", "", "Ihre Bewerbung", "Für Ihre Bewerbung fehlt uns noch Ihr letztes Arbeitszeugnis. Bitte reichen Sie es bis Freitag nach."),
    ("assessment", "", "Nächster Schritt", "Bitte bearbeiten Sie bis Sonntag den Online-Test. Er dauert 40 Minuten und gehört zu unserem Auswahlverfahren."),
    ("feedback", "", "Ihr Feedback", "Wie versprochen das Feedback zu Ihrem Vorstellungsgespräch: Sie sprachen ruhig, Ihre Antworten waren manchmal zu lang."),
    ("talent_pool", "invited", "Talentpool", "Gern würden wir Sie in unseren Talentpool aufnehmen und bei passenden Stellen ansprechen."),
    ("withdrawn_by_me", "", "Rückzug", "Schade, dass Sie unser Angebot nicht annehmen. Wir haben Ihre Bewerbung wie gewünscht zurückgezogen."),
    ("recruiter_outreach", "", "Leitung Einkauf", "Durch Ihr Profil bin ich auf Sie aufmerksam geworden. Für einen Kunden in Kassel suche ich eine Leitung Einkauf. Wäre das für Sie interessant?"),
    ("job_alert", "", "5 neue Jobs für dich", "Neue Stellen, die zu deiner Suche passen: Koch in Kassel, Bäcker in Gotha. Alle Jobs ansehen."),
    ("other", "", "Elternabend", "Liebe Eltern, wir laden Sie herzlich zum Elternabend am Dienstag um 19 Uhr ein."),
    ("other", "", "Nur heute", "Unser bestes Angebot für Sie: 20 % Rabatt auf alle Winterjacken."),
    ("other", "", "Ihre Bewerbung um die Wohnung", "Die Wohnung in der Lahnstraße haben wir an andere Mieter vergeben."),
    ("other", "", "Terminabsage", "Ihr Termin in der Zahnarztpraxis am Montag entfällt leider."),
)  # fmt: skip

# Letters that must not be taken for a step forward, whatever else they are.
NO_STEP = (
    "Wir können Ihnen leider kein Angebot für die Stelle machen.",
    "Wir bedauern, Ihnen die Position nicht anbieten zu können.",
    "Gern hätten wir Sie zu einem Vorstellungsgespräch eingeladen, die Wahl fiel aber auf andere Bewerber.",
    "Sollten wir uns für Sie entscheiden, laden wir Sie zu einem Vorstellungsgespräch ein.",
    "Von einer Einladung zum Vorstellungsgespräch sehen wir ab.",
    "Eine Zusage für die Stelle können wir Ihnen heute nicht geben.",
    "Ausgewählte Bewerber laden wir anschließend zu einem Vorstellungsgespräch ein.",
    "Einen Arbeitsvertrag können wir Ihnen leider nicht anbieten.",
    "Statt dir laden wir eine Kollegin mit mehr Erfahrung zum zweiten Gespräch ein.",
    "Zum Gespräch am 3. Juni haben wir nur Bewerberinnen mit abgeschlossenem Studium eingeladen.",
    "Den Job macht ab Mai eine andere Kollegin. Magst du ein Feedbackgespräch? Dann nenn mir zwei Termine.",
)
NO_REFUSAL = (
    "Leider klappt der Termin am Montag nicht, wir laden Sie stattdessen am Mittwoch zum Vorstellungsgespräch ein.",
    "Bitte scheuen Sie sich nicht, uns zu Ihrer Bewerbung anzurufen.",
    "Über Ihre Bewerbung haben wir noch nicht entschieden.",
    "Das ist keine Absage. Ihre Bewerbung ist weiterhin in der engeren Auswahl.",
    "Wir haben uns nicht gegen Sie entschieden, das Verfahren zu Ihrer Bewerbung läuft noch.",
    "Ein Angebot können wir Ihnen noch nicht machen, eine Absage ist das aber auch nicht. Am 5. Juni tagt der Ausschuss.",
)


def read(lexicon: Lexicon, subject: str, text: str) -> Verdict:
    head = f"From: Ada Vogt <vogt@lahnwerk.example>\nSubject: {subject}\nDate: Mon, 24 Feb 2025 10:00:00 +0100\n\n"
    return understand(read_text(head + text), lexicon)


@pytest.mark.parametrize(("kind", "turn", "subject", "text"), LETTERS, ids=[f"{e[0]}-{e[2]}" for e in LETTERS])
def test_letters(lexicon: Lexicon, kind: str, turn: str, subject: str, text: str) -> None:
    found = read(lexicon, subject, text)
    assert found.kind == kind
    assert not turn or found.turn == turn


@pytest.mark.parametrize("text", NO_STEP)
def test_what_is_no_step_forward(lexicon: Lexicon, text: str) -> None:
    assert read(lexicon, "Ihre Bewerbung", text).kind not in ("offer", "interview_invitation", "assessment")


@pytest.mark.parametrize("text", NO_REFUSAL)
def test_what_is_no_refusal(lexicon: Lexicon, text: str) -> None:
    assert read(lexicon, "Ihre Bewerbung", text).kind not in ("rejection", "position_closed", "offer_withdrawn")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Die Stelle wurde leider intern besetzt. Das Verfahren ist damit abgeschlossen.", "internal_candidate"),
        ("Wir müssen Ihnen leider absagen. Das Auswahlverfahren ist damit beendet.", "none_given"),
        ("Wir müssen Ihnen leider absagen. Uns fehlte bei Ihnen die Erfahrung mit Kafka.", "experience"),
    ],
)
def test_a_procedure_is_no_experience(lexicon: Lexicon, text: str, reason: str) -> None:
    assert read(lexicon, "Ihre Bewerbung", text).reason.value == reason
