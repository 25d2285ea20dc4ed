"""Spanish letters: every kind, a "no" and where it stands, two things in one letter, and mail that is no news."""

from __future__ import annotations

import pytest

from afterword.mail.letter import Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.plain import read_text
from afterword.mail.verdict import understand

# kind, how it is meant, subject, text
LETTERS = (
    ("rejection", "", "Tu candidatura", "Hola, Sam: gracias por tu tiempo. Hemos decidido continuar con otros candidatos cuyo perfil se ajusta más a lo que buscamos."),
    ("rejection", "", "Proceso de selección", "Estimada Sra. Prieto: Lamentamos comunicarle que no ha sido usted seleccionada para el puesto de contable."),
    ("rejection", "", "Búsqueda analista", "Hola Sam, hablé con el cliente y se inclinaron por otro perfil. Te tengo en cuenta para otras búsquedas, un abrazo."),
    ("rejection", "", "lo del bar", "Hola Sam, al final me quedo con una chica que vive al lado. Suerte con la búsqueda de trabajo."),
    ("rejection", "", "Resolucion", "Su solicitud para la plaza ha obtenido 41 puntos, puntuacion insuficiente para la adjudicacion."),
    ("position_closed", "filled", "Vacante de enfermera", "Le informamos de que la vacante de enfermera ya ha sido cubierta."),
    ("position_closed", "cancelled", "Convocatoria 12/2025", "Se declara desierta la convocatoria de la plaza de conservador."),
    ("position_closed", "on_hold", "Proceso", "Han congelado las contrataciones, así que el proceso queda en pausa hasta nuevo aviso."),
    ("offer", "", "Oferta", "Estimada Sra. Prieto: nos complace ofrecerle el puesto de jefa de almacén. Le adjuntamos el contrato para su firma."),
    ("offer", "", "¡Ya está!", "Hola Sam, el puesto es tuyo si lo querés. Arrancás el lunes, decime que sí."),
    ("offer", "", "Condiciones", "Queremos que te incorpores al equipo el 2 de junio. No podemos igualar el bono que pedías, pero sí un salario de 34.000 € brutos."),
    ("offer_withdrawn", "withdrawn", "Tu incorporación", "Lo sentimos mucho, tenemos que retirar la oferta de contrato que te enviamos el lunes."),
    ("offer_withdrawn", "expired", "Oferta", "El plazo para aceptar nuestra oferta venció el viernes sin que recibiéramos respuesta."),
    ("interview_invitation", "", "Citación", "Se le convoca a una entrevista personal el jueves 22 de mayo a las 9:30 en nuestras oficinas."),
    ("interview_invitation", "", "¿Hablamos?", "Hola Sam, tu perfil nos encaja. ¿Te va bien el martes a las 10 para una videollamada con el equipo?"),
    ("interview_change", "moved", "Entrevista", "Me ha surgido un imprevisto. ¿Podríamos mover la entrevista al viernes a la misma hora?"),
    ("interview_change", "cancelled", "Entrevista del día 3", "La entrevista prevista para el día 3 queda cancelada. Le propondremos otra fecha."),
    ("status_update", "waiting", "Novedades", "Todavía no hemos tomado una decisión sobre el puesto. Nos quedan dos candidatos por conocer."),
    ("status_update", "correction", "Disculpas", "Ayer te enviamos por error un correo de rechazo. Tu candidatura sigue en el proceso."),
    ("acknowledgement", "", "Candidatura recibida", "Hemos recibido tu candidatura. Si tu perfil encaja, te contactaremos para una entrevista; si no, te desearemos suerte."),
    ("information_request", "", "Tu solicitud", "Para seguir con tu candidatura necesitamos una copia de tu título y tus expectativas salariales."),
    ("assessment", "task", "Prueba técnica", "Te enviamos el enlace a la prueba técnica. Tienes cinco días para completarla."),
    ("feedback", "", "Lo prometido", "Como me pediste, te paso el feedback de la entrevista: puntos fuertes, la claridad; a mejorar, los ejemplos."),
    ("talent_pool", "deletion", "Tus datos", "Tu perfil de candidata se eliminará en 30 días salvo que renueves tu consentimiento."),
    ("withdrawn_by_me", "", "Candidatura retirada", "Tal y como nos pediste, hemos retirado tu candidatura. Lamentamos que no sigas en el proceso."),
    ("recruiter_outreach", "", "Oportunidad", "He visto tu perfil en LinkedIn. Mi cliente busca una jefa de planta, ¿estarías abierta a escuchar la propuesta?"),
    ("job_alert", "", "Tu alerta de empleo", "12 nuevas ofertas de empleo en Sevilla que coinciden con tu búsqueda. Ver oferta."),
    ("other", "", "Solo este fin de semana", "Nos complace ofrecerte nuestra mejor oferta: 20 % de descuento en tu próxima compra."),
    ("other", "", "Su préstamo", "Lamentamos comunicarle que su solicitud de préstamo ha sido rechazada."),
    ("other", "", "Su cita", "Tenemos que cancelar su cita con el dentista del lunes. ¿Le viene bien el jueves a las 10?"),
    ("other", "", "Boletín de mayo", "En este boletín: entrevista con la alcaldesa, y lo que nadie te cuenta de buscar trabajo."),
    ("other", "", "El piso", "Gracias por venir a ver el piso. Al final los dueños han elegido a otra pareja."),
)  # fmt: skip

