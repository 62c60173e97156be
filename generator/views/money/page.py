"""The view of money as a whole: what it comes to, drawn by year, and by area, unit, and fund."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.money.ledger import Ledger, Posting, department_of, ledger, units_of
from generator.derive.money.periods import cycle_of, ends_of, in_order
from generator.derive.money.variance import variances
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Table
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import organization_link
from generator.views.base.table_builder import Value
from generator.views.money.by_year import chart_by_year
from generator.views.money.of_initiatives import by_initiative
from generator.views.money.sentences import headline, variance_sentences
from generator.views.money.tables import MoneyRow, money_row, sums_table
from generator.words.message import Text, listing, msg

MOST_INITIATIVES = 40
"""Rows of the list of initiatives on the page itself; more are on the pages of their areas."""
FEWEST_ROWS = 2
"""Rows from which on sums are worth a table: one row says the same as the sentence on top."""


def has_money(snapshot: Snapshot) -> bool:
    """Return whether any initiative has money, and so there is a page of it."""
    return any(state.initiative.funding for state in snapshot.states)


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
            yield from self._periods(ends)
            yield from self._groups(ends)
        yield from self._initiatives()

    def _compared(self, ends: Mapping[str, date]) -> Iterator[Section]:
        """Yield how sums compare in all, where anything can be compared."""
        found = variances(self.ledger.postings, ends)
        if found:
            report = self.snapshot.report
            said = listing(variance_sentences(report, found, of_one=False), "sentences")
            yield Section("compared", msg("money-compared-heading"), text=said)

    def _periods(self, ends: Mapping[str, date]) -> Iterator[Section]:
        report, by_period = self.snapshot.report, self.ledger.by(lambda one: one.period)
        periods = in_order(report, by_period)
        rows = [money_row(self._period(p), by_period[p], ends) for p in periods]
        if len(periods) >= FEWEST_ROWS:
            made = sums_table("by-period", msg("money-by-period"), msg("money-period"), rows)
            chart = chart_by_year(report, self.ledger)
            yield Section(
                "by-period",
                msg("money-by-period-heading"),
                made,
                text=chart.sentence if chart else "",
                drawing=chart.drawing if chart else None,
                drawing_unit=chart.unit if chart else "",
            )

    def _period(self, period: str | None) -> Text:
        return fiscal_words(self.snapshot.report, period) if period else msg("money-no-period")

    def _groups(self, ends: Mapping[str, date]) -> Iterator[Section]:
        report = self.snapshot.report
        organization = report.organization
        cycles = cycle_of(report, self.ledger.postings)
        responsible = units_of(self.snapshot)
        above = {unit: department_of(organization, unit) for unit in set(responsible.values())}
        units = {initiative: above[unit] for initiative, unit in responsible.items()}
        areas = {
            area.id: LinkTo(area.title, f"{addresses.area(area.id)}#money") for area in report.areas
        }
        names = {cycle.id: fiscal_words(report, cycle.id) for cycle in report.calendar.cycles}
        funds = {fund.id: fund.title for fund in report.about.funds}
        links = {unit.id: organization_link(organization, unit.id) for unit in organization.units}
        groups: tuple[tuple[str, Mapping[str, Value], Callable[[Posting], str | None]], ...] = (
            ("area", areas, lambda one: one.area),
            ("cycle", names, lambda one: cycles.get(one.period or "")),
            ("unit", links, lambda one: units.get(one.initiative)),
            ("fund", funds, lambda one: one.fund),
        )
        for name, titles, key in groups:
            made = self._group(name, titles, key, ends)
            if made:
                yield Section(f"by-{name}", msg(f"money-by-{name}-heading"), made)

    def _group(
        self,
        name: str,
        titles: Mapping[str, Value],
        key: Callable[[Posting], str | None],
        ends: Mapping[str, date],
    ) -> Table | None:
        """Return the sums of one grouping; None where it tells nothing apart."""
        found = self.ledger.by(key)
        if len(found) < FEWEST_ROWS:
            return None
        rows: list[MoneyRow] = [
            money_row(titles[group], found[group], ends) for group in titles if group in found
        ]
        if None in found:
            rows.append(money_row(msg(f"money-no-{name}"), found[None], ends))
        return sums_table(f"by-{name}", msg(f"money-by-{name}"), msg(f"money-{name}"), rows)

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
