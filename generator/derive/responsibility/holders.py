"""Who may hold a role, and who does: a post, or a unit where the organization lets units."""

from collections.abc import Mapping

from generator.model.keys import HeldBy, RoleKind
from generator.model.organization import Organization, Post, Unit
from generator.model.references import NO_HOLDER
from generator.model.report import Report


def holder(organization: Organization, some_id: str | None) -> Post | Unit | None:
    """Return the post, or else the unit, of an id; None for a vacancy and for what is neither."""
    if not some_id or some_id in NO_HOLDER:
        return None
    found: tuple[Post | Unit, ...] = (*organization.posts, *organization.units)
    return next((one for one in found if one.id == some_id), None)


def name_of(one: Post | Unit) -> str:
    """Return what a post or unit is called."""
    return one.title if isinstance(one, Post) else one.name


def account_of(organization: Organization, one: Post | Unit) -> str | None:
    """Return the account at the git host: a post's own, a unit's that of the post that heads it."""
    post = holder(organization, one.head) if isinstance(one, Unit) else one
    return post.account if isinstance(post, Post) else None


def units_of_holders(organization: Organization) -> dict[str, str]:
    """Return the unit of whoever may hold a role: of a unit itself, of a post the one it is in."""
    units = {unit.id: unit.id for unit in organization.units}
    return units | {post.id: post.unit for post in organization.posts if post.unit}


def may_hold(report: Report, kind: RoleKind) -> Mapping[str, str]:
    """Return what may hold a role, as the organization says: names of posts and units by id."""
    policy, organization = report.about.roles.of(kind), report.organization
    posts = {} if policy.held_by is HeldBy.UNIT else _posts(organization)
    return posts | ({} if policy.held_by is HeldBy.POST else _units(organization))


def may_report(report: Report) -> Mapping[str, str]:
    """Return who may report: posts, and units where a unit may hold a role."""
    units = _units(report.organization) if report.about.roles.of_units else {}
    return _posts(report.organization) | units


def _posts(organization: Organization) -> dict[str, str]:
    return {post.id: post.title for post in organization.posts}


def _units(organization: Organization) -> dict[str, str]:
    return {unit.id: unit.name for unit in organization.units}
