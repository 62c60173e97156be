"""What a field offers that may name records of several kinds, as posts and the words for none.

The form editor lets a field choose from one list of one file. Where the choices come from several,
they are worked out when the editor is put into a site.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from generator.derive.snapshot.totals import NOT_NAMED, UNASSIGNED
from generator.model.initiative import GoalLink, Partnership, Role, Support
from generator.model.measures import Measure
from generator.model.report import Report
from generator.model.updates import GoalFinding
from generator.model.values import Record

Offers: TypeAlias = Mapping[str, Mapping[str, str]]
"""Of each kind of choice the words shown by what is stored."""

HOLDERS, MEMBERS, GOALS = "holders", "members", "goals"

_TABLE: dict[tuple[type[Record], str], str] = {
    (Role, "holder"): HOLDERS,
    (Partnership, "org"): MEMBERS,
    (Support, "by"): MEMBERS,
    (GoalLink, "goal"): GOALS,
    (GoalFinding, "goal"): GOALS,
    (Measure, "goals"): GOALS,
}


def offered(model: type[Record], name: str) -> str | None:
    """Return which kind of choices a field has; None where it has none of these."""
    return _TABLE.get((model, name))


def offers(report: Report) -> Offers:
    """Return the choices that a city's report gives, in the order shown."""
    organisation = report.organisation
    posts = {post.id: post.title for post in organisation.posts}
    units = {unit.id: unit.name for unit in organisation.units}
    programme = report.about.programme
    lasting = {f"programme/{goal.id}": f"{programme}: {goal.text}" for goal in report.about.goals}
    areas = {
        f"{area.id}/{goal.id}": f"{area.short_title}: {goal.text}"
        for area in report.areas
        for goal in area.goals
    }
    return {
        HOLDERS: {
            **posts,
            UNASSIGNED: "Nobody: a known vacancy",
            NOT_NAMED: "Not named in any source",
        },
        MEMBERS: units | {partner.id: partner.name for partner in organisation.partners},
        GOALS: areas | lasting,
    }


def with_offers(value: Any, given: Offers) -> Any:  # noqa: ANN401 - a configuration is any JSON
    """Return a configuration in which each kind of choices, named in its place, is spelled out."""
    if isinstance(value, list):
        return [with_offers(item, given) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: with_offers(inner, given) for key, inner in value.items()}
    if isinstance(value.get("options"), str):
        words = given.get(value["options"], {})
        made["options"] = [{"label": label, "value": key} for key, label in words.items()]
    return made
