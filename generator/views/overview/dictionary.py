"""The data dictionary: what the tables of open data hold, how to read them, what columns mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.derive.tables.columns import Column, FlatTable
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.table_builder import Columns, Figures, facts, table
from generator.views.overview.data import Sizes, size_text
from generator.words.message import Message, Text, listing, msg


@dataclass(frozen=True, slots=True)
class DictionaryView:
    """Every table of open data, beside how to read them."""

    lead: Text
    tables: Table


def dictionary_view(tables: Sequence[FlatTable]) -> DictionaryView:
    """Return the view of the page that leads to the columns of each table."""
    columns: Columns[FlatTable] = {
        msg("data-table"): lambda t: LinkTo(t.title, addresses.columns_of(t.name)),
        msg("data-holds"): lambda t: t.means,
        Figures(msg("data-columns-number")): lambda t: len(t.columns),
    }
    return DictionaryView(
        lead=msg("data-dictionary-lead"),
        tables=table("tables", msg("data-dictionary-tables"), tables, columns),
    )


def columns_view(flat: FlatTable, sizes: Sizes) -> SectionsView:
    """Return the view of what the columns of one table mean."""
    file = f"{flat.name}.csv"
    target = addresses.data(file)
    columns: Columns[Column[Any]] = {
        msg("data-column"): lambda c: c.name,
        msg("data-meaning"): lambda c: c.means,
        msg("data-kind"): _kind,
    }
    caption = msg("data-columns", file=file, count=len(flat.columns))
    return SectionsView(
        title=msg("data-columns-of", table=flat.title),
        lede=flat.means,
        facts=facts(
            {
                msg("data-file"): LinkTo(file, target),
                msg("data-rows"): len(flat.rows),
                msg("data-size"): size_text(sizes[target]),
                msg("data-key"): listing(flat.key),
            }
        ),
        sections=(
            Section(
                "columns",
                msg("data-columns-heading"),
                table(f"columns-{flat.name}", caption, flat.columns, columns),
            ),
        ),
    )


def _kind(column: Column[Any]) -> Message:
    if column.keys:
        return msg("data-one-of", keys=listing((key.value for key in column.keys), "plain"))
    return msg(f"data-kind-{column.kind.value}")
