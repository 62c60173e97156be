"""The view of open data: what can be downloaded, how large it is, how to cite it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import FlatTable
from generator.model.edition import Edition
from generator.model.keys import EditionKind
from generator.views.base import addresses
from generator.views.base.blocks import Fact, LinkTo, Table
from generator.views.base.table_builder import Columns, Figures, table, table_if_any
from generator.views.overview.reference import license_fact
from generator.views.print.download import Download
from generator.words.message import Message, Text, msg

Sizes = Mapping[str, int]
"""Bytes of every file of open data, by its address."""

_KILO = 1_000
_MEGA = _KILO**2


@dataclass(frozen=True, slots=True)
class DataView:
    """Everything about the files of open data."""

    lead: Text
    whole: Table
    """The report in one file, as data and in print."""
    tables: Table
    editions: Table | None
    citation: Text
    license: Fact


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file that holds the whole report."""

    target: str
    holds: Message
    size: int | None = None
    """Bytes; of the archive, which holds the page that would say so, None."""


def data_view(
    snapshot: Snapshot,
    tables: Sequence[FlatTable],
    sizes: Sizes,
    downloads: Sequence[Download] = (),
) -> DataView:
    """Return the view of open data."""
    return DataView(
        lead=msg("data-lead", day=snapshot.as_of),
        whole=_whole(sizes, downloads),
        tables=_tables(tables, sizes),
        editions=_editions(snapshot, sizes),
        citation=_citation(snapshot),
        license=license_fact(snapshot.report),
    )


def _whole(sizes: Sizes, downloads: Sequence[Download]) -> Table:
    printed = [
        WholeFile(d.target, msg("data-holds-print", name=d.name, pages=d.pages), d.size)
        for d in downloads
        if d.year is None
    ]
    files = {
        "report.json": msg("data-holds-report"),
        "snapshot.schema.json": msg("data-holds-schema"),
        "datapackage.json": msg("data-holds-package"),
        addresses.GEOJSON: msg("data-holds-places"),
    }
    data = [
        WholeFile(target, holds, sizes[target])
        for name, holds in files.items()
        if (target := addresses.data(name)) in sizes
    ]
    columns: Columns[WholeFile] = {
        msg("data-file"): lambda f: LinkTo(f.target.rpartition("/")[2], f.target),
        msg("data-holds"): lambda f: f.holds,
        Figures(msg("data-size")): lambda f: None if f.size is None else size_text(f.size),
    }
    archive = WholeFile(addresses.data(addresses.SITE_ARCHIVE), msg("data-holds-site"))
    offered = (*printed, *((archive,) if printed else ()), *data)
    return table("whole", msg("data-whole"), offered, columns)


def _tables(tables: Sequence[FlatTable], sizes: Sizes) -> Table:
    columns: Columns[FlatTable] = {
        msg("data-file"): lambda t: LinkTo(f"{t.name}.csv", addresses.data(f"{t.name}.csv")),
        msg("data-holds"): lambda t: t.means,
        Figures(msg("data-rows")): lambda t: len(t.rows),
        Figures(msg("data-size")): lambda t: size_text(sizes[addresses.data(f"{t.name}.csv")]),
        msg("data-meaning"): lambda t: LinkTo(
            msg("data-columns-of", table=t.title), addresses.columns_of(t.name)
        ),
    }
    return table("tables", msg("data-tables"), tables, columns)


def _editions(snapshot: Snapshot, sizes: Sizes) -> Table | None:
    known = {str(edition.year): edition for edition in snapshot.report.editions}

    def holds(target: str) -> Text:
        year, _, file = _name(target).partition("/")
        return _edition_text(known.get(year)) if file == "snapshot.json" else msg("data-digest")

    columns: Columns[str] = {
        msg("data-file"): lambda target: LinkTo(_name(target), target),
        msg("data-holds"): holds,
        Figures(msg("data-size")): lambda target: size_text(sizes[target]),
    }
    found = [target for target in sizes if target.startswith(addresses.DATA_OF_EDITIONS)]
    return table_if_any("editions", msg("data-editions"), found, columns)


def _name(target: str) -> str:
    return target.removeprefix(addresses.DATA_OF_EDITIONS)


def _edition_text(edition: Edition | None) -> Text:
    if edition is None:
        return msg("data-edition-unknown")
    if edition.kind is EditionKind.RECONSTRUCTED:
        return msg("data-edition-reconstructed", title=edition.title)
    return edition.title


def _citation(snapshot: Snapshot) -> Message:
    about = snapshot.report.about
    said: dict[str, Text] = {
        "title": about.title,
        "organization": about.city,
        "day": snapshot.day,
        "license": about.license.title,
    }
    if about.site is None:
        return msg("data-citation", **said)
    address = f"{about.site.rstrip('/')}/{addresses.DATA}"
    return msg("data-citation-at", address=address, **said)


def size_text(size: int) -> Message:
    """Return a number of bytes as "812 bytes", "27 kB" or "1.3 MB", in thousands."""
    if size < _KILO:
        return msg("data-bytes", count=size)
    kilos = round(size / _KILO)
    if kilos < _KILO:
        return msg("data-kilobytes", size=kilos)
    return msg("data-megabytes", size=(Decimal(size) / _MEGA).quantize(Decimal("0.1")))
