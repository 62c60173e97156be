"""The view of money as a whole: what it comes to, drawn by year, and by area, unit, and fund."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.money.groups import Grouping, groups
from generator.derive.money.ledger import Ledger, ledger
from generator.derive.money.periods import ends_of
from generator.derive.money.variance import variances
from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import organization_link, text_cell
from generator.views.base.table_builder import Value
from generator.views.money.by_year import chart_by_year
from generator.views.money.of_initiatives import by_initiative
from generator.views.money.sentences import headline, variance_sentences
from generator.views.money.tables import money_row, sums_table
from generator.words.message import Text, listing, msg

MOST_INITIATIVES = 40
"""Rows of the list of initiatives on the page itself; more are on the pages of their areas."""
FEWEST_ROWS = 2
"""Rows from which on sums are worth a table: one row says the same as the sentence on top."""


def money_view(snapshot: Snapshot, found: Ledger | None = None) -> SectionsView:
    """Return the view of the money of all initiatives; `found`, where it is known already."""
    page = _Page(snapshot, found or ledger(snapshot))
    return SectionsView(
        title=msg("page-money"),
        lede=headline(page.ledger),
        facts=(),
        sections=tuple(page.sections()),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What all sections of the page are made from."""

    snapshot: Snapshot
    ledger: Ledger

    def sections(self) -> Iterator[Section]:
        """Yield what there is to show, each in its section."""
        if self.ledger.postings:
            ends = ends_of(self.snapshot.report, self.ledger.postings)
            yield from self._compared(ends)
            yield from self._groups(ends)
        yield from self._initiatives()

    def _compared(self, ends: Mapping[str, date]) -> Iterator[Section]:
        """Yield how sums compare in all, where anything can be compared."""
        found = variances(self.ledger.postings, ends)
        if found:
            report = self.snapshot.report
            said = listing(variance_sentences(report, found, of_one=False), "sentences")
            yield Section("compared", msg("money-compared-heading"), text=said)

    def _groups(self, ends: Mapping[str, date]) -> Iterator[Section]:
        """Yield sums in groups, each grouping that tells anything apart; those by year drawn."""
        for by, titles in self._titles().items():
            found = groups(self.snapshot, self.ledger, by)
            if len(found) < FEWEST_ROWS:
                continue
            rows = [
                money_row(titles[one] if one else msg(f"money-no-{by.value}"), postings, ends)
                for one, postings in found.items()
            ]
            is_drawn = by is Grouping.PERIOD
            by_years = is_drawn and not keeps_cycles(self.snapshot.report)
            name = "period-years" if by_years else by.value
            chart = chart_by_year(self.snapshot.report, self.ledger) if is_drawn else None
            yield Section(
                f"by-{by.value}",
                msg(f"money-by-{by.value}-heading"),
                sums_table(
                    f"by-{by.value}", msg(f"money-by-{name}"), msg(f"money-column-{name}"), rows
                ),
                text=chart.sentence if chart else "",
                drawing=chart.drawing if chart else None,
                drawing_unit=chart.unit if chart else "",
            )

    def _titles(self) -> Mapping[Grouping, Mapping[str, Value]]:
        """Return what each group is called, by its id, in the order of the page."""
        report, organization = self.snapshot.report, self.snapshot.report.organization
        periods = {one.period for one in self.ledger.postings if one.period}
        return {
            Grouping.PERIOD: {period: fiscal_words(report, period) for period in periods},
            Grouping.AREA: {
                area.id: LinkTo(area.title, f"{addresses.area(area.id)}#money")
                for area in report.areas
            },
            Grouping.CYCLE: {c.id: fiscal_words(report, c.id) for c in report.calendar.cycles},
            Grouping.UNIT: {
                unit.id: organization_link(organization, unit.id) for unit in organization.units
            },
            Grouping.FUND: {f.id: text_cell(f.title, f.note) for f in report.about.funds},
        }

    def _initiatives(self) -> Iterator[Section]:
        """Yield what is known of each initiative, and why some of it is not added up."""
        found = self.ledger
        text: Text = ""
        if count := sum(map(len, found.unstated.values())):
            text = msg("money-unstated-why", count=count)
        few = len(found.by_initiative.keys() | found.unstated.keys()) <= MOST_INITIATIVES
        made = by_initiative(self.snapshot, self.snapshot.states, found) if few else None
        elsewhere = msg("money-initiatives-elsewhere")
        heading = msg("money-by-initiative-heading")
        yield Section("by-initiative", heading, made, text=text, why_empty=elsewhere)
