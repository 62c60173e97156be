"""R305-R306: fiscal years and budget cycles span what their ids say."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.check.rule import Fault, Subject, rule
from generator.model.cycles import Cycle
from generator.model.initiative import Funding, Staffing, WorkPlanEntry
from generator.wording import did_you_mean, listed, quoted

CENTURY = 100
WITH_CYCLE = (WorkPlanEntry, Funding, Staffing)
A_YEAR = 2001
"""Any year without a leap day."""


def span(fiscal: str) -> int:
    """Return over how many years an id such as fy2016-18 goes; 0 where it makes no sense."""
    return (int(fiscal[7:]) - int(fiscal[2:6])) % CENTURY


@rule(
    "R305",
    "A fiscal year spans one year, a budget cycle the city's number of years, and is listed.",
    "A plan or a sum would be counted in a year that nobody meant.",
)
def fiscal_ids_make_sense(subject: Subject) -> Iterator[Fault]:
    """Yield fiscal ids of another span, and cycles that cycles.yml does not list."""
    years = subject.report.about.cycle_years
    cycles = {cycle.id for cycle in subject.report.calendar.cycles}
    for part in subject.parts:
        record = part.record
        if isinstance(record, Cycle) and span(record.id) != years:
            yield Fault(
                subject.at(part, "id"),
                f"the cycle {quoted(record.id)}, which spans {span(record.id)} years",
                f"a span of {years} years, as cycle_years in report.yml says",
                "Correct the years of the id.",
            )
        if not isinstance(record, WITH_CYCLE) or record.cycle is None:
            continue
        if span(record.cycle) not in (1, years) or (
            span(record.cycle) == years and record.cycle not in cycles
        ):
            yield Fault(
                subject.at(part, "cycle"),
                f"cycle {quoted(record.cycle)}, neither a fiscal year nor a listed cycle",
                f"one fiscal year, as fy2016-17, or a listed cycle: {listed(sorted(cycles))}",
                f"{did_you_mean(record.cycle, cycles)}Correct it, or list the cycle first.",
            )


@rule(
    "R306",
    "A budget cycle begins and ends with the fiscal years of its id.",
    "What was due in which cycle would be told wrongly for the days in between.",
)
def cycles_begin_and_end(subject: Subject) -> Iterator[Fault]:
    """Yield cycles whose days do not fit their id and the start of the fiscal year."""
    about = subject.report.about
    try:
        _first_day(A_YEAR, about.fiscal_year_start)
    except ValueError:
        yield Fault(
            subject.places.of("about", "", "fiscal_year_start"),
            f"fiscal_year_start {quoted(about.fiscal_year_start)}",
            "a day that every year has",
            'For example "07-01".',
        )
        return
    for place, cycle in enumerate(subject.report.calendar.cycles):
        begins, ends = _days(cycle, about.fiscal_year_start)
        for field, given, right in (("begins", cycle.begins, begins), ("ends", cycle.ends, ends)):
            if given != right:
                yield Fault(
                    subject.places.of("calendar", "", "cycles", place, field),
                    f"{field} {given} for {quoted(cycle.id)}",
                    f"{right}, as fiscal years begin on {about.fiscal_year_start}",
                    f"Write {quoted(right)}, or correct the id or fiscal_year_start.",
                )


def _first_day(year: int, month_day: str) -> date:
    """Return the first day of a fiscal year, at the ends of time the nearest there is."""
    month, day = map(int, month_day.split("-"))
    return date(min(max(year, date.min.year), date.max.year), month, day)


def _days(cycle: Cycle, month_day: str) -> tuple[date, date]:
    """Return the days on which a cycle of this id begins and ends."""
    year = int(cycle.id[2:6])
    after = _first_day(year + span(cycle.id), month_day)
    return _first_day(year, month_day), after - timedelta(days=after > date.min)
