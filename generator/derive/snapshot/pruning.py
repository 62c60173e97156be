"""What a snapshot leaves out because only records that it does not see use it.

Sources, units, posts and partners have no day of their own from which they count: they are there
for the records that name them. Where only later records do, they would tell beforehand what those
say. What no record names stands for itself, and what a visible record names stays.

A cycle or milestone that was not known yet is held by its name alone where a visible record names
it, and so is the cycle that follows by rule. A span of years ends with the day that is asked about.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from generator.derive.snapshot.citations import cited_sources, records_inside
from generator.derive.snapshot.known_calendar import known_calendar
from generator.model.background import Background, History, Salons, SurveyChoice
from generator.model.dates import PartialDate
from generator.model.fields import references_of
from generator.model.initiative import Initiative
from generator.model.measures import Area, Measure
from generator.model.organization import Organization, Partner, Post, Unit
from generator.model.report import Report
from generator.model.schedule import RoadmapMilestone
from generator.model.updates import Evaluation, GoalFinding
from generator.model.values import Record

R = TypeVar("R", bound=Record)
Owner = TypeVar("Owner", Area, Initiative)
T = TypeVar("T", Unit, Post)
M = TypeVar("M", Unit, Post, Partner)

_NAMING_NOTHING = {"organization": Organization(), "meetings": ()}
"""What names units and posts only as what they are, and is no record of a time."""

OF_THE_ORGANISATION = frozenset({"unit", "post", "member", "holder"})
"""What references name (`Ref.to`) that is in the organization."""


def without_later(whole: Report, seen: Report, day: date) -> Report:
    """Return a report as `seen` on a day, without undated words about what came later."""
    period = seen.about.reporting_period
    about = _with(seen.about, "reporting_period", _with(period, "span", _until(period.span, day)))
    organization = _spans_until(seen.organization, day)
    told = _with(seen, "calendar", known_calendar(whole, seen, day))
    told = _with(_with(told, "about", about), "organization", organization)
    if any_began_later(whole, day):
        told = told.model_copy(update={"background": _background(seen.background, day)})
    later = {i.id for i in whole.initiatives} - {i.id for i in seen.initiatives}
    return _without_initiatives(told, later) if later else told


def without_unused(
    whole: Report, seen: Report, day: date, beside: Iterable[tuple[Report, str]] = ()
) -> Report:
    """Return the report without sources, units, posts, partners and series that it does not use.

    What the reports `beside` it use, or the text of each, stays as well.
    """
    others = tuple(beside)
    named = set(_named(seen)).union(*(_named(report) for report, _ in others))
    told = seen.model_copy(update={"organization": _organization(whole, seen, named, day)})
    cited = cited_sources(told).union(*(_cited_beside(r, text) for r, text in others))
    told = told.model_copy(update={"sources": tuple(s for s in whole.sources if s.id in cited)})
    later = _series(whole) - _series(seen).union(*(_series(report) for report, _ in others))
    return _without_series(told, later) if later else told


def _cited_beside(report: Report, text: str) -> set[str]:
    """Return what a report cites whose units and posts are shown, if at all, elsewhere."""
    return cited_sources(report.model_copy(update={"organization": Organization()}), text)


def _has_begun(when: PartialDate | None, day: date) -> bool:
    return when is None or when.first() <= day


def _until(span: PartialDate, day: date) -> PartialDate:
    """Return a span of years as it was known on a day: open where it ends later."""
    start, _, end = span.text.partition("/")
    if not end or end == ".." or span.last(day) <= day or span.first() > day:
        return span
    if start == "..":
        return PartialDate(f"../{day.year:04}")
    begun = PartialDate(start)
    return begun if begun.last(day) >= day else PartialDate(f"{start}/..")


def _spans_until(organization: Organization, day: date) -> Organization:
    """Return the organization with the years in which it was seen as they were known on a day."""
    units = tuple(_with(u, "seen", _until(u.seen, day)) for u in organization.units)
    posts = tuple(_with(p, "seen", _until(p.seen, day)) for p in organization.posts)
    return _with(_with(organization, "units", units), "posts", posts)


def any_began_later(report: Report, day: date) -> bool:
    """Return whether a record that says since when it is known certainly is so only after a day."""
    organization, background = report.organization, report.background
    began: list[PartialDate | None] = [unit.seen for unit in organization.units]
    began += [post.seen for post in organization.posts]
    began += [program.began for program in background.history.programs]
    began += [salon.on for salon in background.salons.salons]
    began += [talk.on for talk in background.salons.consultations]
    began += [background.survey.held] if background.survey else []
    return not all(_has_begun(when, day) for when in began)


def _background(background: Background, day: date) -> Background:
    """Return the background without what certainly began later."""
    survey, salons = background.survey, background.salons
    return background.model_copy(
        update={
            "history": History(
                programs=tuple(p for p in background.history.programs if _has_begun(p.began, day))
            ),
            "survey": survey if survey and _has_begun(survey.held, day) else None,
            "salons": Salons(
                salons=tuple(s for s in salons.salons if _has_begun(s.on, day)),
                consultations=tuple(c for c in salons.consultations if _has_begun(c.on, day)),
            ),
        }
    )


def _without_initiatives(report: Report, later: set[str]) -> Report:
    """Return the report without undated words about initiatives that are not on the record yet."""
    subjects = {f"initiative:{initiative}" for initiative in later}
    evaluations = (e for e in report.evaluations if e.subject not in subjects)
    return report.model_copy(
        update={
            "initiatives": tuple(_initiative(i, later) for i in report.initiatives),
            "evaluations": tuple(_evaluation(e, later) for e in evaluations),
            "background": _nothing_asked_of(report.background, later, subjects),
        }
    )


def _nothing_asked_of(background: Background, later: set[str], subjects: set[str]) -> Background:
    survey = background.survey
    if survey:
        choices = tuple(_choice(choice, later) for choice in survey.choices)
        survey = _with(survey, "choices", choices)
    doubts = tuple(d for d in background.discrepancies if subjects.isdisjoint(d.about))
    questions = tuple(q for q in background.questions if subjects.isdisjoint(q.about))
    return background.model_copy(
        update={"survey": survey, "discrepancies": doubts, "questions": questions}
    )


def _with(record: R, field: str, value: object) -> R:
    """Return the record with another value; the very same where it has that one already."""
    same = getattr(record, field) == value
    return record if same else record.model_copy(update={field: value})


def _initiative(initiative: Initiative, later: set[str]) -> Initiative:
    return _with(initiative, "roadmap", tuple(_step(s, later) for s in initiative.roadmap))


def _step(step: RoadmapMilestone, later: set[str]) -> RoadmapMilestone:
    kept = tuple(s for s in step.depends_on if "." not in s or s.partition(".")[0] not in later)
    return _with(step, "depends_on", kept)


def _choice(choice: SurveyChoice, later: set[str]) -> SurveyChoice:
    hides = choice.initiative in later
    return choice.model_copy(update={"initiative": None, "idea": None}) if hides else choice


def _evaluation(evaluation: Evaluation, later: set[str]) -> Evaluation:
    return _with(evaluation, "goals", tuple(_finding(goal, later) for goal in evaluation.goals))


def _finding(finding: GoalFinding, later: set[str]) -> GoalFinding:
    kept = tuple(m for m in finding.measures if m.partition("/")[0] not in later)
    return _with(finding, "measures", kept)


def _named(report: Report) -> Iterator[str]:
    """Yield the ids of units, posts and partners that records name, the organization's aside."""
    for record in records_inside(report.model_copy(update=_NAMING_NOTHING)):
        yield from _members_in(record)


