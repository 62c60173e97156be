"""The view of how old what is known is: a drawing, the same in a sentence and as a table."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import YearOfFinds, finds_by_year
from generator.views.base.blocks import Table
from generator.views.base.table_builder import Columns, Figures, table
from generator.views.charts.finds_chart import finds_chart
from generator.views.charts.shapes import Drawing
from generator.words.message import Message, Text, listing, msg


@dataclass(frozen=True, slots=True)
class AgeView:
    """How old what is known is: the newest find of each initiative, by year."""

    sentence: Text
    chart: Drawing
    table: Table


def age_view(snapshot: Snapshot) -> AgeView | None:
    """Return how old what is known is; None where no update has been due of any initiative."""
    if not any(state.owed_milestones.owed for state in snapshot.states):
        return None
    years = finds_by_year(snapshot)
    never = sum(state.evidence.newest is None for state in snapshot.states)
    said = listing(_sentences(years, never), "sentences")
    return AgeView(said, finds_chart(years, never, (said,)), _table(years, never))


def _sentences(years: tuple[YearOfFinds, ...], never: int) -> list[Message]:
    """Return of which year or earlier half of the newest finds are, and how many have none."""
    dated = [year.year for year in years for _ in range(year.with_update + year.only_related)]
    said = []
    if dated:
        middle = dated[(len(dated) - 1) // 2]
        older = sum(year <= middle for year in dated)
        values = {"middle": str(middle), "newest": str(dated[-1])}
        said.append(msg("age-half", count=len(dated), older=older, **values))
    if never:
        said.append(msg("age-never", count=never))
    return said


def _table(years: tuple[YearOfFinds, ...], never: int) -> Table:
    rows: list[tuple[Text, int, int]] = [
        (str(year.year), year.with_update, year.only_related) for year in years
    ]
    if never:
        rows.append((msg("age-table-never"), 0, never))
    columns: Columns[tuple[Text, int, int]] = {
        msg("age-table-year"): lambda row: row[0],
        Figures(msg("age-table-with-update")): lambda row: row[1],
        Figures(msg("age-table-without-update")): lambda row: row[2],
    }
    return table("newest-finds", msg("age-chart-title"), rows, columns, stacked=False)
