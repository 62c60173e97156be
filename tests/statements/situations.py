"""Reports at any date, for tests of sentences: the sample with much or little of what it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from larkhaven import larkhaven
from press import DIGEST
from statements.organizations import organizations
from strategies import after, updates

from generator.derive.editions.editions import EditionSnapshot, open_edition
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative
from generator.model.keys import Basis, HowProposed, Match, RoleKind
from generator.model.organization import RolePolicy, RolesPolicy
from generator.model.references import NOT_NAMED, UNASSIGNED
from generator.model.report import Report
from generator.model.statuses import Status, Trait
from generator.model.updates import Update
from generator.views.print.document import DocumentFrame

FIRST, LAST = date(2021, 6, 1), date(2026, 12, 31)
"""From before anything was listed to after the last budget cycle has ended."""

EMPTIED = (
    *("ideas", "goals", "partners", "work_plan", "roadmap", "funding", "staffing", "events"),
    *("measures", "support", "approvals"),
)
"""Lists of initiatives that some reports do not have."""


HOLDERS = ("", "", NOT_NAMED, UNASSIGNED, "desk-manager")
"""Who may hold a role of all initiatives; the empty one leaves who does."""


@dataclass(frozen=True, repr=False)
class Situation:
    """A report as of a day, with the editions that it has."""

    frame: DocumentFrame
    editions: tuple[EditionSnapshot, ...]

    def __repr__(self) -> str:
        """Return what is of use where a test fails: the day, and which initiatives there are."""
        seen = self.frame.snapshot
        return (
            f"{seen.day}: {[s.initiative.id for s in seen.states]}, {len(self.editions)} editions"
        )


def situation(report: Report, day: date) -> Situation:
    """Return a report as of a day."""
    seen = snapshot(report, day)
    editions = tuple(
        open_edition(report, edition)
        for edition in sorted(report.editions, key=lambda e: e.year)
        if edition.as_of.last(day) <= day
    )
    return Situation(DocumentFrame(seen, DIGEST, None, editions), editions)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Draw a report as of a day: any of its initiatives, any of what is said of them."""
    report = larkhaven()
    names = [i.id for i in report.initiatives]
    kept = draw(st.one_of(st.just(set(names)), st.sets(st.sampled_from(names), max_size=4)))
    holders = {kind: draw(st.sampled_from(HOLDERS)) for kind in RoleKind}
    empty = draw(st.sets(st.sampled_from(EMPTIED), max_size=6))
    emptied = dict.fromkeys(empty, ())
    initiatives = tuple(
        _alone(i, kept, holders, emptied) for i in report.initiatives if i.id in kept
    )
    told = draw(st.sampled_from((report.updates, report.updates[::2], ())))
    more = draw(st.lists(st.integers(0, 99), max_size=3, unique=True))
    told = (*told, *(draw(updates(after(FIRST), number)) for number in more))
    basis = draw(st.sampled_from((None, None, Basis.COMPILED, Basis.REPORTED)))
    changed = ({"ideas": {}} if "ideas" in empty else {}) | ({"basis": basis} if basis else {})
    parts = {
        "initiatives": initiatives,
        "updates": tuple(
            u.model_copy(update={"continues_in": None, **changed})
            for u in told
            if u.initiative in kept
        ),
        "areas": draw(st.sampled_from((report.areas, _bare(report.areas)))),
        "calendar": draw(
            st.sampled_from((report.calendar, _without_milestones(report), _none(report)))
        ),
        "editions": draw(st.sampled_from((report.editions, report.editions[:1], ()))),
        "evaluations": draw(st.sampled_from((report.evaluations, ()))),
        "background": draw(st.sampled_from((report.background, _silent(report)))),
    }
    return situation(report.model_copy(update=parts), draw(st.dates(FIRST, LAST)))


