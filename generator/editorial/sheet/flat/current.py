"""What the content says of an initiative now, in the columns of the flat sheet."""

from collections.abc import Mapping, Sequence

from generator.derive.responsibility.holders import units_of_holders
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.editorial.sheet.flat.columns import Column, FlatColumn
from generator.editorial.sheet.rows import row_hash
from generator.model.initiative import Initiative
from generator.model.keys import PartnerRole
from generator.model.references import NOT_NAMED, UNASSIGNED
from generator.model.report import Report
from generator.model.schedule import ScheduledDate
from generator.model.statuses import Phase, Status

VACANT = "vacant"
"""What a cell says of a role that nobody holds."""

BUDGET = "budget"
"""How the id of money begins that a flat sheet gave."""


def current_rows(now: Snapshot, columns: Sequence[FlatColumn]) -> dict[str, dict[Column, str]]:
    """Return what each initiative's row says, by id, in the order of areas and titles."""
    report = now.report
    areas = {area.id: number for number, area in enumerate(report.areas)}
    names = _Names(report)
    states = sorted(
        now.states, key=lambda s: (areas.get(s.initiative.area, 0), s.initiative.title.casefold())
    )
    wanted = [column.key for column in columns]
    rows = {state.initiative.id: _row(state, names) for state in states}
    return {some_id: {key: row[key] for key in wanted} for some_id, row in rows.items()}


def hash_of(row: Mapping[Column, str]) -> str:
    """Return a digest of what a row says."""
    return row_hash(tuple(f"{key}={row[key]}" for key in sorted(row) if row[key]))


class _Names:
    """What records are called."""

    def __init__(self, report: Report) -> None:
        organization = report.organization
        self.areas = {area.id: area.title for area in report.areas}
        self.units = {unit.id: unit.name for unit in organization.units}
        self.posts = {post.id: post.title for post in organization.posts}
        self.unit_of = units_of_holders(organization)

    def holder(self, some_id: str) -> str:
        """Return what a cell says of who holds a role."""
        if some_id == UNASSIGNED:
            return VACANT
        if some_id == NOT_NAMED:
            return ""
        return self.posts.get(some_id) or self.units.get(some_id, "")


def _row(state: InitiativeState, names: _Names) -> dict[Column, str]:
    one = state.initiative
    newest = state.newest
    owner = state.owner.holder if state.owner else NOT_NAMED
    sponsor = state.sponsor.holder if state.sponsor else NOT_NAMED
    row = {
        Column.TITLE: str(one.title),
        Column.AREA: names.areas.get(one.area, ""),
        Column.DEPARTMENT: names.units.get(department_of(one, owner, names.unit_of), ""),
        Column.OWNER: names.holder(owner),
        Column.SPONSOR: names.holder(sponsor),
        Column.START: _date(one.schedule.start if one.schedule else None),
        Column.END: _date(one.schedule.end if one.schedule else None),
        Column.BUDGET: _budget(one),
        Column.LINK: _link(one),
        Column.NOTE: one.note or "",
        Column.ID: one.id,
        **dict.fromkeys((Column.STATUS, Column.AS_OF, Column.REASON, Column.PHASE), ""),
    }
    if newest is None and one.at_proposal and one.at_proposal.status is Status.PROPOSED:
        row |= {
            Column.STATUS: Status.PROPOSED.value,
            Column.REASON: one.at_proposal.why or "",
        }
    if newest:
        phase = "" if newest.phase is Phase.NOT_ASSESSED else newest.phase.value
        row |= {
            Column.STATUS: newest.status.value,
            Column.AS_OF: newest.as_of.text,
            Column.REASON: newest.reason or "",
            Column.PHASE: phase,
        }
    return {key: " ".join(text.split()) if key in _ONE_LINE else text for key, text in row.items()}


_ONE_LINE = frozenset({*Column} - {Column.REASON, Column.NOTE})


def department_of(one: Initiative, owner: str, unit_of: Mapping[str, str]) -> str:
    """Return the unit that carries an initiative out: the first that performs, else the Owner's."""
    performing = (p.org for p in one.partners if p.role is PartnerRole.PERFORMER)
    return next((org for org in performing if org in unit_of), unit_of.get(owner, ""))


def _date(scheduled: ScheduledDate | None) -> str:
    """Return the date that came, else the one that is planned now."""
    if scheduled is None:
        return ""
    if scheduled.actual:
        return scheduled.actual.on.text
    return scheduled.planned.planned.text if scheduled.planned else ""


def _budget(one: Initiative) -> str:
    """Return the newest amount that a flat sheet gave."""
    given = [f for f in one.funding if f.id == BUDGET or f.id.startswith(f"{BUDGET}-")]
    value = given[-1].value if given else None
    return "" if value is None else f"{value:f}"


def _link(one: Initiative) -> str:
    newest = one.documents[-1] if one.documents else None
    return (newest.address or newest.holder or "") if newest else ""
