"""The view of who answers: the two roles, vacancies, what is due from whom, and everybody named."""

from collections.abc import Iterable

from generator.derive.responsibility.obligations import Owed, Owing
from generator.derive.responsibility.roles import GAPS, Charge, Register
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.totals import RoleCount, totals
from generator.model.keys import RoleKind
from generator.model.organization import Unit
from generator.views.base import addresses
from generator.views.base.blocks import Aside, Cell, Fact, LinkTo, Strong, Table, Words
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    organisation_link,
    post_link,
    role_cell,
    sources,
    text_cell,
    to_initiative,
)
from generator.views.base.tables import table
from generator.views.responsibility.tables import ROLES
from generator.words.english import counted, date_words, day_words, sentence

_EXPLAINED = ("owner", "sponsor", "vacancy", "not-named")
"""Words of the vocabulary that the page explains, where the city defines them."""


_DUE = (
    "Updates are owed at each milestone of the budget cycle. Missing: it fell due and nothing "
    "answers for it. Expected: it is not yet due."
)


def responsibility_view(snapshot: Snapshot, found: Register) -> SectionsView:
    """Return the view of who answers for what."""
    words = snapshot.report.vocabulary.words
    number = counted(len(snapshot.standings), "initiative")
    return SectionsView(
        title="Who answers",
        lede=f"Every initiative has one Owner, who runs it from day to day, and one Sponsor, who "
        f"answers for its success. This is who held the two roles of {number} on "
        f"{day_words(snapshot.day)}.",
        gap=_gap(snapshot),
        facts=tuple(
            Fact(words[key].label, (Words(words[key].means),)) for key in _EXPLAINED if key in words
        ),
        sections=(
            Section("roles", "The two roles, counted", _counts(snapshot)),
            Section(
                "due",
                "What is due, and from whom",
                _due(snapshot, found),
                text=_DUE,
                facts=(Fact("By milestone", (LinkTo("What came at each", addresses.CYCLES),)),),
            ),
            Section(
                "vacancies",
                "Initiatives without a known Owner or Sponsor",
                _vacancies(snapshot),
                why_empty="Every initiative has an Owner and a Sponsor.",
            ),
            *_earlier(snapshot, found),
            Section(
                "departments", "Departments, divisions and other bodies", _units(snapshot, found)
            ),
            Section("posts", "Posts", _posts(snapshot, found)),
            Section("partners", "Partners outside City Hall", _partners(snapshot, found)),
        ),
    )


def _gap(snapshot: Snapshot) -> str:
    """Return what must be said first where no source names anybody."""
    found = totals(snapshot)
    silent = [
        ROLES[kind]
        for kind, count in ((RoleKind.OWNER, found.owners), (RoleKind.SPONSOR, found.sponsors))
        if snapshot.standings and count.not_named == len(snapshot.standings)
    ]
    if not silent:
        return ""
    who = " or ".join(silent)
    return (
        f"No public source names the {who} of any initiative. That does not mean that there was "
        "none: the City may have named them without publishing it."
    )


def _counts(snapshot: Snapshot) -> Table:
    found = totals(snapshot)
    rows = [_count_row("Owner", found.owners), _count_row("Sponsor", found.sponsors)]
    columns = (
        "Role:head",
        "Held by a post:number",
        "Vacant:number",
        "Not named:number",
        "Initiatives:number",
    )
    return table("role-counts", "How many initiatives have a holder", columns, rows, stacked=False)


def _count_row(name: str, count: RoleCount) -> tuple[Cell, ...]:
    numbers = (count.held, count.unassigned, count.not_named)
    return ((Words(name),), *((Words(str(n)),) for n in (*numbers, sum(numbers))))


def _due(snapshot: Snapshot, found: Register) -> Table:
    organisation = snapshot.report.organisation
    rows = [
        _due_row((post_link(organisation, key),), charge, charge.owing)
        for key, charge in found.posts.items()
        if charge.holding(RoleKind.OWNER)
    ]
    owned = sum(len(c.holding(RoleKind.OWNER)) for c in found.posts.values())
    nobody: Cell = (Strong("No Owner known"),)
    rest = len(snapshot.standings) - owned
    rows.append(_due_cells(nobody, rest, found.unowned))
    columns = ("Owner:head", "Initiatives:number", "Missing:number", "Expected:number")
    return table("due-from", "Updates missing and expected, by Owner", columns, rows)


def _due_row(who: Cell, charge: Charge, owings: Iterable[Owing]) -> tuple[Cell, ...]:
    return _due_cells(who, len(charge.holding(RoleKind.OWNER)), owings)


