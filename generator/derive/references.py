"""What each kind of reference may name in a report, and what readers call it."""

from collections.abc import Mapping
from typing import TypeAlias

from generator.derive.responsibility.holders import may_hold, may_report
from generator.model.references import NOT_NAMED, PROGRAM, UNASSIGNED
from generator.model.report import Report

Known: TypeAlias = Mapping[str, Mapping[str, str]]
"""By what a reference names (`Ref.to`): the names that readers know, by what is written."""

_HOLDERS = {UNASSIGNED: "vacant", NOT_NAMED: "not named in public sources"}


def known(report: Report) -> Known:
    """Return everything that references may name, but for what only one initiative knows."""
    organization, about = report.organization, report.about
    asked = about.roles.asked
    units = {unit.id: unit.name for unit in organization.units}
    posts = {post.id: post.title for post in organization.posts}
    partners = {partner.id: partner.name for partner in organization.partners}
    areas = {area.id: area.title for area in report.areas}
    initiatives = {initiative.id: initiative.title for initiative in report.initiatives}
    return {
        "area": areas,
        "initiative": initiatives,
        "unit": units,
        "post": posts,
        "holder": {i: name for kind in asked for i, name in may_hold(report, kind).items()}
        | _HOLDERS,
        "role": {kind.value: kind.value.capitalize() for kind in asked},
        "reporter": may_report(report),
        "member": units | partners,
        "milestone": {one.id: one.title for one in report.calendar.milestones},
        "cycle": {cycle.id: cycle.id for cycle in report.calendar.cycles},
        "fiscal_year": {cycle.id: cycle.id for cycle in report.calendar.cycles},
        "fund": {fund.id: fund.title for fund in about.funds},
        "source": {source.id: source.title for source in report.sources},
        "goal": {f"{area.id}/{g.id}": g.text for area in report.areas for g in area.goals}
        | {f"{PROGRAM}/{goal.id}": goal.text for goal in about.goals},
        "taxonomy_value": {
            f"{taxonomy.id}/{value.id}": f"{taxonomy.title}: {value.title}"
            for taxonomy in about.taxonomies
            for value in taxonomy.values
        },
        "measure": {f"{a.id}/{m.id}": m.title for a in report.areas for m in a.measures}
        | {f"{i.id}/{m.id}": m.title for i in report.initiatives for m in i.measures},
        "subject": {PROGRAM: about.program}
        | {f"area:{area}": title for area, title in areas.items()}
        | {f"initiative:{initiative}": title for initiative, title in initiatives.items()},
    }
