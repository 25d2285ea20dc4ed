"""Goes through an invented archive of years: how long it takes, how much memory, what is found and what is missed.

    python bench/archive.py [--mails 12000] [--keep FILE]

One mail in thirty is a letter of the corpus; the rest are ordinary ones: newsletters of 40 kB of markup, receipts with
a PDF, threads of friends. Every one is different.
"""

from __future__ import annotations

import argparse
import base64
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "desktop"), str(HERE)]

import corpus_letters
from afterword.mail import lexicon
from afterword.mail.archive import job_mail
from corpus_letters import Case

EVERY = 30  # one mail in so many is about a job
SUBJECTS = (
    "Your receipt", "Saturday?", "This week in the garden", "Re: keys", "Your parcel is on its way", "Statement",
    "Photos", "Choir on Tuesday", "Your ticket", "New on the shelves",
)  # fmt: skip
WORDS = (  # noqa: SIM905 - a text reads better than a list
    "the of and to in for on with at by from up about into over after bread garden weather train ticket parcel receipt "
    "photo dinner choir rehearsal window kitchen summer river market apples invoice total delivery please thanks see "
    "you soon tomorrow weekend children school bicycle repair meeting minutes street number order customer account"
).split()


def ordinary(chance: random.Random, number: int) -> bytes:
    """A mail that has nothing to do with a job."""
    subject = chance.choice(SUBJECTS)
    head = (
        f"Received: from mx.example by home.example; Tue, 18 Mar 2025 09:12:00 +0100\r\n"
        f"From: {subject.split()[0]} <mail{number % 300}@shop{number % 50}.example>\r\nTo: sam@home.example\r\n"
        f"Subject: {subject} {number}\r\nDate: Tue, 18 Mar 2025 09:12:00 +0100\r\n"
        f"Message-ID: <{number}@shop.example>\r\nX-GM-THRID: 1\r\nX-Gmail-Labels: Inbox\r\nMIME-Version: 1.0\r\n"
    )
    text = " ".join(chance.choices(WORDS, k=chance.randint(40, 400)))
    kind = number % 4
    if kind == 0:
        return f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n".encode()
    row = '<tr><td style="font-family:Arial;font-size:14px;color:#333333;padding:0 12px"><p>{}</p></td></tr>'
    rows = "".join(row.format(" ".join(chance.choices(WORDS, k=30))) for _row in range(120))
    page = f"<html><head><style>p{{margin:0}}</style></head><body><table>{rows}</table></body></html>".encode()
    if kind == 1:
        encoded = base64.encodebytes(page).decode()
        return f"{head}Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}".encode()
    parts = f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
    parts += f"--b\r\nContent-Type: text/html\r\n\r\n{page.decode()}\r\n"
    if kind == 3:
        scan = base64.encodebytes(chance.randbytes(150_000)).decode()
        parts += "--b\r\nContent-Type: application/pdf; name=r.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        parts += f"{scan}\r\n"
    return f"{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}--b--\r\n".encode()


def write(file: Path, mails: int, letters: list[Case]) -> Counter[str]:
    """The archive; gives how many of each kind of letter went in."""
    chance, told = random.Random(1), Counter[str]()
    with file.open("wb") as out:
        for number in range(mails):
            raw = ordinary(chance, number)
            if number % EVERY == 0:
                case = letters[number // EVERY % len(letters)]
                raw, told[case.kind] = case.raw(), told[case.kind] + 1
            escaped = raw.replace(b"\nFrom ", b"\n>From ").rstrip()
            out.write(b"From 1780@xxx Tue Mar 18 09:12:00 +0000 2025\r\n" + escaped + b"\r\n\r\n")
    return told


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, default=12_000)
    options.add_argument("--keep", type=Path)
    given = options.parse_args()
    known = lexicon.load(HERE.parent / "resources" / "phrases")
    spoken = {each.code for each in known.languages}
    letters = [each for each in corpus_letters.cases() if each.language in spoken and each.kind != "other"]
    with tempfile.TemporaryDirectory() as folder:
        file = given.keep or Path(folder) / "All mail.mbox"
        told = write(file, given.mails, letters)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began, busy = time.perf_counter(), time.process_time()
        found, wrong = Counter[str](), 0
        for each in job_mail(file, known):
            right = each.letter.message_id.endswith("@corpus.example")
            found[each.verdict.kind] += right
            wrong += not right
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = file.stat().st_size / 1024 / 1024
    print(f"{given.mails} mails, {size:.0f} MB, {seconds:.1f} s ({busy:.1f} s of work), {size / busy:.0f} MB/s")
    print(f"memory: at most {after / 1024:.0f} MB, {(after - before) / 1024:.0f} MB more than before it began")
    print(f"letters about jobs: {sum(told.values())} in it, {sum(found.values())} found; {wrong} others taken for one")
    print(", ".join(f"{kind} {count}" for kind, count in found.most_common()))


if __name__ == "__main__":
    main()
