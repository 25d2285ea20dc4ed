"""An invented archive: the mailbox of somebody who looked for work for half a year."""

from __future__ import annotations

from datetime import datetime, timedelta

from whole import given

COMPANIES = (
    ("Orchard Rail", "Timetable Planner"), ("Fennmoor Foods", "Data Analyst"), ("Lindgren Optics", "Lab Technician"),
    ("Quayside Books", "Shop Manager"), ("Tallow Street Bakery", "Night Baker"),
    ("Brightwater Ferries", "Deck Officer"),
    ("Hollin Robotics", "Firmware Engineer"), ("Marrow Press", "Copy Editor"),
)  # fmt: skip
FILLER = (
    ("Your parcel is on its way", "Your order 4471 is on its way, for Tuesday.", "Shop <post@shop.example>"),
    ("Sunday", "Dinner at seven? Bring cake.", "Ada <ada@friends.example>"),
    ("Your statement", "Your account statement for this month is ready.", "Bank <service@bank.example>"),
    ("Reminder", "Your dentist appointment is on Friday at nine.", "Practice <desk@teeth.example>"),
)  # fmt: skip


def mailbox() -> bytes:
    """64 emails: three of each of eight companies, two of a company that is known, and thirty-eight of daily life."""
    found: list[tuple[datetime, bytes]] = []
    for number, (company, role) in enumerate(COMPANIES):
        found += _road(company, role, datetime(2025, 1, 7 + number, 9, 0))
    found += _known()
    for number in range(38):
        subject, text, sender = FILLER[number % len(FILLER)]
        sent = datetime(2025, 1, 2, 18, 0) + timedelta(days=number)
        found.append((sent, given.a_letter(text, f"{subject}, {number}", sender, sent, f"filler{number}")))
    found.sort(key=lambda each: each[0])
    return b"".join(_in_mailbox(sent, data) for sent, data in found)


def _in_mailbox(sent: datetime, data: bytes) -> bytes:
    return f"From - {sent:%a %b %d %H:%M:%S %Y}\n".encode() + data.replace(b"\r\n", b"\n") + b"\n\n"


def _road(company: str, role: str, begun: datetime) -> list[tuple[datetime, bytes]]:
    address = company.lower().replace(" ", "")
    sender = f"{company} Careers <careers@{address}.example>"
    thanks = (
        f"Dear Noa,\n\nThank you for applying to {company} for the {role} role. We have received your application and "
        f"will review it.\n\nKind regards,\n{company}\n"
    )
    talk = begun + timedelta(days=14)
    invitation = (
        f"Dear Noa,\n\nWe would like to invite you to an interview for the {role} role at {company} on "
        f"{talk:%A, %d %B %Y} at {talk:%H:%M}.\n\nKind regards,\n{company}\n"
    )
    no = (
        f"Dear Noa,\n\nThank you for your interest in {company}. Unfortunately, we have decided to move forward with "
        f"other candidates for the {role} role.\n\nKind regards,\n{company}\n"
    )
    days = (
        (0, f"Thank you for applying to {company}", thanks),
        (7, f"Interview for the {role} role at {company}", invitation),
        (21, f"Your application for the {role} role at {company}", no),
    )
    sent = [(begun + timedelta(days=day), subject, text) for day, subject, text in days]
    return [(at, given.a_letter(text, subject, sender, at, f"{address}{at:%d}")) for at, subject, text in sent]


def _known() -> list[tuple[datetime, bytes]]:
    """Kestrel Health, which the journal has: an old receipt, and the no of today."""
    sender = "Mira Holt <mira.holt@kestrelhealth.example>"
    thanks = (
        "Dear Noa,\n\nThank you for applying to Kestrel Health for the Data Platform Engineer role. We have received "
        "your application.\n\nMira Holt\nKestrel Health\n"
    )
    old, new = datetime(2025, 1, 20, 10, 0), datetime(2025, 3, 18, 9, 12)
    return [
        (old, given.a_letter(thanks, "Thank you for applying to Kestrel Health", sender, old, "kestrel-old")),
        (new, given.a_letter(sent=new, key="kestrel-no")),
    ]