def _members_in(record: Record) -> Iterator[str]:
    """Yield the units, posts and partners that a record names."""
    for name in _member_fields(type(record)):
        members = getattr(record, name)
        yield from members if isinstance(members, tuple) else filter(None, (members,))


@cache
def _member_fields(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields by which a record names units, posts and partners."""
    return tuple(n for n, ref in references_of(kind).items() if ref.to in OF_THE_ORGANISATION)


def _organization(whole: Report, seen: Report, named: set[str], day: date) -> Organization:
    organization = _as_seen(whole.organization, seen.organization, day)
    dated: tuple[Unit | Post, ...] = (*organization.units, *organization.posts)
    within = {one.id: tuple(_members_in(one)) for one in dated}
    late = {one.id for one in dated if not _has_begun(one.seen, day)} - named
    everything = {*within, *(partner.id for partner in organization.partners)}
    hidden = late | (set(_named(whole)) - named)
    alone = _unused_alone(everything - named, within, hidden)
    shown = _with_what_they_name({*(named & everything), *alone}, within) - late
    return organization.model_copy(
        update={
            "units": tuple(_without_hidden(u, shown) for u in organization.units if u.id in shown),
            "posts": tuple(_without_hidden(p, shown) for p in organization.posts if p.id in shown),
            "partners": tuple(p for p in organization.partners if p.id in shown),
        }
    )


def _as_seen(whole: Organization, seen: Organization, day: date) -> Organization:
    """Return the whole organization with each part as it is seen, or was known on the day."""
    every: tuple[Unit | Post | Partner, ...] = (*seen.units, *seen.posts, *seen.partners)
    shown = {one.id: one for one in every}
    dated = _spans_until(whole, day)

    def part(one: M) -> M:
        found = shown.get(one.id)
        known = tuple(addendum for addendum in one.later if addendum.on.last(day) <= day)
        return found if isinstance(found, type(one)) else _with(one, "later", known)

    return Organization(
        units=tuple(part(unit) for unit in dated.units),
        posts=tuple(part(post) for post in dated.posts),
        partners=tuple(part(partner) for partner in dated.partners),
    )


def _without_hidden(one: T, shown: set[str]) -> T:
    """Return a unit or post that names nothing that is not shown."""
    fields = _member_fields(type(one))
    gone = {f: None for f in fields if getattr(one, f) and getattr(one, f) not in shown}
    return one.model_copy(update=gone) if gone else one


def _unused_alone(
    asked: set[str], within: Mapping[str, tuple[str, ...]], hidden: set[str]
) -> set[str]:
    """Return which of those asked are not hidden, nor there for hidden ones alone."""
    users: dict[str, set[str]] = {}
    for one, names in within.items():
        for name in names:
            users.setdefault(name, set()).add(one)
    gone = set(hidden)
    while more := {o for o in asked - gone if users.get(o) and users[o] <= gone}:
        gone |= more
    return asked - gone


def _with_what_they_name(shown: set[str], within: Mapping[str, tuple[str, ...]]) -> set[str]:
    reached, new = set(shown), set(shown)
    while new:
        new = {name for one in new for name in within.get(one, ())} - reached
        reached |= new
    return reached


SeriesOf = tuple[str, str, str]
"""An area or initiative, a measure of it, and a series of that."""


def _series(report: Report) -> set[SeriesOf]:
    """Return the series of which any point tells."""
    owners: list[Area | Initiative] = [*report.areas, *report.initiatives]
    return {
        (owner.id, measure.id, series)
        for owner in owners
        for measure in owner.measures
        for series in _series_with_points(measure)
    }


def _series_with_points(measure: Measure) -> Iterator[str]:
    for target in measure.targets if isinstance(measure.targets, tuple) else ():
        yield from target.series
    for actual in measure.actuals if isinstance(measure.actuals, tuple) else ():
        if actual.series:
            yield actual.series


def _without_series(report: Report, later: set[SeriesOf]) -> Report:
    owners = {owner for owner, _, _ in later}
    told = {
        kind: tuple(_measured(o, later) if o.id in owners else o for o in getattr(report, kind))
        for kind in ("areas", "initiatives")
    }
    return report.model_copy(update=told)


def _measured(owner: Owner, later: set[SeriesOf]) -> Owner:
    measures = tuple(
        _with(m, "series", tuple(s for s in m.series if (owner.id, m.id, s.id) not in later))
        for m in owner.measures
    )
    return _with(owner, "measures", measures)
