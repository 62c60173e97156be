"""R305-R307: fiscal years and budget cycles are known, since when, and span what they say."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import did_you_mean, name_list, quoted
from generator.derive.responsibility.fiscal_years import names_other_years
from generator.model.cycles import Cycle, Milestone
from generator.model.fiscal_years import fiscal_start, last_day, year_id, year_of


@rule(
    "R305",
    "A plan or an amount is for a fiscal year, or for a budget cycle that is listed.",
    "It would be counted in the wrong year.",
)
def fiscal_ids_make_sense(context: RuleContext) -> Iterator[Fault]:
    """Yield cycles that are neither listed in cycles.yml nor one fiscal year."""
    about = context.report.about
    cycles = {cycle.id for cycle in context.report.calendar.cycles}
    # A cycle that milestones name as well is missing from the list, as R109 says.
    told = {reference.value for reference in context.references["cycle"]} - cycles
    named = context.references["fiscal_year"]
    open_ones = {r.value for r in named} - cycles - told
    unknown = {cycle for cycle in open_ones if year_of(about, cycle) is None}
    for reference in named if unknown else ():
        cycle = reference.value
        if cycle in unknown:
            yield Fault(
                context.there(reference.where),
                f"cycle {quoted(cycle)}, neither a fiscal year nor a listed cycle",
                f"one fiscal year, as {year_id(about, about.as_of.year)}, or a listed cycle: "
                f"{name_list(sorted(cycles))}",
                f"{did_you_mean(cycle, cycles)}Correct it, or add the cycle to the list first.",
            )


@rule(
    "R306",
    "A budget cycle begins and ends with fiscal years, and its id names no others.",
    "For the days in between, the wrong cycle would be named for what was due.",
)
def cycles_begin_and_end(context: RuleContext) -> Iterator[Fault]:
    """Yield cycles that are not the report's number of whole fiscal years, or are named so."""
    about = context.report.about
    years = about.cycle_years
    if years is None:
        return
    for place, cycle in enumerate(context.report.calendar.cycles):
        begins = fiscal_start(about, cycle.begins)
        ends = last_day(about, begins.year, years)
        for field, given, right in (("begins", cycle.begins, begins), ("ends", cycle.ends, ends)):
            if given != right:
                yield Fault(
                    context.places.of("calendar", "", "cycles", place, field),
                    f"{field} {given} for {quoted(cycle.id)}",
                    f"{right}, as cycle_years is {years} and fiscal years begin on "
                    f"{about.fiscal_year_start}",
                    f"Write {quoted(right)}, or correct cycle_years or fiscal_year_start.",
                )
        if cycle.begins == begins and cycle.ends == ends and names_other_years(about, cycle):
            yield Fault(
                context.places.of("calendar", "", "cycles", place, "id"),
                f"id {quoted(cycle.id)} for {begins} to {ends}",
                "an id that names these years, or no years",
                f"Write {quoted(year_id(about, begins.year, years))}, or correct begins and ends.",
            )


@rule(
    "R307",
    "A budget cycle or milestone says since when it is known.",
    "An edition of an earlier time would list what nobody knew of.",
)
def known_since_a_time(context: RuleContext) -> Iterator[Fault]:
    """Yield cycles and milestones without the time from which they were known."""
    for part in context.parts:
        if isinstance(part.record, Cycle | Milestone) and part.record.known_since is None:
            yield Fault(
                context.at(part),
                f"no known_since for {quoted(part.record.id)}",
                "when a source first shows that it was known",
                'Write known_since: "2016-06", for example; of a milestone, often the day on which '
                "the budget of its cycle was adopted.",
            )
