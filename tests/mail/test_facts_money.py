"""Sums of money in letters: with their currency, for which time, and what they are; nothing else is money."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.mail.letter import Verdict
from afterword.mail.lexicon import Lexicon
from afterword.mail.money import decimal_of, money_in
from afterword.mail.sentences import sentences

Stated = Callable[..., Verdict]


def told(found: Verdict) -> list[str]:
    return [
        f"{each.currency} {each.amount:f}{f'-{each.upto:f}' if each.upto else ''} {each.period or '-'} {each.what}"
        for each in found.money
    ]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("The salary is £25,119 per annum, rising by annual increments.", ["GBP 25119 year salary"]),
        ("Base: $165,000 per year. One-time sign-on bonus: $10,000", ["USD 165000 year salary", "USD 10000 once bonus"]),
        ("We pay £14.50 an hour.", ["GBP 14.50 hour salary"]),
        ("The pay is $28.50/hour plus a $2,500 signing bonus.", ["USD 28.50 hour salary", "USD 2500 once bonus"]),
        ("CHF 110'000 gross per year, and a one-off relocation bonus of CHF 5'000.", ["CHF 110000 year salary", "CHF 5000 once bonus"]),
        ("Compensation: $120k–$140k a year, $50,000 in RSUs over four years.", ["USD 120000-140000 year salary", "USD 50000 - equity"]),
        ("Your salary would be between £38.5k and £42k a year.", ["GBP 38500-42000 year salary"]),
        ("The day rate is £425.", ["GBP 425 day salary"]),
        ("Das Gehalt liegt zwischen 75.000 und 82.000 Euro pro Jahr.", ["EUR 75000-82000 year salary"]),
        ("Wir zahlen 45-50k € im Jahr, verteilt auf 14 Monatsgehälter.", ["EUR 45000-50000 year salary"]),
        ("Ihr Bruttomonatsgehalt beträgt 4.200,00 €.", ["EUR 4200.00 month salary"]),
        ("17,50 € die Stunde, dazu eine einmalige Antrittsprämie von 500 €.", ["EUR 17.50 hour salary", "EUR 500 once bonus"]),
        ("Votre salaire annuel brut sera de 45 000 €.", ["EUR 45000 year salary"]),
        ("Le salaire offert est de 78 500 $ CAD par année.", ["CAD 78500 year salary"]),
        ("Salaire mensuel brut : CHF 6'350.- versé treize fois l'an", ["CHF 6350 month salary"]),
        ("14,50 € brut de l'heure, avec vous dès lundi.", ["EUR 14.50 hour salary"]),
        ("Un salario de 70.000 a 80.000 euros brutos anuales.", ["EUR 70000-80000 year salary"]),
        ("Sueldo mensual bruto: $32,000.00 MXN para su puesto.", ["MXN 32000.00 month salary"]),
        ("Le pagamos 12,50 euros por hora.", ["EUR 12.50 hour salary"]),
    ],
)  # fmt: skip
def test_what_they_pay(stated: Stated, text: str, sums: list[str]) -> None:
    assert told(stated("offer", text)) == sums


@pytest.mark.parametrize(
    "text",
    [
        "Please call 020 7946 0958 or write to 1200 Harbor Way, it opened in 2025.",
        "We raised $20 million last year, and our revenue is €4,500,000 a year.",
        "The salary is above the band, room 4.200, Entgeltgruppe 9a.",
        "You get a voucher worth £20.",
        "Die Kaution für den Schlüssel beträgt 50 €.",
        "Votre salaire sera de 45 000, à discuter.",
        "El sueldo es de $1.650.000 mensuales.",  # pesos, but which
        "We offer up to £60,000 a year.",  # no sum at all
    ],
)
def test_what_is_no_pay(stated: Stated, text: str) -> None:
    assert told(stated("offer", text)) == []


@given(st.text(max_size=300) | st.text("0123456789.,'’ -–k€$£CHFEURto", max_size=300))
def test_no_text_breaks_it(lexicon: Lexicon, text: str) -> None:
    for each in money_in(sentences("salary per year", text), lexicon.wording):
        assert each.amount >= 0 and len(each.currency) == 3 and (each.upto is None or each.upto > each.amount)


@given(st.integers(1, 9_999_999), st.sampled_from([",", ".", "'", "’", " ", ""]))
def test_thousands_are_read_whatever_stands_between(number: int, sign: str) -> None:
    assert decimal_of(f"{number:,}".replace(",", sign)) == Decimal(number)


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1,", "1.", "€", "€1-", "1k", "'1", "a 1 ", "EUR ", "1 000 ", "(", "salary of ", "10.10.", "R-1/"],
)
def test_no_text_makes_it_slow(stated: Stated, piece: str) -> None:
    began = time.perf_counter()
    stated("offer", "Dear Sam, " + piece * (20_000 // len(piece)), piece * 50)
    assert time.perf_counter() - began < 2.0