def _due_cells(who: Cell, owned: int, owings: Iterable[Owing]) -> tuple[Cell, ...]:
    states = [o.state for o in owings]
    numbers = (owned, states.count(Owed.MISSING), states.count(Owed.EXPECTED))
    return (who, *((Words(str(n)),) for n in numbers))


def _vacancies(snapshot: Snapshot) -> Table | None:
    report = snapshot.report
    names = {area.id: area for area in report.areas}
    rows = []
    for standing in snapshot.standings:
        roles = (standing.owner, standing.sponsor)
        if all(role and role.holder not in GAPS for role in roles):
            continue
        area = names.get(standing.initiative.area)
        rows.append(
            (
                (to_initiative(standing.initiative),),
                role_cell(report, standing.owner),
                role_cell(report, standing.sponsor),
                (LinkTo(area.short_title, addresses.area(area.id)),) if area else (),
            )
        )
    columns = ("Initiative:head", "Owner", "Sponsor", "Topic area")
    caption = counted(len(rows), "initiative")
    return table("vacancies", caption, columns, rows) if rows else None


def _earlier(snapshot: Snapshot, found: Register) -> tuple[Section, ...]:
    """Return the section of gaps that were closed since, if there are any."""
    rows = [
        (
            (to_initiative(t.standing.initiative),),
            (Words(ROLES[t.role.role]),),
            (Words("Vacant" if t.role.holder == "unassigned" else "Not named"),),
            (Words(date_words(t.role.since)),),
            text_cell(date_words(t.until) if t.until else "not stated", t.role.note),
            sources(snapshot.report, t.role.sources),
        )
        for t in found.gaps
        if not t.now
    ]
    if not rows:
        return ()
    columns = ("Initiative:head", "Role", "Gap", "Since", "Until", "Sources")
    made = table("earlier-gaps", counted(len(rows), "earlier gap"), columns, rows)
    return (Section("earlier-gaps", "Gaps that have been closed", made),)


def _units(snapshot: Snapshot, found: Register) -> Table:
    organisation = snapshot.report.organisation
    rows = [
        (
            (organisation_link(organisation, unit.id), *_above(snapshot, unit)),
            (Words(sentence(unit.kind.value.replace("_", " "))),),
            *_numbers(found.units[unit.id]),
            (Words(str(len({s.initiative.id for s, _ in found.units[unit.id].partnerships}))),),
            (Words(str(len(found.units[unit.id].work_plan))),),
        )
        for unit in organisation.units
    ]
    columns = (
        "Unit:head",
        "Kind",
        "Owner of:number",
        "Sponsor of:number",
        "Takes part in:number",
        "In its work plans:number",
    )
    caption = f"{counted(len(rows), 'unit')} that sources name, with initiatives today"
    return table("departments", caption, columns, rows)


def _above(snapshot: Snapshot, unit: Unit) -> Cell:
    names = {u.id: u.name for u in snapshot.report.organisation.units}
    return (Aside(f"part of {names[unit.part_of]}"),) if unit.part_of in names else ()


def _numbers(charge: Charge) -> tuple[Cell, ...]:
    return tuple((Words(str(len(charge.holding(kind)))),) for kind in RoleKind)


def _posts(snapshot: Snapshot, found: Register) -> Table:
    organisation = snapshot.report.organisation
    rows = [
        (
            (post_link(organisation, post.id),),
            (organisation_link(organisation, post.unit),) if post.unit else (Words("not stated"),),
            *_numbers(found.posts[post.id]),
        )
        for post in organisation.posts
    ]
    columns = ("Post:head", "Unit", "Owner of:number", "Sponsor of:number")
    caption = f"{counted(len(rows), 'post')} that sources name, with initiatives today"
    return table("posts", caption, columns, rows)


def _partners(snapshot: Snapshot, found: Register) -> Table:
    organisation = snapshot.report.organisation
    rows = []
    for partner in organisation.partners:
        charge = found.partners[partner.id]
        by_standing = [
            {s.initiative.id for s, p in charge.partnerships if p.standing.value == standing}
            for standing in ("confirmed", "named", "possible")
        ]
        numbers: list[Cell] = [(Words(str(len(ids))),) for ids in by_standing]
        rows.append(((organisation_link(organisation, partner.id),), *numbers))
    columns = ("Partner:head", "Confirmed in:number", "Named in:number", "Possible in:number")
    caption = f"{counted(len(rows), 'partner')}, with initiatives by how firm each is"
    return table("partners", caption, columns, rows)
