"""How well letters are read: right and wrong by kind, what was taken out of them, and how fast.

python bench/letters.py                      both parts, as a report in build/bench/letters.md
python bench/letters.py --failures           what went wrong in the part that is tuned on
python bench/letters.py --facts              facts that were missed or wrong in that part
python bench/letters.py --language de        one language only
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "bench")]

from corpus_letters import FACTS, Case, cases

ENOUGH_RIGHT = 0.90
FORWARD = frozenset({"offer", "interview_invitation", "assessment"})
REFUSING = frozenset({"rejection", "position_closed", "offer_withdrawn"})


@dataclass(frozen=True)
class Read:
    """One letter of the corpus with what was understood of it."""

    case: Case
    verdict: Any

    @property
    def right(self) -> bool:
        return self.verdict.kind in self.case.right

    @property
    def dangerous(self) -> str:
        """A no shown as a yes, a yes shown as a no, or a step forward that the letter does not speak of."""
        kind, case = self.verdict.kind, self.case
        said = {*case.right, case.kind, *case.also}
        shown = {kind, *(news.kind for news in self.verdict.also)}
        if case.news == "no" and (shown & {*FORWARD, "interview_change"}) - said:
            return "a no shown as a yes"
        if case.news == "yes" and kind in REFUSING and kind not in said:
            return "a yes shown as a no"
        if case.news == "neither" and (shown & FORWARD) - said:
            return "moved forward without a word of it"
        return ""


def read_all(chosen: Iterable[Case], *, timed: bool = False) -> tuple[list[Read], float]:
    """Every letter read and understood, and the letters a second of one core, start-up apart.

    Phrases are compiled when they are first looked for, so the clock runs the second time.
    """
    from afterword.mail import lexicon, reading, verdict

    known = lexicon.load(ROOT / "resources" / "phrases")
    raws = [(case, case.raw()) for case in chosen]
    done, rate = [], 0.0
    for _pass in range(2 if timed else 1):
        began = time.process_time()
        done = [Read(case, verdict.understand(reading.read(f"{case.id}.eml", raw)[0], known)) for case, raw in raws]
        rate = len(done) / max(1e-9, time.process_time() - began)
    return done, rate


def facts_of(read: Read) -> dict[str, bool]:
    """For each fact the letter states: whether it was found."""
    found: dict[str, bool] = {}
    verdict, stated = read.verdict, read.case.facts
    for name in FACTS:
        if name in stated:
            found[name] = _same(name, str(stated[name]), getattr(verdict, name).value)
    if "money" in stated:
        seen = {_money_key(each) for each in verdict.money}
        found["money"] = {_stated_money(each) for each in stated["money"]} <= seen
    if "dates" in stated:
        seen_dates = {f"{each.day.isoformat()} {each.meaning}" for each in verdict.dates}
        found["dates"] = set(stated["dates"]) <= seen_dates
    return found


def wrong_facts(read: Read) -> list[str]:
    """Facts that were read, and are not what the letter states (a fact the corpus leaves out is not judged)."""
    return [name for name, good in facts_of(read).items() if not good and _shown(read.verdict, name)]


def _shown(verdict: Any, name: str) -> Any:
    value = getattr(verdict, name)
    return value if isinstance(value, tuple) else value.value


def _same(name: str, stated: str, found: str) -> bool:
    one, other = (re.sub(r"[\W_]+", " ", each).casefold().strip() for each in (stated, found))
    if name == "said":
        return bool(other) and (one in other or other in one)
    if name in ("company", "role", "person", "place"):
        return bool(other) and (one == other or (name != "role" and (one in other or other in one)))
    return stated == found


def _money_key(each: Any) -> tuple[str, Decimal, Decimal | None, str, str]:
    upto = each.upto.normalize() if each.upto else None
    return (each.currency, each.amount.normalize(), upto, each.period, each.what)


def _stated_money(text: str) -> tuple[str, Decimal, Decimal | None, str, str]:
    currency, amount, period, what = text.split()
    low, _dash, high = amount.partition("-")
    return (currency, Decimal(low).normalize(), Decimal(high).normalize() if high else None, period, what)


def report(done: Sequence[Read], rate: float) -> str:
    """Both parts beside each other, as Markdown."""
    tuned = [each for each in done if not each.case.reported]
    kept = [each for each in done if each.case.reported]
    lines = ["# How well letters are read", "", f"{len(done)} invented letters, {rate:.0f} a second on one core.", ""]
    lines += ["Half of them, chosen by their names, were never looked at while phrases were written.", ""]
    lines += ["| | tuned on | only reported |", "|---|---|---|"]
    for name, count in (("letters", len), ("right", _right), ("unsure", _unsure), ("dangerous", _dangerous)):
        lines.append(f"| {name} | {count(tuned)} | {count(kept)} |")
    for language in sorted({each.case.language for each in done}):
        one, other = ([e for e in part if e.case.language == language] for part in (tuned, kept))
        lines.append(f"| right, {language} | {_right(one)} | {_right(other)} |")
    lines += ["", "## By kind, only reported part", "", "| kind | letters | precision | recall |", "|---|---|---|---|"]
    for kind in sorted({each.case.kind for each in kept}):
        shown = [each for each in kept if each.verdict.kind == kind]
        true = [each for each in kept if each.case.kind == kind]
        precision, recall = _share([e.right for e in shown]), _share([e.right for e in true])
        lines.append(f"| {kind} | {len(true)} | {precision} | {recall} |")
    lines += ["", "## What was taken for what, only reported part", ""]
    confused = Counter((each.case.kind, each.verdict.kind) for each in kept if not each.right)
    lines += [f"- {truth} read as {kind}: {n}" for (truth, kind), n in confused.most_common()] or ["- nothing"]
    return "\n".join([*lines, "", *_facts_table(tuned, kept), ""])


def _facts_table(tuned: Sequence[Read], kept: Sequence[Read]) -> list[str]:
    """How much of what the letters state was found, and how much of what was found is right."""
    lines = ["## What was read out of them", ""]
    lines += ["| fact | tuned on | only reported | right when shown |", "|---|---|---|---|"]
    for name in (*FACTS, "money", "dates"):
        cells = []
        for part in (tuned, kept):
            cells.append(_share([found[name] for found in map(facts_of, part) if name in found]))
        shown = [facts_of(each)[name] for each in kept if name in facts_of(each) and _shown(each.verdict, name)]
        lines.append(f"| {name} | {cells[0]} | {cells[1]} | {_share(shown)} |")
    return lines


def _share(good: Sequence[bool]) -> str:
    return f"{sum(good)} of {len(good)}, {100 * sum(good) / len(good):.0f} %" if good else "none"


def _right(part: Sequence[Read]) -> str:
    return _share([each.right for each in part])


def _unsure(part: Sequence[Read]) -> int:
    return sum(each.verdict.kind == "unsure" for each in part)


def _dangerous(part: Sequence[Read]) -> int:
    return sum(bool(each.dangerous) for each in part)


def failures(done: Sequence[Read]) -> str:
    """What went wrong in the part that is tuned on; the other part stays unseen."""
    lines = []
    for each in done:
        if each.case.reported or (each.right and not each.dangerous and not wrong_facts(each)):
            continue
        case, verdict = each.case, each.verdict
        if not each.right or each.dangerous:
            lines += [f"{case.id}: {'/'.join(case.right)} read as {verdict.kind}. {each.dangerous}".rstrip()]
            lines += [f"    subject: {case.subject}", "    " + " ".join(case.text.split())[:400]]
            lines += [f"    [{e.label}] {e.words}" for e in verdict.evidence]
        for name in wrong_facts(each):
            lines.append(f"{case.id}: {name} is {case.facts[name]!r}, read as {_shown(verdict, name)!r}"[:300])
    return "\n".join(lines)


def missed(done: Sequence[Read]) -> str:
    """Facts that the tuned part states and that were not read, or read as something else."""
    lines = []
    for each in done:
        if each.case.reported:
            continue
        bad = [name for name, good in facts_of(each).items() if not good]
        about = f"{each.case.id} ({each.verdict.kind})"
        lines += [f"{about}: {name} is {each.case.facts[name]!r}, read as {_told(each, name)}" for name in bad]
    return "\n".join(lines)


def _told(read: Read, name: str) -> str:
    shown = _shown(read.verdict, name)
    if isinstance(shown, str):
        return f"{shown!r}. {getattr(read.verdict, name).because}" if shown else "nothing"
    return "; ".join(f"{_stated(each)} “{each.words}”" for each in shown) or "nothing"


def _stated(each: Any) -> str:
    """A sum or a date as the corpus writes it."""
    if hasattr(each, "day"):
        return f"{each.day.isoformat()} {each.meaning}"
    upto = f"-{each.upto}" if each.upto else ""
    return f"{each.currency} {each.amount}{upto} {each.period or 'unsaid'} {each.what}"


def passes(done: Sequence[Read]) -> bool:
    """The gate: no dangerous error anywhere, and nine in ten right where nobody tuned."""
    kept = [each for each in done if each.case.reported]
    return not _dangerous(done) and sum(each.right for each in kept) >= ENOUGH_RIGHT * len(kept)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--facts", action="store_true")
    parser.add_argument("--language", choices=("en", "de", "fr", "es"))
    options = parser.parse_args(arguments)
    chosen = [case for case in cases() if options.language in (None, case.language)]
    done, rate = read_all(chosen, timed=True)
    if options.failures:
        print(failures(done))
    if options.facts:
        print(missed(done))
    text = report(done, rate)
    print(text)
    if options.language is None and not options.failures and not options.facts:
        out = ROOT / "build" / "bench" / "letters.md"
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
    return 0 if passes(done) else 1


if __name__ == "__main__":
    sys.exit(main())
