"""R106-R111 and R601: whatever is referred to by its id exists."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.check.rule import Address, Fault, Subject, rule
from generator.core.naming import Guesses, listed, now_called, quoted
from generator.derive.history.renames import NAMES_AN_INITIATIVE, Field, renamed
from generator.derive.snapshot.citations import Part
from generator.model.background import AreaVotes, Choice, Discrepancy, EarlierProgramme, Question
from generator.model.cycles import Milestone
from generator.model.initiative import (
    GoalLink,
    Initiative,
    Link,
    Partnership,
    Role,
    Support,
    WorkPlanEntry,
)
from generator.model.measures import Measure
from generator.model.organization import Post, Unit
from generator.model.report import Report
from generator.model.updates import Evaluation, GoalFinding, Update

NO_HOLDER = frozenset({"unassigned", "not_named"})


class Reference(NamedTuple):
    """One word in content that should be the id of something."""

    where: Address
    field: str
    value: str
    shape: re.Pattern[str] | None = None
    """How the id of an initiative stands in it, where it names one."""


def references(subject: Subject, fields: Sequence[Field]) -> Iterator[Reference]:
    """Yield every word that stands in one of the fields, lists and keys of a table one by one."""
    for part in subject.parts:
        for kind, name in fields:
            if isinstance(part.record, kind):
                shape = NAMES_AN_INITIATIVE.get((kind, name))
                yield from _words(part, name, getattr(part.record, name), shape)


def _words(
    part: Part, name: str, value: object, shape: re.Pattern[str] | None = None
) -> Iterator[Reference]:
    here = (*part.path, name)
    if isinstance(value, str):
        yield Reference((part.kind, part.key, here), name, value, shape)
    elif isinstance(value, dict):
        for key in map(str, value):
            yield Reference((part.kind, part.key, (*here, key)), name, key, shape)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield Reference((part.kind, part.key, (*here, place)), name, str(item), shape)


def unknown(
    subject: Subject,
    found: Iterable[Reference],
    known: Collection[str],
    what: str,
    *,
    listing: bool = True,
) -> Iterator[Fault]:
    """Yield a fault for every reference to something that is not known.

    `listing` says whether what is known is listed beside `what`.
    """
    choices = ""
    guesses = Guesses()
    for reference in found:
        value = reference.value
        if value in known:
            continue
        choices = choices or (f"{what}: {listed(sorted(known))}" if listing else what)
        present = _present(subject, reference)
        step = f"{guesses.of(value, known)}Correct it, or add what is missing first."
        yield Fault(
            subject.there(reference.where),
            f"{reference.field} {quoted(value)}, which does not exist",
            choices,
            _renamed_step(subject, reference, present) if present else step,
        )


def _present(subject: Subject, reference: Reference) -> str:
    """Return the word with the id that its initiative has now; nothing where it was not renamed."""
    if reference.shape is None:
        return ""
    present = renamed(reference.value, subject.renamed, reference.shape)
    return present if present != reference.value else ""


def _renamed_step(subject: Subject, reference: Reference, present: str) -> str:
    """Return what to do about a former id, also where a file is still named for it."""
    told = f"{now_called(reference.value, present)}. Write that"
    kind, key, _ = reference.where
    path = PurePosixPath(subject.files.get((kind, key), ""))
    home = path.with_name(f"{present.rpartition(':')[2]}.md") if path.name else path
    if kind not in ("update", "evaluation") or path.stem not in subject.renamed:
        return f"{told}."
    if str(home) in subject.paths:
        return f"{told}: {home} is there already; move what is new into it and remove this file."
    return f"{told}, and rename the file to {home.name}."


@rule(
    "R106",
    "Every topic area that is named exists.",
    "An initiative without its area would appear on no area's page and in no area's totals.",
)
def areas_exist(subject: Subject) -> Iterator[Fault]:
    """Yield areas named by initiatives, earlier programmes or the survey that are not there."""
    fields = ((Initiative, "area"), (EarlierProgramme, "area"), (AreaVotes, "area"))
    found = references(subject, (*fields, (Choice, "area")))
    yield from unknown(
        subject, found, {a.id for a in subject.report.areas}, "the id of a topic area"
    )


@rule(
    "R107",
    "Every initiative that is named exists, and is another one.",
    "An update for an unknown initiative would be lost; a link to itself leads nowhere.",
)
def initiatives_exist(subject: Subject) -> Iterator[Fault]:
    """Yield initiatives named by updates, links and survey choices that are not there."""
    known = {i.id for i in subject.report.initiatives}
    fields = ((Update, "initiative"), (Update, "continues_in"), (Link, "to"))
    found = references(subject, (*fields, (Choice, "initiative")))
    yield from unknown(subject, found, known, "the id of an initiative")
    for part in subject.parts:
        record = part.record
        to_itself = isinstance(record, Link) and record.to == part.key
        if to_itself or (isinstance(record, Update) and record.continues_in == record.initiative):
            field = "to" if to_itself else "continues_in"
            yield Fault(
                subject.at(part, field),
                f"a link of {quoted(getattr(record, field))} to itself",
                "the id of another initiative",
                "Name the other initiative, or take the link out.",
            )


@rule(
    "R108",
    "Every unit, post and partner that is named exists.",
    "Nobody could be asked: the page of who answers would lead to nobody.",
)
def organisation_exists(subject: Subject) -> Iterator[Fault]:
    """Yield units, posts and partners that organisation.yml does not have."""
    organisation = subject.report.organisation
    units = {unit.id for unit in organisation.units}
    posts = {post.id for post in organisation.posts}
    partners = {partner.id for partner in organisation.partners}
    unit_fields = ((Unit, "part_of"), (Post, "unit"), (WorkPlanEntry, "department"))
    yield from unknown(
        subject, references(subject, unit_fields), units, "the id of a unit in organisation.yml"
    )
    posts_named = references(subject, ((Unit, "head"), (Update, "author")))
    yield from unknown(subject, posts_named, posts, "the id of a post in organisation.yml")
    holders = (r for r in references(subject, ((Role, "holder"),)) if r.value not in NO_HOLDER)
    posts_or_none = 'the id of a post in organisation.yml, "unassigned" or "not_named"'
    yield from unknown(subject, holders, posts, posts_or_none)
    helpers = references(subject, ((Partnership, "org"), (Support, "by")))
    yield from unknown(
        subject, helpers, units | partners, "the id of a unit or partner in organisation.yml"
    )


@rule(
    "R109",
    "Every milestone and budget cycle that is named exists.",
    "An update for an unknown milestone answers nothing that is owed.",
)
def milestones_exist(subject: Subject) -> Iterator[Fault]:
    """Yield milestones and cycles that cycles.yml does not have; a full day is a milestone too."""
    calendar = subject.report.calendar
    owed = (r for r in references(subject, ((Update, "milestone"),)) if not is_full_day(r.value))
    known = {milestone.id for milestone in calendar.milestones}
    yield from unknown(
        subject, owed, known, 'the id of a milestone in cycles.yml, or a day as "2026-03-31"'
    )
    cycles = {cycle.id for cycle in calendar.cycles}
    of_milestones = references(subject, ((Milestone, "cycle"),))
    yield from unknown(subject, of_milestones, cycles, "the id of a budget cycle in cycles.yml")


def is_full_day(text: str) -> bool:
    """Tell whether the text is a day of the calendar, as the dated update folders have it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@rule(
    "R110",
    "Every goal and measure that is named exists.",
    "A goal's page would count an initiative or a figure that nobody can look up.",
)
def goals_and_measures_exist(subject: Subject) -> Iterator[Fault]:
    """Yield goals and measures, named with their area or initiative, that are not there."""
    fields = ((Measure, "goals"), (GoalLink, "goal"), (GoalFinding, "goal"))
    yield from unknown(
        subject,
        references(subject, fields),
        _goals(subject.report),
        "a goal, as area/goal or programme/goal",
    )
    measures = {f"{area.id}/{m.id}" for area in subject.report.areas for m in area.measures}
    measures |= {f"{i.id}/{m.id}" for i in subject.report.initiatives for m in i.measures}
    found = references(subject, ((GoalFinding, "measures"),))
    yield from unknown(subject, found, measures, "a measure, as initiative/measure or area/measure")


