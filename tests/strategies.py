"""Histories that go on: hypothesis strategies that add to a valid report and change its values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from larkhaven import larkhaven

from generator.model.dates import PartialDate
from generator.model.initiative import Approval, Event, Initiative, Role, Support
from generator.model.keys import (
    Basis,
    EventKind,
    FundingState,
    IdeaState,
    LinkKind,
    Match,
    RoleKind,
)
from generator.model.links import Link
from generator.model.measures import Actual, Measure, Target
from generator.model.money import Funding
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.statuses import Confidence, Phase, Status
from generator.model.updates import Update
from generator.model.values import Record

FIRST_DAY = date(2021, 1, 1)
LAST_DAY = date(2024, 12, 31)

days = st.dates(FIRST_DAY, LAST_DAY)


@st.composite
def points(draw: st.DrawFn, low: date = date(1900, 1, 1), high: date = date(2100, 12, 31)) -> str:
    """Draw a year, month, season, quarter or day, placed by editors or not."""
    day = draw(st.dates(low, high))
    season = f"{day:%Y}-{21 + day.month % 12 // 3}"
    quarter = f"{day:%Y}-{33 + (day.month - 1) // 3}"
    text = draw(st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", day.isoformat(), season, quarter]))
    return text + draw(st.sampled_from(["", "", "~"]))


@st.composite
def partial_dates(
    draw: st.DrawFn, low: date = date(1900, 1, 1), high: date = date(2100, 12, 31)
) -> PartialDate:
    """Draw a partial date of any notation."""
    start, end = sorted(draw(st.tuples(points(low, high), points(low, high))))
    texts = [start, end, f"{start}/..", f"../{end}", f"[{start}..]", f"[..{end}]"]
    if PartialDate(start).first() <= PartialDate(end).last(date.max):
        texts += [f"{start}/{end}", f"[{start}..{end}]", f"[{start},{end}]"]
    return PartialDate.parse(draw(st.sampled_from(texts)))


Addition = Callable[[Initiative, str, date], Initiative]


def _dated(number: str, on: PartialDate, recorded: date) -> dict[str, Any]:
    return {"id": number, "on": on, "recorded": recorded}


def _with(initiative: Initiative, field: str, record: Record) -> Initiative:
    return initiative.model_copy(update={field: (*getattr(initiative, field), record)})


def _event(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    event = Event(
        **_dated(number, on, recorded),
        kind=EventKind.REPORTED,
        match=Match.NAMED,
        text="Something happened.",
        sources=("town-charter",),
    )
    return _with(initiative, "events", event)


def _role(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    role = Role(role=RoleKind.OWNER, holder=number, since=on, recorded=recorded)
    return _with(initiative, "roles", role)


def _approval(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    approval = Approval(on=on, body=number, decision="Approved.", recorded=recorded)
    return _with(initiative, "approvals", approval)


def _support(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    support = Support(by=number, with_what="advice", since=on, recorded=recorded)
    return _with(initiative, "support", support)


def _funding(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    funding = Funding(
        **_dated(number, on, recorded),
        what="More poles",
        currency="LKC",
        state=FundingState.REQUESTED,
        value=Decimal(1),
    )
    return _with(initiative, "funding", funding)


def _link(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    link = Link(
        kind=LinkKind.RELATED, to="one-form", since=on, reason=f"For {number}.", recorded=recorded
    )
    return _with(initiative, "links", link)


def _actual(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    actual = Actual(series=number, period=on, reported=on, value=Decimal(7), recorded=recorded)
    return _with_point(initiative, "actuals", actual) or _event(initiative, number, on, recorded)


def _target(initiative: Initiative, number: str, on: PartialDate, recorded: date) -> Initiative:
    target = Target(series=(number,), set_on=on, value=Decimal(8), recorded=recorded)
    return _with_point(initiative, "targets", target) or _event(initiative, number, on, recorded)


def _with_point(initiative: Initiative, field: str, point: Record) -> Initiative | None:
    """Add a point to the first measure that has some; None where no measure has any."""
    measures: list[Measure] = list(initiative.measures)
    for place, measure in enumerate(measures):
        known = getattr(measure, field)
        if not isinstance(known, Missing) and known:
            measures[place] = measure.model_copy(update={field: (*known, point)})
            return initiative.model_copy(update={"measures": tuple(measures)})
    return None


ADDITIONS = (_event, _role, _approval, _support, _funding, _link, _actual, _target)


@dataclass(frozen=True)
class Longer:
    """A report and the same with more history."""

    before: Report
    after: Report
    added: int


@st.composite
def updates(draw: st.DrawFn, ons: st.SearchStrategy[PartialDate], number: int) -> Update:
    """Draw a status update of any initiative of the sample, off the cycle."""
    initiative = draw(st.sampled_from(larkhaven().initiatives))
    ideas = [idea.id for idea in initiative.ideas]
    states = st.dictionaries(st.sampled_from(ideas), st.sampled_from(IdeaState), max_size=2)
    return Update(
        initiative=initiative.id,
        milestone=f"added-{number}",
        as_of=draw(ons),
        recorded=LAST_DAY,
        basis=Basis.REPORTED,
        author="desk-manager",
        status=draw(st.sampled_from([s for s in Status if s is not Status.NOT_REPORTED])),
        phase=draw(st.sampled_from(Phase)),
        confidence=draw(st.sampled_from(Confidence)),
        ideas=draw(states) if ideas else {},
        body="More.",
    )


@st.composite
def longer(
    draw: st.DrawFn, ons: st.SearchStrategy[PartialDate], recorded: st.SearchStrategy[date]
) -> Longer:
    """Draw additions to the sample, dated by `ons` and entered on days drawn from `recorded`."""
    report = larkhaven()
    initiatives = {i.id: i for i in report.initiatives}
    ids = st.sampled_from(sorted(initiatives))
    chosen = draw(
        st.lists(st.tuples(ids, st.sampled_from(ADDITIONS), ons, recorded), min_size=1, max_size=5)
    )
    for number, (name, add, on, day) in enumerate(chosen):
        initiatives[name] = add(initiatives[name], f"added-{number}", on, day)
    told = [
        draw(updates(ons, number)).model_copy(update={"recorded": draw(recorded)})
        for number in range(draw(st.integers(0, 3)))
    ]
    after = report.model_copy(
        update={
            "initiatives": tuple(initiatives.values()),
            "updates": (*report.updates, *told),
        }
    )
    return Longer(report, after, len(chosen) + len(told))


def after(day: date) -> st.SearchStrategy[PartialDate]:
    """Return dates that certainly begin after a day."""
    start = day + timedelta(days=1)
    full_days = st.dates(start, start + timedelta(days=900))
    return full_days.flatmap(
        lambda on: st.sampled_from([on.isoformat(), f"{on}~", f"{on}/..", f"{on}/{on.year + 1}"])
    ).map(PartialDate.parse)


Path = tuple[str | int, ...]


def value_paths(value: object, here: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every plain value in a record with its path."""
    if isinstance(value, Record):
        for name, part in value.__dict__.items():
            yield from value_paths(part, (*here, name))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from value_paths(part, (*here, name))
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from value_paths(part, (*here, place))
    elif value not in (None, ""):
        yield here, value


def replaced(value: Any, path: Path, new: object) -> Any:
    """Return the record with another value at a path."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, Record):
        inside = replaced(getattr(value, str(step)), rest, new)
        return value.model_copy(update={str(step): inside})
    if isinstance(value, dict):
        return {**value, step: replaced(value[step], rest, new)}
    return (*value[:step], replaced(value[step], rest, new), *value[int(step) + 1 :])


def another(value: object) -> object:
    """Return a value of the same kind that is not the same."""
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case date():
            return value - timedelta(days=1)
        case PartialDate():
            return PartialDate("2020") if value.text != "2020" else PartialDate("2019")
    if isinstance(value, str) and type(value) is not str:
        return next(key for key in type(value) if key != value)
    return f"{value}x"
