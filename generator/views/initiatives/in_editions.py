"""Where one initiative stood in each edition of the report."""

from collections.abc import Sequence

from generator.derive.editions.editions import EditionThen
from generator.derive.history.renames import standing_under
from generator.views.base import addresses
from generator.views.base.blocks import Aside, Cell, LinkTo, Table, Words
from generator.views.base.shared import phase_cell, role_cell, status_cell
from generator.views.base.tables import table
from generator.words.english import date_words


def in_each_edition(editions: Sequence[EditionThen], initiative_ids: Sequence[str]) -> Table | None:
    """Return where an initiative stood in each edition, under any id that it has had."""
    rows: list[tuple[Cell, ...]] = []
    for edition in editions:
        standing = standing_under(edition.then, initiative_ids)
        about, report = edition.edition, edition.then.report
        link: Cell = (
            LinkTo(str(about.year), addresses.edition(about.year)),
            Aside(date_words(about.as_of)),
        )
        if standing is None:
            rows.append((link, (Words("Not yet on the record"),), (), ()))
            continue
        phase = phase_cell(report, standing) or (Words("Not assessed"),)
        owner = role_cell(report, standing.owner)[:1]
        rows.append((link, status_cell(report, standing), phase, owner))
    columns = ("Edition:head", "Status", "Phase", "Owner")
    caption = "Where it stood in each edition"
    return table("in-editions", caption, columns, rows) if rows else None