def _goals(report: Report) -> set[str]:
    of_programme = {f"programme/{goal.id}" for goal in report.about.goals}
    return of_programme | {f"{area.id}/{goal.id}" for area in report.areas for goal in area.goals}


@rule(
    "R111",
    "What is evaluated, disputed or asked about exists.",
    "A finding or an open question would stand on no page.",
)
def subjects_exist(subject: Subject) -> Iterator[Fault]:
    """Yield subjects of evaluations, discrepancies and questions that are not there."""
    report = subject.report
    known = {"programme", *(f"area:{a.id}" for a in report.areas)}
    known |= {f"initiative:{i.id}" for i in report.initiatives}
    what = "programme, area: with an area's id, or initiative: with an initiative's id"
    fields = ((Evaluation, "subject"), (Discrepancy, "about"), (Question, "about"))
    yield from unknown(subject, references(subject, fields), known, what, listing=False)


@rule(
    "R601",
    "Every source that is cited is listed.",
    "A claim whose source cannot be looked up is a claim without one.",
)
def sources_are_listed(subject: Subject) -> Iterator[Fault]:
    """Yield citations of sources that sources.yml does not have."""
    known = {source.id for source in subject.report.sources}
    found = (
        reference for part in subject.parts for reference in _words(part, "sources", part.sources)
    )
    yield from unknown(subject, found, known, "the id of a source in sources.yml")
