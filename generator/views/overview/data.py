"""The view of open data: what can be downloaded, what its columns mean, how to cite it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import Column, FlatTable, Kind
from generator.model.edition import Edition
from generator.model.keys import EditionKind
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Fact, LinkTo, Table, Words, words
from generator.views.base.tables import table
from generator.views.overview.reference import licence_fact
from generator.views.print.download import Download, download_facts
from generator.words.english import counted, day_words, number_words

Sizes = Mapping[str, int]
"""Bytes of every file of open data, by its address."""

_KILO = 1_000
_DIGEST = "The SHA-256 sum of the snapshot, by which anyone can tell that a copy of it is the same."

_KINDS = {
    Kind.ID: "id",
    Kind.IDS: "ids, joined by ;",
    Kind.TEXT: "text",
    Kind.ADDRESS: "web address",
    Kind.DATE: "date, as exact as the source",
    Kind.DAY: "day",
    Kind.NUMBER: "number",
    Kind.WHOLE: "whole number",
    Kind.FLAG: "true or false",
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
    licence: Fact


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
        licence=licence_fact(snapshot.report),
    )


def _whole(sizes: Sizes) -> Table:
    files = (
        ("report.json", "Every record of the report, and how every initiative stood."),
        ("snapshot.schema.json", "The JSON Schema (2020-12) of report.json and of editions."),
        ("datapackage.json", "The tables' columns, types and keys, as a Data Package."),
    )
    rows = [_file(addresses.data(name), name, what, sizes) for name, what in files]
    return table(
        "whole", "Files of the whole report", ("File:head", "What it holds", "Size:number"), rows
    )


def _file(target: str, name: str, what: str, sizes: Sizes) -> tuple[Cell, ...]:
    return ((LinkTo(name, target),), words(what), words(size_words(sizes[target])))


def _tables(tables: Sequence[FlatTable], sizes: Sizes) -> Table:
    rows = []
    for flat in tables:
        name = f"{flat.name}.csv"
        link, what, size = _file(addresses.data(name), name, flat.means, sizes)
        number = words(number_words(len(flat.rows)))
        dictionary: Cell = (LinkTo(f"{flat.title}: columns", f"#{_anchor(flat)}"),)
        rows.append((link, what, number, size, dictionary))
    columns = ("File:head", "What it holds", "Rows:number", "Size:number", "Meaning")
    return table("tables", "Tables in CSV, one row a record", columns, rows)


def _editions(snapshot: Snapshot, sizes: Sizes) -> Table | None:
    known = {str(edition.year): edition for edition in snapshot.report.editions}
    found = [address for address in sizes if address.startswith(addresses.DATA_OF_EDITIONS)]
    rows = []
    for target in found:
        name = target.removeprefix(addresses.DATA_OF_EDITIONS)
        year, _, file = name.partition("/")
        what = _edition_words(known.get(year)) if file == "snapshot.json" else _DIGEST
        rows.append(_file(target, name, what, sizes))
    columns = ("File:head", "What it holds", "Size:number")
    return table("editions", "Editions as they were frozen", columns, rows) if rows else None


def _edition_words(edition: Edition | None) -> str:
    if edition is None:
        return "A frozen edition."
    if edition.kind is EditionKind.RECONSTRUCTED:
        return f"{edition.title}: compiled later from public sources by this site's editors."
    return f"{edition.title}."


def _anchor(flat: FlatTable) -> str:
    return f"columns-{flat.name}"


def _entry(flat: FlatTable) -> tuple[str, str, str, Table]:
    rows = [
        ((Words(column.name),), words(column.means), words(_kind_words(column)))
        for column in flat.columns
    ]
    caption = f"{flat.name}.csv: {counted(len(rows), 'column')}"
    columns = ("Column:head", "Meaning", "What stands in it")
    return (_anchor(flat), flat.title, flat.means, table(_anchor(flat), caption, columns, rows))


def _kind_words(column: Column[Any]) -> str:
    if column.keys:
        return f"one of: {', '.join(key.value for key in column.keys)}"
    return _KINDS[column.kind]


def _citation(snapshot: Snapshot) -> str:
    about = snapshot.report.about
    where = f" {about.site.rstrip('/')}/{addresses.DATA}." if about.site else ""
    return (
        f"{about.title}, {about.city}. Data as things stood on {day_words(snapshot.day)}."
        f"{where} {about.licence.title}."
    )


def size_words(size: int) -> str:
    """Return a number of bytes as "812 bytes", "27 kB" or "1.3 MB", in thousands."""
    if size < _KILO:
        return counted(size, "byte")
    kilos = round(size / _KILO)
    return f"{kilos} kB" if kilos < _KILO else f"{size / _KILO**2:.1f} MB"
