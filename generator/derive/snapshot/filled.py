"""What an organization fills of a report: what it does not fill has no page, and no word.

Of which axes anything is known is in `Snapshot.axes`.
"""

from generator.derive.responsibility import budget_cycle
from generator.derive.snapshot.matches import editors_matches
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot, Stage
from generator.derive.snapshot.totals import totals
from generator.model.keys import LinkKind


def has_calendar(snapshot: Snapshot) -> bool:
    """Return whether there is a milestone or a budget cycle."""
    return budget_cycle.has_calendar(snapshot.report)


def has_groups(snapshot: Snapshot) -> bool:
    """Return whether the organization has groupings of its own."""
    return bool(snapshot.report.about.taxonomies)


def has_presented(snapshot: Snapshot) -> bool:
    """Return whether anything is archived that was presented at a meeting."""
    return any(meeting.presented for meeting in snapshot.report.meetings)


def has_money(snapshot: Snapshot) -> bool:
    """Return whether any initiative has money."""
    return "funding" in snapshot.given


def has_staffing(snapshot: Snapshot) -> bool:
    """Return whether any initiative has staff."""
    return "staffing" in snapshot.given


def has_places(snapshot: Snapshot) -> bool:
    """Return whether the report says of any initiative where it is carried out."""
    return "places" in snapshot.given


def has_ideas(snapshot: Snapshot) -> bool:
    """Return whether any initiative has ideas for putting it into practice."""
    return "ideas" in snapshot.given


def has_roadmap(snapshot: Snapshot) -> bool:
    """Return whether anything tells what comes when: a stage, a plan, a dependency, a calendar."""
    planned = snapshot.given & {"schedule", "roadmap", "work_plan"}
    return bool(planned) or has_calendar(snapshot) or any(map(_is_placed, snapshot.states))


def _is_placed(state: InitiativeState) -> bool:
    """Return whether an initiative is now, next, or later, or waits for another one."""
    waits = (link.kind is LinkKind.DEPENDS_ON for link in state.initiative.links)
    return state.stage is not Stage.NOT_REPORTED or any(waits)


def has_measures(snapshot: Snapshot) -> bool:
    """Return whether an initiative or a topic area has a measure."""
    of_areas = any(area.measures for area in snapshot.report.areas)
    return of_areas or "measures" in snapshot.given


def has_goals(snapshot: Snapshot) -> bool:
    """Return whether the program or a topic area has a goal."""
    report = snapshot.report
    return bool(report.about.goals) or any(area.goals for area in report.areas)


def has_measures_or_goals(snapshot: Snapshot) -> bool:
    """Return whether there is anything to be reached, counted, or evaluated."""
    return has_goals(snapshot) or has_measures(snapshot) or has_evaluations(snapshot)


def has_evaluations(snapshot: Snapshot) -> bool:
    """Return whether anybody evaluated anything."""
    return bool(snapshot.report.evaluations)


def has_units(snapshot: Snapshot) -> bool:
    """Return whether a unit of the organization is named."""
    return bool(snapshot.report.organization.units)


def has_posts(snapshot: Snapshot) -> bool:
    """Return whether a post of the organization is named."""
    return bool(snapshot.report.organization.posts)


def has_partners(snapshot: Snapshot) -> bool:
    """Return whether a partner from outside the organization is named."""
    return bool(snapshot.report.organization.partners)


def names_responsible(snapshot: Snapshot) -> bool:
    """Return whether roles are asked for, or a unit or a post is named."""
    asked = bool(snapshot.report.about.roles.asked)
    return asked or has_units(snapshot) or has_posts(snapshot)


def names_anybody(snapshot: Snapshot) -> bool:
    """Return whether anybody can be named at all, be it only a partner."""
    return names_responsible(snapshot) or has_partners(snapshot)


def has_gaps(snapshot: Snapshot) -> bool:
    """Return whether it is counted, asked, or doubted what nobody knows."""
    found, background = totals(snapshot), snapshot.report.background
    counted = (
        *(count.open for count in found.roles.values()),
        found.without_update,
        found.ideas_without_later,
        found.measures_without_target,
        found.measures_without_baseline,
    )
    return any(counted) or bool(background.questions or background.discrepancies)


def has_matches(snapshot: Snapshot) -> bool:
    """Return whether editors matched anything."""
    return bool(editors_matches(snapshot))
