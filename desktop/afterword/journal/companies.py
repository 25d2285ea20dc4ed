"""Companies: one record a name, made when first named."""

from __future__ import annotations

from afterword.journal.change import verb
from afterword.journal.moments import day
from afterword.journal.records import Company
from afterword.journal.store import Journal
from afterword.journal.stories import CompanyFact, Past
from afterword.trouble import Trouble
from afterword.words import N_, _

_FIELDS = frozenset({"industry", "size_band", "site", "notes"})
_MOST = 8

_PAST = """
SELECT a.id, c.name, a.title, COALESCE(a.applied_on,
  (SELECT min(e.at) FROM event e WHERE e.application_id = a.id), a.status_since) AS day, a.status
FROM application a JOIN company c ON c.id = a.company_id
WHERE c.id = ? AND a.deleted_at IS NULL ORDER BY day DESC, a.id DESC
"""


@verb(N_("rename company"))
def rename(journal: Journal, company_id: int, name: str) -> None:
    """Give a company another name. Raises Trouble when another company has it."""
    clean = cleaned(name)
    other = id_of(journal, clean)
    if other is not None and other != company_id:
        raise Trouble(
            _("There is another company called {name}.").format(name=clean),
            _("Choose that company in the application instead."),
        )
    _must_exist(journal, company_id)
    Company.change(company_id, name=clean)


@verb(N_("edit company"))
def edit(journal: Journal, /, company_id: int, **fields: str) -> None:
    """Set industry, size_band, site, notes; or name."""
    if "name" in fields:
        rename(journal, company_id, fields.pop("name"))
    unknown = set(fields) - _FIELDS
    if unknown:
        raise TypeError(f"no such field: {', '.join(sorted(unknown))}")
    _must_exist(journal, company_id)
    if fields:
        Company.change(company_id, **fields)


def fact(journal: Journal, company_id: int) -> CompanyFact:
    """What is known about a company. Raises Trouble when it is no longer there."""
    found = journal.row("SELECT id, name, industry, size_band, site, notes FROM company WHERE id = ?", company_id)
    if found is None:
        raise Trouble(_("This company is no longer there."))
    return CompanyFact(*found)


def ensure(journal: Journal, name: str) -> int:
    """The company of that name, made when it is new; for verbs."""
    clean = cleaned(name)
    found = id_of(journal, clean)
    return Company.add(name=clean) if found is None else found


def id_of(journal: Journal, name: str) -> int | None:
    """The company of that name, whatever its capitals."""
    clean = " ".join(name.split())
    found = journal.row("SELECT id FROM company WHERE name = ?", clean)
    if found is None and not clean.isascii():  # the database folds the capitals of plain letters only
        folded = clean.casefold()
        alike = journal.rows("SELECT id, name FROM company WHERE length(name) = ? ORDER BY id", len(clean))
        found = next((row for row in alike if row[1].casefold() == folded), None)
    return int(found[0]) if found else None


def suggest(journal: Journal, text: str) -> tuple[str, ...]:
    """Up to eight names: those that begin with the text, then those that have it inside."""
    clean = " ".join(text.split())
    if not clean:
        return ()
    found = [
        str(name)
        for (name,) in journal.rows(
            "SELECT name FROM company WHERE name >= ? AND name < ? || char(1114111) ORDER BY name LIMIT ?",
            clean, clean, _MOST,
        )
    ]  # fmt: skip
    if len(found) < _MOST:
        inside = journal.rows("SELECT name FROM company WHERE instr(lower(name), lower(?)) > 1 LIMIT ?", clean, _MOST)
        found += [str(name) for (name,) in inside if name not in found]
    return tuple(found[:_MOST])


def names(journal: Journal, most: int = 2000) -> tuple[str, ...]:
    """Companies by name, the newest ones when there are very many: a letter may be from one of them."""
    return tuple(name for (name,) in journal.rows("SELECT name FROM company ORDER BY id DESC LIMIT ?", most))


def history(journal: Journal, name: str) -> tuple[Past, ...]:
    """Earlier applications to the company of that name, newest first."""
    company = id_of(journal, name)
    if company is None:
        return ()
    return tuple(
        Past(key, called, title, day(on), status) for key, called, title, on, status in journal.rows(_PAST, company)
    )


def cleaned(name: str) -> str:
    """A name without stray spaces. Raises Trouble when nothing is left."""
    clean = " ".join(name.split())
    if not clean:
        raise Trouble(_("The company is missing."), _("Write its name."))
    return clean


def _must_exist(journal: Journal, company_id: int) -> None:
    if journal.row("SELECT 1 FROM company WHERE id = ?", company_id) is None:
        raise Trouble(_("This company is no longer there."))
