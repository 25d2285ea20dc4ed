"""A glance at a message: whether it could be about a job at all, before it is read with care."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterword.mail import charset
from afterword.mail.deciding import ABOUT_A_JOB
from afterword.mail.headers import Headers, address, split
from afterword.mail.lexicon import Lexicon
from afterword.mail.memory import Memory
from afterword.mail.parts import Walk
from afterword.mail.sender import host_of
from afterword.mail.sentences import plain_of

_SEEN = 64 * 1024  # bytes of a message: what was written stands before what was attached
_READ = 24 * 1024  # bytes of a part
_ENOUGH = 2_000  # characters that are looked at: who writes about a job says so early
_MARKUP = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<!--.*?-->|<[^>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_FROM_SYSTEMS = ("ats", "test", "board", "signing")


def is_worth_reading(raw: bytes, lexicon: Lexicon, known_companies: Sequence[str], memory: Memory) -> bool:
    """Whether its sender, or any word, speaks of jobs or of a company that is known."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return True
    block, rest = split(raw[:_SEEN])
    headers = Headers(block)
    name, mail = address(headers.text("from") or headers.text("sender"))
    host = host_of(mail, lexicon)
    if (host and host.kind in _FROM_SYSTEMS) or memory.company(mail):
        return True
    outside = f"{name} {mail} {headers.text('subject')}"
    plain = plain_of(f"{outside}\n{_words(headers, rest)}")
    if lexicon.may_be_about_jobs(plain, ABOUT_A_JOB):
        return True
    return any(plain_of(company) in plain for company in known_companies if len(company) > 2)


def _words(headers: Headers, body: bytes) -> str:
    """The beginning of the text; when there is plain text, that."""
    said = ""
    for piece in _pieces(headers, body):
        said += " " + " ".join(piece.split())
        if len(said) > _ENOUGH // 4:
            break
    return said[:_ENOUGH]


def _pieces(headers: Headers, body: bytes) -> Iterator[str]:
    for part in Walk().leaves(headers, body):
        if part.mime.startswith("message/"):
            block, rest = split(part.data()[:_READ])
            yield Headers(block).text("subject")
            yield charset.decode(rest)
        elif part.mime.startswith("text/") and not part.attached:
            text = charset.decode(part.data()[:_READ], part.charset)
            yield _MARKUP.sub(" ", text) if "<" in text else text
