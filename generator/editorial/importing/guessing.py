"""A first mapping for an export, from the names and values of its columns; people read every line.

What a column most likely means is written with it, what cannot be told is marked `?` with examples.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import yaml

from generator.editorial.importing.dates_read import DateForm, ValueFault, read_date
from generator.editorial.importing.html_prose import looks_like_html
from generator.editorial.importing.mapping import UNPLACED
from generator.editorial.importing.numbers_read import NumberForm, form_of, read_number
from generator.editorial.importing.repairs import Repairs, alike, repaired
from generator.editorial.importing.source_rows import SourceTable
from generator.model.ids import id_from
from generator.model.report import About
from generator.theme import USUAL_WORDS

_BLANKS = ("TBD", "TBC", "N/A", "n/a", "NA", "-", "--", "None", "null", "#N/A")
_MOST_GROUPS = 40
_MOST_STATUSES = 30
_EXAMPLES = 3
_SAMPLE = 2_000
_NEARLY_ALL = 0.95
_HARDLY_ANY = 0.1
_FEW = 3
"""Rows on the average of each group, at least; of one title there are fewer."""
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    values: Sequence[str]
    """What it holds, without blanks and words that stand for none."""
    rows: int

    @property
    def different(self) -> list[str]:
        return list(dict.fromkeys(self.values))

    def share(self, reads: Callable[[str], object]) -> float:
        """Return how much of it something can read."""
        return sum(map(_can, [reads] * len(self.values), self.values)) / max(1, len(self.values))


def _can(reads: Callable[[str], object], value: str) -> bool:
    try:
        reads(value)
    except ValueFault:
        return False
    return True


def guessed(table: SourceTable, file: str, about: About, name: str) -> str:
    """Return the text of a mapping file for a table, with a line for each column."""
    sample = table.rows[:_SAMPLE]
    blanks = [w for w in _BLANKS if any(w == c.strip() for row in sample for c in row.cells)]
    columns = [
        _Column(
            heading,
            [v for row in sample if (v := _plain(row.cells[place])) and v not in blanks],
            len(sample),
        )
        for place, heading in enumerate(table.headings)
    ]
    language = about.languages[0]
    key = _key(columns)
    title = re.sub(r"[-_]+", " ", file.rpartition(".")[0]).strip().capitalize() or "Export"
    some_id = id_from(title) or "export"
    lines = [
        f"# A first mapping for {file}, guessed from the names and values of its columns.",
        "# Read every line. What is marked ? is still to be said: a field, or ignore. Then run:",
        f"#   annual-report import {file} --map {name} --as-of YEAR-MONTH-DAY",
        f"source: {{id: {_q(some_id)}, title: {_q(title)}, holder: {_q(str(about.city))}}}",
        f"language: {language}",
        f"missing: {{{', '.join(f'{_q(word)}: nothing' for word in blanks)}}}",
        *_key_lines(key, columns),
        *([f"calendar: {_calendar(language)}"] if _calendar(language) != "gregorian" else []),
        *_date_line(columns),
        "columns:",
    ]
    used: set[str] = set()
    by_year = _by_year([column.name for column in columns])
    for column in columns:
        if column.name in by_year:
            pattern, of = by_year[column.name], column.name
            if pattern not in used:
                used.add(pattern)
                lines += [f"  # as {_q(of)}", f"  {_q(pattern)}: {_money_by_year(pattern)}"]
        elif not key or column.name != key.name or not _hinted(column.name, "key"):
            said = _line(column, language, used)
            lines += [f"  # for example: {_examples(column)}"] * (said == f'"{UNPLACED}"')
            lines.append(f"  {_q(column.name)}: {said}")
    if not any("area" in line for line in lines):
        lines.append('always: {area: "?"}  # the topic area of all rows, by its name')
    return "\n".join(lines) + "\n"


_YEAR = re.compile(r"(?:(?<=FY)|(?<=FY )|\b)(?:20\d\d|(?<=FY)\d\d)(?:[-/]\d\d)?\b", re.IGNORECASE)


def _by_year(headings: Sequence[str]) -> dict[str, str]:
    """Return the columns of which there is one for each year, with the pattern that they share."""
    patterns = {h: _YEAR.sub("{year}", h, count=1) for h in headings if _YEAR.search(h)}
    counts = Counter(patterns.values())
    return {heading: pattern for heading, pattern in patterns.items() if counts[pattern] > 1}


def _money_by_year(pattern: str) -> str:
    what = re.sub(r"(?i)\b(?:FY)? ?\{year\}", "", pattern).strip(" -_") or "all"
    if "quarter" in pattern or re.search(r"(?i)\bQ[1-4]\b", pattern):
        return f'"{UNPLACED}"'
    return f'{{to: funding.years, item: {_q(what)}, also: {{state: "{UNPLACED}"}}}}'


def _plain(cell: str) -> str:
    return " ".join(repaired(cell, "", Repairs()).split())


def _q(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@cache
def _usual(what: str) -> Mapping[str, frozenset[str]]:
    """Return what exports usually call columns or statuses, by what they are here."""
    listed = yaml.safe_load(USUAL_WORDS.read_text("utf-8"))[what]
    return {meant: frozenset(map(_folded, words)) for meant, words in listed.items()}


def _hinted(heading: str, target: str) -> bool:
    return _folded(heading) in _usual("columns")[target]


def _folded(words: str) -> str:
    return id_from(words) or alike(words)


def _key(columns: Sequence[_Column]) -> _Column | None:
    unique = [c for c in columns if len(c.different) == len(c.values) == c.rows > 0]
    named = [c for c in unique if _hinted(c.name, "key")]
    titles = [c for c in unique if _hinted(c.name, "title")]
    return next(iter([*named, *titles, *unique]), None)


def _calendar(language: str) -> str:
    """Return the calendar in which a language usually counts years."""
    return "buddhist" if language.partition("-")[0] == "th" else "gregorian"


def _key_lines(key: _Column | None, columns: Sequence[_Column]) -> list[str]:
    if key is None:
        why = "no column is different in every row"
        if known := next((c.name for c in columns if _hinted(c.name, "key")), ""):
            why += f"; if rows of one {_q(known)} are one initiative, name the file in two tables"
        return [f'row_key: "?"  # {why}']
    if _hinted(key.name, "title"):
        return [f"row_key: {_q(key.name)}"]
    return [f"row_key: {_q(key.name)}", f"scheme: {_q(key.name)}"]


def _date_line(columns: Sequence[_Column]) -> list[str]:
    """Return the order of numbers in dates, where a value shows it; a mark where none does."""
    pattern = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b.*")
    found = [m for c in columns for v in c.values if (m := pattern.fullmatch(v))]
    if not found:
        return []
    first, second = max(int(m[1]) for m in found), max(int(m[2]) for m in found)
    if first > _MONTHS >= second:
        return ["dates: day/month/year"]
    if second > _MONTHS >= first:
        return ["dates: month/day/year"]
    return [f'dates: "?"  # day/month/year or month/day/year? For example {found[0][0]}']


_MONTHS = 12


def _examples(column: _Column) -> str:
    return " | ".join(_q(value[:40]) for value in column.different[:_EXAMPLES])


def _line(column: _Column, language: str, used: set[str]) -> str:
    target = _target(column, language)
    single = {"title", "summary", "description", "area", "status", "reason"}
    if target.partition(",")[0] in used & single or not target:
        return f'"{UNPLACED}"' if column.values else "ignore"
    used.add(target.partition(",")[0])
    if target == "status":
        return _status(column)
    return target if "," not in target else f"{{to: {target}}}"


def _target(column: _Column, language: str) -> str:
    """Return the field that a column most likely fills, with what is to be said of it; or nothing.

    A name counts where the values fit; values alone tell groups and nothing else.
    """
    if not column.values:
        return ""
    named = next((t for t in _usual("columns") if t != "key" and _hinted(column.name, t)), "")
    form = NumberForm(*form_of(language))
    dates = max(
        column.share(partial(read_date, form=DateForm(order, language, _calendar(language))))
        for order in ("day/month/year", "month/day/year")
    )
    numbers = column.share(partial(read_number, form=form))
    is_date, is_number = dates > _NEARLY_ALL, numbers > _NEARLY_ALL
    fits = {
        "title": len(column.different) * _FEW > len(column.values),
        "schedule.start.planned.original": is_date,
        "schedule.end.planned.original": is_date,
        "progress.percent": is_number,
        "funding.value": is_number,
        "documents.address": all(value.startswith("http") for value in column.values),
    }
    if named:
        return f"{named}{_beside(named, column)}" if fits.get(named, True) else ""
    few = 1 < len(column.different) <= min(_MOST_GROUPS, column.rows // _FEW)
    is_wording = max(dates, numbers) < _HARDLY_ANY and not _YEAR.search(column.name)
    if few and is_wording and max(map(len, column.values)) < _LONGEST_NAME:
        return f"taxonomies, taxonomy: {id_from(column.name) or 'group'}, create: group"
    return ""


def _beside(named: str, column: _Column) -> str:
    """Return what has to be said of a column beside the field that it fills."""
    beside = {
        "documents.address": f", also: {{title: {_q(column.name)}}}",
        "roles.holder": ", also: {role: owner}, create: unit, created: {kind: department}",
        "area": ", create: area",
        "places.point.lat": ", item: site",
        "places.point.lon": ", item: site",
        "funding.value": f', also: {{state: "{UNPLACED}"}}',
    }
    if named in ("summary", "description") and any(map(looks_like_html, column.values)):
        return ", text: html"
    return beside.get(named, "")


def _status(column: _Column) -> str:
    counts = Counter(column.values)
    words = ", ".join(
        f"{_q(word)}: {_status_of(word)}" for word, _ in counts.most_common(_MOST_STATUSES)
    )
    return f"{{to: status, words: {{{words}}}}}"


def _status_of(word: str) -> str:
    folded = _folded(word)
    meant = (status for status, words in _usual("statuses").items() if folded in words)
    return next(meant, f'"{UNPLACED}"')
