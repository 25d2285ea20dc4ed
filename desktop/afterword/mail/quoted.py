"""What was written in this letter, and what was only quoted: replies are cut, forwarded text is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from afterword.mail.headers import address, moment
from afterword.mail.moments import moment_in

MOST = 3_000  # lines in which a quotation is looked for

_FORWARD = re.compile(
    r"^[\s>*_-]*(?:begin forwarded message|forwarded message|-+\s*forwarded (?:message|by).*|start of forwarded message"
    r"|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transféré|début du message (?:réexpédié"
    r"|transféré)|mensaje reenviado|inicio del mensaje reenviado)\s*:?[\s*_-]*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^[\s>*]*-{2,}\s*(?:original message|original appointment|reply message|ursprüngliche nachricht"
    r"|message d'origine|mensaje original)\s*-{2,}\s*$",
    re.IGNORECASE,
)
_NAMES = {
    "from": "from", "von": "from", "de": "from", "date": "date", "sent": "date", "gesendet": "date", "datum": "date",
    "envoyé": "date", "fecha": "date", "enviado": "date", "enviado el": "date", "subject": "subject", "betreff":
    "subject", "objet": "subject", "asunto": "subject", "to": "to", "an": "to", "à": "to", "para": "to", "cc": "cc",
    "reply-to": "reply",
}  # fmt: skip
_HEADER = re.compile(r"^[\s>*]*([A-Za-zÀ-ÿ-]{2,10}(?: el)?|à|À)\s?\*?:\*?\s*(.*)$")
_WROTE = re.compile(
    r"^[\s>]*(?:(?:on|am|le|el)\s.{5,200}?(?:wrote|writes|schrieb.{0,80}|a écrit|escribió)\s*:"
    r"|.{3,100}(?:@|>).{0,100}(?:wrote|schrieb|a écrit|escribió)\s*:|\S.{2,60} wrote:)\s*$",
    re.IGNORECASE | re.DOTALL,
)
FORWARDED = re.compile(r"^\s*(?:\[[^\]]{1,20}\]\s*)?(?:fwd?|wg|tr|rv|enc|i)\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """The text that counts, and whose it is when it was forwarded."""

    text: str
    sender_name: str = ""
    sender: str = ""
    sent: datetime | None = None
    subject: str = ""
    forwarded: bool = False


def without_quotes(text: str, subject: str = "") -> Written:
    """Take quoted replies out; unwrap what was forwarded, at most three deep."""
    lines = text.split("\n")
    found = _forwarded(lines, bool(FORWARDED.match(subject)))
    for _again in range(2):
        if not found or not found.forwarded:
            break
        deeper = _forwarded(found.text.split("\n"), bool(FORWARDED.match(found.subject)))
        if not deeper or not deeper.sender:
            break
        found = deeper
    if found:
        return Written(_drop(found.text.split("\n")), found.sender_name, found.sender, found.sent, found.subject, True)
    return Written(_drop(lines))


def _forwarded(lines: list[str], by_subject: bool) -> Written | None:
    for at, line in enumerate(lines[:MOST]):
        said = bool(line) and len(line) < 120 and bool(_FORWARD.match(line))
        original = not said and "-" in line and bool(_ORIGINAL.match(line))
        block = _block(lines, at + 1 if said or original else at, blank=said or original)
        if said or (block and (by_subject or not _has_words(lines[:at]))):
            if block is None and not said:
                continue
            return _unwrap(lines, at, block)
        if original or block or (_is_wrote(lines, at) and not by_subject):
            return None  # a reply: what stands below was said earlier
    return None


def _has_words(lines: list[str]) -> bool:
    return any(re.search(r"\w", line) for line in lines)


def _unwrap(lines: list[str], at: int, block: tuple[int, dict[str, str]] | None) -> Written:
    end, fields = block or (at + 1, {})
    note = lines[:at]
    inner = lines[end:]
    if inner and sum(line.startswith(">") for line in inner if line) > len([x for x in inner if x]) * 0.8:
        inner = [re.sub(r"^> ?", "", line) for line in inner]
    while inner and not inner[0].strip():
        inner = inner[1:]
    name, mail = address(fields.get("from", "").replace("[mailto:", "<").replace("]", ">"))
    when = fields.get("date", "")
    text = "\n".join([*_strip(_drop(note).split("\n")), "", *inner]).strip("\n")
    return Written(text, name, mail, moment(when) or moment_in(when), fields.get("subject", ""), True)


def _strip(lines: list[str]) -> list[str]:
    return [] if not _has_words(lines) else lines


def _block(lines: list[str], at: int, blank: bool) -> tuple[int, dict[str, str]] | None:
    """A block of header lines at `at`: where it ends, and its fields. "From: 10:00" alone is none."""
    fields: dict[str, str] = {}
    last = ""
    while blank and at < len(lines) and not lines[at].strip("> "):
        at += 1
    end = at
    for end in range(at, min(at + 14, len(lines))):
        line = lines[end]
        match = _HEADER.match(line) if ":" in line[:24] else None
        name = _NAMES.get(match.group(1).lower().strip()) if match else None
        if match and name:
            fields.setdefault(name, match.group(2).strip("* "))
            last = name
        elif not line.strip("> "):
            if len(fields) >= 3 or not fields:
                break
        elif last in ("to", "cc", "subject", "from") and fields and not match:
            fields[last] += " " + line.strip("> ")
            last = ""
        else:
            break
    else:
        end = min(at + 14, len(lines))
    real = "from" in fields and ("subject" in fields or "date" in fields) and not re.match(r"\d", fields["from"])
    return (end, fields) if real else None


def _is_wrote(lines: list[str], at: int) -> bool:
    line = lines[at]
    if not line.strip() or len(line) > 300:
        return False
    if line.rstrip().endswith(":"):
        return bool(_WROTE.match(line))
    nexts = lines[at + 1].strip() if at + 1 < len(lines) else ""
    opens = re.match(r"[\s>]*(?:on|am|le|el)\s", line, re.IGNORECASE)
    return bool(opens and nexts.endswith(":") and len(nexts) < 120 and _WROTE.match(f"{line} {nexts}"))


def _drop(lines: list[str]) -> str:
    """Quoted lines and everything below a reply's header go; an answer below a quotation stays."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.startswith(">"):
            at += 1
            continue
        if _is_wrote(lines, at):
            at += 1 if line.rstrip().endswith(":") else 2
            if not any(each.startswith(">") for each in lines[at : at + 4]):
                break  # no marks: the rest is the quotation
            continue
        original = "-" in line and _ORIGINAL.match(line)
        if _has_words(kept) and (original or (at < MOST and _block(lines, at, blank=False))):
            break
        kept.append(line)
        at += 1
    if _has_words(kept):
        return "\n".join(kept).strip("\n")
    return "\n".join(re.sub(r"^(?:> ?)+", "", line) for line in lines).strip("\n")
