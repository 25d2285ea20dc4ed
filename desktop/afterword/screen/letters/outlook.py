"""Outlook on Windows: the emails that are marked in it, or at least the lines it gives of them.

A message that is dragged out of Outlook comes without its content (Qt never asks for it in the way Outlook gives it),
so the running Outlook is asked to save what is marked in it. Elsewhere, or when it does not answer, the table of
senders and subjects is what there is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

SECONDS = 30  # Outlook may ask its person first
MOST = 100  # emails of one drop
# Saves what is marked in Outlook as Unicode .msg files (9), in the folder that the environment names.
_SAVE = (
    "$outlook = [Runtime.InteropServices.Marshal]::GetActiveObject('Outlook.Application'); $n = 0; "
    "foreach ($item in $outlook.ActiveExplorer().Selection) { if ($n -ge " + str(MOST) + ") { break }; "
    "$item.SaveAs((Join-Path $env:AFTERWORD_DROPPED ('{0:d3}.msg' -f $n)), 9); $n++ }"
)
_FROM = ("from", "von", "de", "expéditeur", "remitente")
_SUBJECT = ("subject", "betreff", "objet", "asunto")
_RECEIVED = ("received", "erhalten", "reçu", "recibido", "sent", "gesendet", "envoyé", "enviado", "date", "datum")
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2}):(\d{2})")  # others could be day or month first


def selection() -> list[tuple[str, bytes]]:
    """The emails that are marked in the running Outlook, as files; none where there is no Outlook."""
    if sys.platform != "win32":
        return []
    with tempfile.TemporaryDirectory(prefix="afterword") as folder:
        command = ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _SAVE]
        try:
            subprocess.run(
                command, env={**os.environ, "AFTERWORD_DROPPED": folder}, timeout=SECONDS, check=False,
                capture_output=True, creationflags=subprocess.CREATE_NO_WINDOW,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            return []
        return [(path.name, path.read_bytes()) for path in sorted(Path(folder).glob("*.msg"))]


def lines(table: str) -> list[tuple[str, bytes]]:
    """The table of a drop, "From, Subject, Received", as an email without text for each line."""
    rows = [line.split("\t") for line in table.replace("\r\n", "\n").split("\n") if line.strip()]
    if len(rows) < 2:
        return []
    heads = [head.strip().casefold() for head in rows[0]]
    found = []
    for row in rows[1 : MOST + 1]:
        sender, subject = _cell(row, heads, _FROM, 0), _cell(row, heads, _SUBJECT, 1)
        if sender or subject:
            head = f"From: {sender}\nSubject: {subject}\n{_date(_cell(row, heads, _RECEIVED, 2))}\n"
            found.append((f"{subject or sender}.eml", head.encode()))
    return found


def _cell(row: list[str], heads: list[str], names: tuple[str, ...], otherwise: int) -> str:
    at = next((number for number, head in enumerate(heads) if head in names), otherwise)
    return " ".join(row[at].split()) if at < len(row) else ""


def _date(text: str) -> str:
    match = _DAY.search(text)
    if not match:
        return ""
    day, month, year, hour, minute = map(int, match.groups())
    try:
        return f"Date: {format_datetime(datetime(year, month, day, hour, minute).astimezone())}\n"
    except ValueError:
        return ""
