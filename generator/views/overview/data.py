"""The view of open data: what can be downloaded, what its columns mean, how to cite it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import CellKind, Column, FlatTable
from generator.model.edition import Edition
from generator.model.keys import EditionKind
from generator.views.base import addresses
from generator.views.base.blocks import Fact, LinkTo, Table
from generator.views.base.table_builder import Columns, Figures, table, table_if_any
from generator.views.overview.reference import license_fact
from generator.views.print.download import Download, download_facts
from generator.words.english import counted, day_words, number_words

Sizes = Mapping[str, int]
"""Bytes of every file of open data, by its address."""

_KILO = 1_000
_DIGEST = "The SHA-256 sum of the snapshot, by which anyone can tell that a copy of it is the same."

_KINDS = {
    CellKind.ID: "id",
    CellKind.IDS: "ids, joined by ;",
    CellKind.TEXT: "text",
    CellKind.ADDRESS: "web address",
    CellKind.DATE: "date, as exact as the source",
    CellKind.DAY: "day",
    CellKind.NUMBER: "number",
    CellKind.WHOLE: "whole number",
    CellKind.FLAG: "true or false",
}


@dataclass(frozen=True, slots=True)
class DataView:
    """Everything about the files of open data."""

    lead: str
    whole: Table
    documents: tuple[Fact, ...]
    """The report in print; empty where none was made."""
    tables: Table
    editions: Table | None
    no_editions: str
    dictionary: tuple[tuple[str, str, str, Table], ...]
    """Anchor, heading, meaning and columns of each table."""
    citation: str
    license: Fact


def data_view(
    snapshot: Snapshot,
    tables: Sequence[FlatTable],
    sizes: Sizes,
    downloads: Sequence[Download] = (),
) -> DataView:
    """Return the view of open data."""
    editions = _editions(snapshot, sizes)
    return DataView(
        lead="Every record of this report, free to download and to use again, as things stood on "
        f"{day_words(snapshot.day)}. The addresses stay; what is behind them follows the report.",
        whole=_whole(sizes),
        documents=download_facts(downloads, None),
        tables=_tables(tables, sizes),
        editions=editions,
        no_editions="" if editions else "No edition has been frozen yet, so there is none to take.",
        dictionary=tuple(_entry(flat) for flat in tables),
        citation=_citation(snapshot),
        license=license_fact(snapshot.report),
    )


def _whole(sizes: Sizes) -> Table:
    files = (
        ("report.json", "Every record of the report, and how every initiative stood."),
        ("snapshot.schema.json", "The JSON Schema (2020-12) of report.json and of editions."),
        ("datapackage.json", "The tables' columns, types and keys, as a Data Package."),
    )
    columns: Columns[tuple[str, str]] = {
        "File": lambda f: LinkTo(f[0], addresses.data(f[0])),
        "What it holds": lambda f: f[1],
        Figures("Size"): lambda f: size_words(sizes[addresses.data(f[0])]),
    }
    return table("whole", "Files of the whole report", files, columns)


def _tables(tables: Sequence[FlatTable], sizes: Sizes) -> Table:
    columns: Columns[FlatTable] = {
        "File": lambda t: LinkTo(f"{t.name}.csv", addresses.data(f"{t.name}.csv")),
        "What it holds": lambda t: t.means,
        Figures("Rows"): lambda t: number_words(len(t.rows)),
        Figures("Size"): lambda t: size_words(sizes[addresses.data(f"{t.name}.csv")]),
        "Meaning": lambda t: LinkTo(f"{t.title}: columns", f"#{_anchor(t)}"),
    }
    return table("tables", "Tables in CSV, one row a record", tables, columns)


def _editions(snapshot: Snapshot, sizes: Sizes) -> Table | None:
    known = {str(edition.year): edition for edition in snapshot.report.editions}

    def holds(target: str) -> str:
        year, _, file = _name(target).partition("/")
        return _edition_words(known.get(year)) if file == "snapshot.json" else _DIGEST

    columns: Columns[str] = {
        "File": lambda target: LinkTo(_name(target), target),
        "What it holds": holds,
        Figures("Size"): lambda target: size_words(sizes[target]),
    }
    found = [target for target in sizes if target.startswith(addresses.DATA_OF_EDITIONS)]
    return table_if_any("editions", "Editions as they were frozen", found, columns)


def _name(target: str) -> str:
    return target.removeprefix(addresses.DATA_OF_EDITIONS)


def _edition_words(edition: Edition | None) -> str:
    if edition is None:
        return "A frozen edition."
    if edition.kind is EditionKind.RECONSTRUCTED:
        return f"{edition.title}: compiled later from public sources by this site's editors."
    return f"{edition.title}."


def _anchor(flat: FlatTable) -> str:
    return f"columns-{flat.name}"


def _entry(flat: FlatTable) -> tuple[str, str, str, Table]:
    columns: Columns[Column[Any]] = {
        "Column": lambda c: c.name,
        "Meaning": lambda c: c.means,
        "What stands in it": _kind_words,
    }
    caption = f"{flat.name}.csv: {counted(len(flat.columns), 'column')}"
    dictionary = table(_anchor(flat), caption, flat.columns, columns)
    return (_anchor(flat), flat.title, flat.means, dictionary)


def _kind_words(column: Column[Any]) -> str:
    if column.keys:
        return f"one of: {', '.join(key.value for key in column.keys)}"
    return _KINDS[column.kind]


def _citation(snapshot: Snapshot) -> str:
    about = snapshot.report.about
    where = f" {about.site.rstrip('/')}/{addresses.DATA}." if about.site else ""
    return (
        f"{about.title}, {about.city}. Data as things stood on {day_words(snapshot.day)}."
        f"{where} {about.license.title}."
    )


def size_words(size: int) -> str:
    """Return a number of bytes as "812 bytes", "27 kB" or "1.3 MB", in thousands."""
    if size < _KILO:
        return counted(size, "byte")
    kilos = round(size / _KILO)
    return f"{kilos} kB" if kilos < _KILO else f"{size / _KILO**2:.1f} MB"
