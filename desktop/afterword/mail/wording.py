"""How letters word what they state, read from data files: a language is a file in resources/facts."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from afterword.mail.moments import Calendar
from afterword.mail.phrasing import Pattern, pattern
from afterword.mail.sentences import Sentence

_NEVER = Pattern("(?!)")
_FIRST = re.compile(r"\(([^()]+)\)|([\w'-]+)|\^")
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
# A word of a role: C++, Entwickler:in, Jefe/a, Assistant(e), d'affaires.
_ENDING = r"(?:\((?:e|s|ère|trice|rice|euse|ne|le|se|a|as|in|innen)\))?"
# Words are read whole and have an end, so that no text makes a pattern slow: *+ never gives back what it took.
_INSIDE = r"(?:[\w+#'’&*-]|[./:·](?=\w)){0,40}+"
_WORD = rf"[^\W_]{_INSIDE}{_ENDING}"
_CAPITAL = rf"(?:\.NET|(?:[A-ZÀ-Þ0-9]|[a-z]{{1,5}}[A-Z]){_INSIDE}{_ENDING})"
_BRACKET = r" ?\([\w/|*,.: -]{1,20}\)"
_LEGAL = (
    r"(?:Inc|Ltd|LLC|LLP|PLC|plc|Limited|Corp|Co|GmbH(?: & Co\.? KG)?|gGmbH|AG|SE|KG|UG|eG|e\.V|SASU?|S\.A\.S|SARL"
    r"|S\.à r\.l|S\.A\.U|SA|S\.A|SLU?|S\.L\.U|S\.L|SpA|S\.p\.A|Srl|BV|B\.V|NV|Oy|AB|ApS|ASBL|inc)"
)
_FEW, _MANY = 3, 600  # little words that tell a language; letters of a text that must have some
_NOT_LISTS = frozenset({
    "little", "named", "passing", "counts", "months", "weekdays", "ahead", "next", "day_first", "joins", "stops",
    "company_joins", "adjectives", "never", "ends", "dollar",
})  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The wording of one language."""

    language: str
    little: frozenset[str] = field(repr=False)  # words a text in this language is full of
    named: tuple[Pattern, ...] = field(repr=False)  # with groups "role" and "company", in order of trust
    trusted: int  # how many of them are believed without a second witness
    lists: Mapping[str, Pattern] = field(repr=False)
    counts: Mapping[str, int] = field(repr=False)  # ten → 10
    calendar: Calendar = field(repr=False)
    dollar: str  # the currency that a bare $ means: USD
    headed_first: bool  # a role begins with what one is: ingénieur qualité
    leads: Mapping[str, tuple[int, ...]] = field(repr=False)  # the first words of `named`; "^": the sentence's begin

    def __getitem__(self, name: str) -> Pattern:
        """The words of one list of the file, as one pattern; it finds nothing when the file has no such list."""
        return self.lists.get(name, _NEVER)

    def is_role(self, text: str) -> bool:
        """Whether a text is the name of a role and nothing else."""
        heads = self["role_heads"]
        headed = heads.match(text) if self.headed_first else heads.search(text)
        return bool(headed) and bool(self["role_alone"].compiled.fullmatch(text))

    def naming(self, sentence: Sentence) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a sentence names a role or a company, each with its place in the order of trust."""
        for number in self.leads.get("^", ()):
            found = self.named[number].match(sentence.said)
            if found:
                yield number, found
        for token in _TOKEN.finditer(sentence.plain):
            for number in self.leads.get(token.group(), ()):
                found = self.named[number].compiled.match(sentence.said, token.start())
                if found:
                    yield number, found


def load(folder: Path) -> tuple[Words, ...]:
    """Every <language>.toml of a folder; a language that has none states nothing that we could read."""
    files = sorted(folder.glob("*.toml"))
    found = [_words(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    shared = Counter(word for each in found for word in each.little)
    return tuple(replace(each, little=frozenset(w for w in each.little if shared[w] == 1)) for each in found)


def of(text: str, wording: Sequence[Words], language: str = "") -> tuple[Words, ...]:
    """The wordings of the languages a text is written in, the first one first; all when it is too short to tell."""
    seen = _TOKEN.findall(text[:6000].lower())
    count = {each.language: sum(word in each.little for word in seen) for each in wording}
    most = max(count.values(), default=0)
    if most < _FEW and len(text) > _MANY:
        language = language or "en"
    elif most == 0:
        return tuple(sorted(wording, key=lambda each: each.language != (language or "en")))
    elif language in count and count[language] > most * 0.5:
        count[language] = most + 1
    ranked = sorted(wording, key=lambda each: -count[each.language])
    return tuple(each for each in ranked if (count[each.language] > most * 0.4) or each.language == language)


def _words(language: str, told: dict[str, Any]) -> Words:
    shapes = _shapes(told)
    leads = defaultdict(list)
    named, passing = told.get("named", []), told.get("passing", [])
    for number, say in enumerate([*named, *passing]):
        for word in _first(say):
            leads[word].append(number)
    return Words(
        language,
        frozenset(told.get("little", "").split()),
        tuple(Pattern(f"(?i:{_filled(each.lstrip('^'), shapes)})") for each in [*named, *passing]),
        len(named),
        {name: _list(say, shapes) for name, say in told.items() if name not in _NOT_LISTS},
        dict(told.get("counts", {})),
        _calendar(told),
        told.get("dollar", ""),
        bool(told.get("stops")),
        {word: tuple(numbers) for word, numbers in leads.items()},
    )


def _calendar(told: Mapping[str, Any]) -> Calendar:
    english = Calendar()
    return Calendar(
        tuple(told.get("months", ())),
        tuple(told.get("weekdays", ())),
        (*told.get("ahead", {}).items(), *english.ahead),
        told.get("next", english.next),
        told.get("day_first", english.day_first),
    )


def _first(say: str) -> list[str]:
    """The words that a pattern can begin with; ^ when it only begins a sentence."""
    found = _FIRST.match(say)
    if found is None:
        raise ValueError(f"A pattern begins with words, or with ^: {say}")
    return [each.split()[0] for each in (found.group(1) or found.group(2) or "^").split("|")]


def _list(say: str | list[str], shapes: Mapping[str, str]) -> Pattern:
    """Words in small letters stand for any; {C}, {P} and {R} are compared as they were written."""
    several = [say] if isinstance(say, str) else say
    if any(re.search(r"\{[A-Z]\}", each) for each in several):
        apart = {key: re.sub(r"\?P<\w+>", "", shape) for key, shape in shapes.items()}  # a name stands only once
        return Pattern("|".join(f"(?i:{_filled(each, apart)})" for each in several))
    return pattern(several, {}, folded=True)


def _filled(say: str, shapes: Mapping[str, str]) -> str:
    plain = re.sub(r"(?<!\\)\((?!\?)", "(?:", say)
    return re.sub(r"\{([RrCP])\}", lambda name: shapes[name.group(1)], plain)


def _shapes(told: Mapping[str, Any]) -> dict[str, str]:
    """What roles, companies and places look like in a language: capitals, with its small words between."""
    joins, stops = told.get("joins", "of|and"), told.get("stops", "")
    joined = told.get("company_joins", joins)
    any_word = rf"(?!(?:{stops or told.get('ends', '')})(?![\w'’])){_WORD}"
    small = rf"(?:{any_word}(?:,?(?: (?:{joins})(?: |(?<=['’]))| )(?:{any_word})|{_BRACKET}){{0,7}})"
    adjectives = r"(?:[a-zäöü]{3,}(?:e|er|es|en) ){0,2}" if told.get("adjectives") else ""
    big = rf"(?!(?:{told['never']})\b){_CAPITAL}" if "never" in told else _CAPITAL
    capital = rf"(?:{adjectives}{big}(?:(?: (?:{joins}) |, |[ /]| / )(?:{big})|{_BRACKET}){{0,7}})"
    name = r"(?:[A-ZÀ-Þ0-9][\w&'’+-]{0,40}+(?:\.[a-z]{2,4}\b)?|[a-z]{1,20}[A-Z]\w{0,30}+)"
    joint = rf"(?: (?:{joined})(?: |(?<=['’]))| | & |&)"
    company = rf"(?:{name}(?:{joint}[A-ZÀ-Þ0-9&][\w&'’+-]{{0,40}}+){{0,4}}(?:,? {_LEGAL}\b\.?)?)"
    inside = "am|an der|im|ob der|sur|sous|upon|on|de|del|de la|la|le"
    named = r"[A-ZÀ-Þ][\w'’-]{1,40}+"
    place = rf"(?:{named}(?:(?: (?:{inside}))? {named}){{0,3}})"
    shapes = {
        "R": ("role", small if stops else capital),
        "r": ("role", small),
        "C": ("company", company),
        "P": ("place", place),
    }
    return {key: rf"(?-i:(?P<{name}>{shape}))" for key, (name, shape) in shapes.items()}
