"""Which record of the report the words of a cell name, and what is made of new words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.core.issues import Location
from generator.core.naming import nearest
from generator.editorial.importing.dates_read import ValueFault
from generator.editorial.importing.mapping import AREA, FUND, GROUP, PARTNER, POST, UNIT
from generator.editorial.importing.repairs import alike
from generator.editorial.importing.values import CellText
from generator.load.source_document import Value
from generator.model.fiscal_years import form, year_dates, year_id, year_of
from generator.model.ids import LONGEST_MADE, free_id_from
from generator.model.references import NOT_NAMED, PROGRAM, UNASSIGNED
from generator.model.report import About, FiscalLabel, Report

KINDS = {
    "area": (AREA,),
    "unit": (UNIT,),
    "post": (POST,),
    "holder": (POST, UNIT),
    "reporter": (POST, UNIT),
    "member": (UNIT, PARTNER),
    "fund": (FUND,),
    "taxonomy_value": (GROUP,),
}
"""What a reference of each kind may name, of what a mapping can make."""

_SHORT_TITLE = 60
"""Characters of a name that is short enough for narrow places."""


@dataclass(slots=True)
class MadeRecord:
    """A record that is made of a cell's words."""

    kind: str
    id: str
    words: CellText
    extra: Mapping[str, str]
    taxonomy: str = ""
    taxonomy_title: str = ""


@dataclass(slots=True)
class KnownNames:
    """What words name, by what kind of record, and what was made on the way."""

    report: Report
    ids: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """For each kind, and each taxonomy, the ids by the words that people take for the same."""
    made: list[MadeRecord] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Learn all names that the report has."""
        report = self.report
        self._learn(AREA, ((a.id, (a.title, a.short_title, *a.also_titled)) for a in report.areas))
        organization = report.organization
        self._learn(UNIT, ((u.id, (u.name, *u.also_named)) for u in organization.units))
        self._learn(POST, ((p.id, (p.title,)) for p in organization.posts))
        self._learn(PARTNER, ((p.id, (p.name,)) for p in organization.partners))
        funds = getattr(report.about, "funds", ())
        self._learn(FUND, ((f.id, (f.title,)) for f in funds))
        for taxonomy in report.about.taxonomies:
            values = ((value.id, (value.title,)) for value in taxonomy.values)
            self._learn(GROUP, values, taxonomy.id)

    def _learn(
        self, kind: str, records: Iterable[tuple[str, Iterable[str]]], taxonomy: str = ""
    ) -> None:
        known = self.ids.setdefault((kind, taxonomy), {})
        for some_id, names in records:
            for name in (some_id, *names):
                known.setdefault(alike(name), some_id)

    def id_of(self, words: str, kinds: Iterable[str], taxonomy: str = "") -> str:
        """Return the id of what words name; nothing where they name nothing that is known."""
        if words in (UNASSIGNED, NOT_NAMED) and POST in kinds:
            return words
        for kind in kinds:
            found = self.ids.get((kind, taxonomy), {}).get(alike(words))
            if found:
                return found
        return ""

    def make(self, record: MadeRecord) -> str:
        """Make a record of words, and return the id that it gets."""
        known = self.ids.setdefault((record.kind, record.taxonomy), {})
        taken = set(known.values())
        if record.kind == AREA:
            taken |= {PROGRAM, *(one.id for one in self.report.initiatives)}
        if record.kind in (UNIT, PARTNER, POST):
            for kind in (UNIT, PARTNER, POST):
                taken |= set(self.ids.get((kind, ""), {}).values())
            taken |= {made.id for made in self.made}
        record.id = free_id_from(record.words, taken, LONGEST_MADE, record.kind)
        known[alike(record.words)] = record.id
        self.made.append(record)
        return record.id

    def guess(self, words: str, kinds: Iterable[str], taxonomy: str = "") -> str:
        """Return the name that is most like words, or nothing."""
        names = [name for kind in kinds for name in self.ids.get((kind, taxonomy), {})]
        return nearest(words, names) if len(names) < _MANY else ""


_MANY = 2_000
"""More names are not compared one by one."""


def made_fields(record: MadeRecord, source: str, seen: str) -> dict[str, Value]:
    """Return the fields of a record that is made of words."""
    named = "name" if record.kind in (UNIT, PARTNER) else "title"
    fields: dict[str, Value] = {"id": record.id, named: record.words, **record.extra}
    if record.kind == AREA and "short_title" not in fields:
        fields["short_title"] = _short(record.words)
    if record.kind in (UNIT, POST):
        fields.setdefault("seen", seen)
    if record.kind in (AREA, UNIT, POST):
        fields["sources"] = [source]
    return fields


def _short(words: str) -> str:
    if len(words) <= _SHORT_TITLE:
        return words
    return words[:_SHORT_TITLE].rpartition(" ")[0] or words[:_SHORT_TITLE]


def fiscal_id(report: Report, words: str) -> str:
    """Return the id of a fiscal year or budget cycle that words name, as "FY17" or "2016-17".

    Raises ValueFault where they name none, or could name two.
    """
    folded = words.casefold().strip()
    about = report.about
    if any(folded == cycle.id for cycle in report.calendar.cycles):
        return folded
    if year_of(about, folded) is not None:
        return folded
    parts = [part for part in _year_parts(folded) if part]
    if len(parts) == 1 and form(about) not in (FiscalLabel.FY_BOTH, FiscalLabel.BOTH):
        is_last = form(about) in (FiscalLabel.FY_LAST, FiscalLabel.LAST)
        return year_id(about, parts[0] - is_last)
    if len(parts) == len(("first", "last")) and (parts[1] - parts[0]) % _CENTURY == 1:
        return year_id(about, parts[0])
    raise ValueFault(
        f"a fiscal year, such as {year_id(about, about.as_of.year)}, or a cycle of cycles.yml",
        _fiscal_step(about, parts),
    )


def fiscal_days(report: Report, words: str) -> str:
    """Return the days of a fiscal year that words name, as a date; raises as `fiscal_id` does."""
    about = report.about
    year = year_of(about, fiscal_id(report, words))
    if year is None:
        raise ValueFault(
            f"a fiscal year, such as {year_id(about, about.as_of.year)}",
            "Write the days of the budget cycle, as 2025-07/2027-06.",
        )
    return year_dates(about, year).text


_CENTURY = 100
_THIS_CENTURY = 2000


def _year_parts(words: str) -> list[int]:
    bare = words.removeprefix("fiscal year").strip().removeprefix("fy").strip(" '\u2019")
    numbers = [part.strip() for part in bare.replace("\u2013", "-").replace("/", "-").split("-")]
    if not all(part.isdecimal() and len(part) in (2, 4) for part in numbers):
        return []
    years = [int(part) for part in numbers]
    return [year + _THIS_CENTURY if year < _CENTURY else year for year in years]


def _fiscal_step(about: About, parts: list[int]) -> str:
    if len(parts) == 1:
        return (
            "A fiscal year here lies in two years: set fiscal_year_label in content/report.yml, "
            f"which says whether {parts[0]} is the first or the last of them."
        )
    return (
        "Correct it, or say under words what it means; fiscal years begin on "
        f"{about.fiscal_year_start}."
    )


def place_of(value: object) -> Location | None:
    """Return the cell that a value comes from, where it comes from one."""
    return value.place if isinstance(value, CellText) else None