# Letters that must not be taken for a step forward, whatever else they are.
NO_STEP = (
    "Lamentablemente no podemos ofrecerte el puesto.",
    "Sentimos no poder invitarte a una entrevista en esta ocasión.",
    "Si tu perfil encaja, te llamaremos para una entrevista.",
    "Los candidatos preseleccionados serán invitados a una entrevista y a una prueba técnica.",
    "Nuestro proceso consta de una prueba técnica, una entrevista y una oferta.",
    "Hemos hecho la oferta a otra candidata.",
    "Nos hubiera gustado entrevistarte, pero la vacante ya está cubierta.",
    "No te vamos a enviar una carta oferta para el puesto.",
    "Gracias por la entrevista de ayer, fue un placer conocerte.",
    "Te has inscrito en la oferta de empleo Enfermera de noche.",
)
NO_REFUSAL = (
    "No te hemos descartado, todavía no hay decisión sobre tu candidatura.",
    "Lamentamos el retraso, seguimos valorando tu candidatura.",
    "No dudes en escribirnos si tienes preguntas sobre el proceso de selección.",
    "Lamentablemente no podré hacer la entrevista el lunes, ¿te va bien el martes?",
    "Si no completas la prueba antes del viernes no podrás continuar en el proceso.",
    "Quienes no superen el primer ejercicio quedarán excluidos del proceso. El examen será el día 4 de mayo.",
)


def read(lexicon: Lexicon, subject: str, text: str) -> Verdict:
    head = f"From: Rosa Gil <gil@brisamar.example>\nSubject: {subject}\nDate: Mon, 24 Feb 2025 10:00:00 +0100\n\n"
    return understand(read_text(head + text), lexicon)


@pytest.mark.parametrize(("kind", "turn", "subject", "text"), LETTERS, ids=[f"{e[0]}-{e[2]}" for e in LETTERS])
def test_letters(lexicon: Lexicon, kind: str, turn: str, subject: str, text: str) -> None:
    found = read(lexicon, subject, text)
    assert found.kind == kind
    assert not turn or found.turn == turn


@pytest.mark.parametrize("text", NO_STEP)
def test_what_is_no_step_forward(lexicon: Lexicon, text: str) -> None:
    found = read(lexicon, "Tu candidatura", text)
    assert not {found.kind, *(each.kind for each in found.also)} & {"offer", "interview_invitation", "assessment"}


@pytest.mark.parametrize("text", NO_REFUSAL)
def test_what_is_no_refusal(lexicon: Lexicon, text: str) -> None:
    assert read(lexicon, "Tu candidatura", text).kind not in ("rejection", "position_closed", "offer_withdrawn")


def test_a_no_for_one_job_and_an_interview_for_another(lexicon: Lexicon) -> None:
    text = (
        "Para el puesto de jefa de sala hemos optado por otra persona. En cambio, para el puesto de encargada de turno "
        "nos gustaría entrevistarte el martes a las 11."
    )
    found = read(lexicon, "Tus candidaturas", text)
    assert found.kind == "rejection"
    assert [news.kind for news in found.also] == ["interview_invitation"]