def _alone(
    one: Initiative, kept: set[str], holders: dict[RoleKind, str], emptied: dict[str, Any]
) -> Initiative:
    """Return an initiative with some holders of its roles, and no ties to what is not kept."""
    roles = (r.model_copy(update={"holder": holders.get(r.role) or r.holder}) for r in one.roles)
    links = tuple(link for link in one.links if link.to in kept)
    steps = (
        step.model_copy(update={"depends_on": tuple(s for s in step.depends_on if "." not in s)})
        for step in one.roadmap
    )
    changed = {"roles": tuple(roles), "links": links, "roadmap": tuple(steps), **emptied}
    if "ideas" in emptied:
        changed["at_proposal"] = one.at_proposal.model_copy(update={"ideas": {}})
    return one.model_copy(update=changed)


def _bare(areas: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(a.model_copy(update={"measures": (), "goals": (), "figures": ()}) for a in areas)


def _without_milestones(report: Report) -> Any:
    return report.calendar.model_copy(update={"milestones": ()})


def _none(report: Report) -> Any:
    return report.calendar.model_copy(update={"cycles": (), "milestones": ()})


def _silent(report: Report) -> Any:
    salons = report.background.salons.model_copy(update={"consultations": ()})
    return report.background.model_copy(update={"survey": None, "salons": salons})


def _asking_one(
    whole: Report, initiatives: tuple[Initiative, ...], updates: tuple[Update, ...], kind: RoleKind
) -> Report:
    """Return a report of an organization that asks for one of the two roles alone."""
    policy = {one.value: RolePolicy(asked=one is kind) for one in RoleKind}
    about = whole.about.model_copy(update={"roles": RolesPolicy(**policy)})
    bare = tuple(
        i.model_copy(update={"roles": tuple(r for r in i.roles if r.role is kind)})
        for i in initiatives
    )
    return whole.model_copy(update={"about": about, "initiatives": bare, "updates": updates})


def rare() -> Iterator[Situation]:
    """Yield reports in which what is seldom true is."""
    whole = larkhaven()
    late = date(2026, 6, 30)
    years_after = date(2029, 12, 31)
    for day in (FIRST, date(2021, 10, 15), date(2022, 7, 1), whole.about.as_of, late, years_after):
        yield situation(whole, day)
        yield situation(_of_nothing(whole), day)
    for basis in Basis:
        untroubled = tuple(
            u.model_copy(update={"basis": basis if u.author else u.basis})
            for u in whole.updates
            if not u.ask and Trait.TROUBLE not in u.status.traits
        )
        yield situation(whole.model_copy(update={"updates": untroubled}), late)
    for owner, sponsor in (
        *((NOT_NAMED, "desk-manager"), ("desk-manager", NOT_NAMED), (NOT_NAMED, NOT_NAMED)),
        *((UNASSIGNED, "desk-manager"), ("desk-manager", "desk-manager")),
    ):
        holders = {RoleKind.OWNER: owner, RoleKind.SPONSOR: sponsor}
        named = {i.id for i in whole.initiatives}
        made = tuple(_alone(i, named, holders, {}) for i in whole.initiatives)
        quiet = tuple(u for u in whole.updates if not u.ask)
        yield situation(whole.model_copy(update={"initiatives": made, "updates": quiet}), late)
        for kind in RoleKind:
            yield situation(_asking_one(whole, made, quiet, kind), late)
    for kind in RoleKind:
        yield situation(_asking_one(whole, whole.initiatives, whole.updates, kind), late)
    yield from _of_one(whole, late)
    yield situation(_as_imported(whole), late)
    yield situation(whole.model_copy(update={"areas": _bare(whole.areas)}), late)
    yield _first_edition(whole)
    yield _first_seen(whole, late)
    yield _silent_and_related(whole, late)
    yield _matched(whole, late)


def _first_seen(whole: Report, day: date) -> Situation:
    """Return a report in which one initiative was in a list, without a status, and owes none."""
    first, *others = whole.initiatives
    seen = first.proposed.model_copy(update={"how": HowProposed.FIRST_SEEN})
    bare = first.model_copy(update={"at_proposal": None, "proposed": seen})
    parts = {
        "initiatives": (bare, *others),
        "updates": tuple(u for u in whole.updates if u.initiative != first.id),
        "calendar": _without_milestones(whole),
    }
    return situation(whole.model_copy(update=parts), day)


def elsewhere(folder: Path) -> Iterator[Situation]:
    """Yield reports of other organizations: early, as of the day of each, and years after it."""
    for report in organizations(folder):
        own = report.about.as_of
        for day in (date(2014, 6, 30), date(2022, 7, 1), own, date(2029, 12, 31)):
            yield situation(report, day)


def _silent_and_related(whole: Report, day: date) -> Situation:
    """Return a report without updates, in which nothing at all was found of one initiative."""
    first, *others = whole.initiatives
    names = {i.id for i in whole.initiatives}
    bare = _alone(first, names, {}, dict.fromkeys((*EMPTIED, "findings"), ()))
    parts = {"initiatives": (bare, *others), "updates": ()}
    return situation(whole.model_copy(update=parts), day)


def _matched(whole: Report, day: date) -> Situation:
    """Return a report whose every status rests on what editors matched."""
    initiatives = tuple(
        one.model_copy(
            update={
                "events": tuple(e.model_copy(update={"match": Match.INFERRED}) for e in one.events)
            }
        )
        for one in whole.initiatives
    )
    compiled = {"basis": Basis.COMPILED, "sources": ()}
    told = tuple(u.model_copy(update=compiled) for u in whole.updates)
    return situation(whole.model_copy(update={"initiatives": initiatives, "updates": told}), day)


def _of_nothing(whole: Report) -> Report:
    """Return a report that has its pages, units and sources, and nothing to report."""
    calendar = whole.calendar.model_copy(update={"milestones": ()})
    none = dict.fromkeys(("initiatives", "updates", "evaluations", "editions"), ())
    about = whole.about.model_copy(update={"goals": ()})
    rest = {"about": about, "calendar": calendar, "background": _silent(whole)}
    return whole.model_copy(update={**none, **rest, "areas": _bare(whole.areas)})


def _as_imported(whole: Report) -> Report:
    """Return a report as an import makes it of a list of names and areas, and nothing more."""
    nothing = dict.fromkeys((*EMPTIED, "roles", "links", "findings"), ())
    initiatives = tuple(
        one.model_copy(
            update={
                **nothing,
                "schedule": None,
                "at_proposal": None,
                "proposed": one.proposed.model_copy(update={"how": HowProposed.FIRST_SEEN}),
            }
        )
        for one in whole.initiatives
    )
    unasked = RolePolicy(asked=False)
    about = {"roles": RolesPolicy(owner=unasked, sponsor=unasked), "cycle_years": None}
    bare = _of_nothing(whole)
    return bare.model_copy(
        update={
            "initiatives": initiatives,
            "calendar": _none(whole),
            "about": bare.about.model_copy(update=about),
        }
    )


def _first_edition(whole: Report) -> Situation:
    """Return the first edition, which has no report before it."""
    first = open_edition(whole, min(whole.editions, key=lambda edition: edition.year))
    return Situation(DocumentFrame(first.then, DIGEST, first.edition, (first,)), (first,))


def _of_one(whole: Report, day: date) -> Iterator[Situation]:
    """Yield reports of one initiative: always proposed, closed since the first edition, moved."""
    closing = next(u for u in whole.updates if u.status.is_closed)
    one = next(i for i in whole.initiatives if i.id == closing.initiative)
    alone = {"initiatives": (one,), "editions": whole.editions[:1]}
    last = closing.model_copy(update={"as_of": PartialDate("2023"), "milestone": "review-2024"})
    covering = closing.model_copy(
        update={
            "as_of": PartialDate("2025-07"),
            "status": Status.UNDER_WAY,
            "milestone": "mid-2024",
        }
    )
    for updates_there in ((), (last,), (covering,)):
        yield situation(whole.model_copy(update={**alone, "updates": updates_there}), day)
    bare = _alone(one, {one.id}, {}, dict.fromkeys((*EMPTIED, "findings"), ()))
    yield situation(whole.model_copy(update={**alone, "initiatives": (bare,), "updates": ()}), day)
    calendar = _none(whole)
    yield situation(whole.model_copy(update={**alone, "updates": (), "calendar": calendar}), day)
