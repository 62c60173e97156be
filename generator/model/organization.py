"""Who answers: units, posts, partners, and the roles that are asked; no person holds a role."""

from collections.abc import Collection

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.keys import HeldBy, RoleKind, UnitKind
from generator.model.outside import Account
from generator.model.records import Narrated, Sourced, nothing
from generator.model.references import PostRef, UnitRef
from generator.model.values import Flag, Id, Name, Record, Sentences, Text, Title


class RolePolicy(Record):
    """Whether every initiative has one of the roles, and what may hold it."""

    asked: Flag
    """Whether every initiative has it; where not, nothing speaks of it. Example: false"""
    held_by: HeldBy = HeldBy.POST
    """What may hold it: a post, a unit of the organization, or either. Example: unit"""


class RolesPolicy(Record):
    """Which of the two roles the organization asks for; unless said otherwise both, of posts."""

    owner: RolePolicy = RolePolicy(asked=True)
    """Who runs an initiative day to day. Label: Owner"""
    sponsor: RolePolicy = RolePolicy(asked=True)
    """Who is responsible for its success. Label: Sponsor"""

    def of(self, kind: RoleKind) -> RolePolicy:
        """Return what is said of one role."""
        return self.owner if kind is RoleKind.OWNER else self.sponsor

    @property
    def asked(self) -> tuple[RoleKind, ...]:
        """Return the roles that every initiative has, Owner first."""
        return tuple(kind for kind in RoleKind if self.of(kind).asked)

    @property
    def of_units(self) -> tuple[RoleKind, ...]:
        """Return the roles that a unit may hold."""
        return tuple(kind for kind in self.asked if self.of(kind).held_by is not HeldBy.POST)

    @property
    def of_posts(self) -> tuple[RoleKind, ...]:
        """Return the roles that a post may hold."""
        return tuple(kind for kind in self.asked if self.of(kind).held_by is not HeldBy.UNIT)

    @property
    def which(self) -> str:
        """Return which roles are asked, as one word."""
        return named_roles(self.asked)

    @property
    def held_by(self) -> HeldBy:
        """Return what may hold any role that is asked."""
        found = {self.of(kind).held_by for kind in self.asked} or {HeldBy.POST}
        return found.pop() if len(found) == 1 else HeldBy.EITHER

    @property
    def is_usual(self) -> bool:
        """Tell whether nothing is said but what holds everywhere else too."""
        return self == RolesPolicy()


def named_roles(kinds: Collection[RoleKind]) -> str:
    """Return which roles are meant as one word, by which messages differ: none, one, or both."""
    return next(iter(kinds)).value if len(kinds) == 1 else "both" if kinds else "none"


class Unit(Narrated, Sourced):
    """A department, division, or other body of the organization."""

    id: Id
    """Its id, which other records name. Example: public-works"""
    name: Title
    """Its name. Example: Department of Public Works"""
    kind: UnitKind
    """What kind of unit it is."""
    called: Title | None = Field(default=None, exclude_if=nothing)
    """The organization's own word for this kind of unit, shown in its place.

    Label: Kind in own word
    Needed: where no kind of the list says it.
    Example: Directorate General
    """
    part_of: UnitRef | None = None
    """The unit it belongs to; absent where no source says."""
    head: PostRef | None = None
    """The post that heads it; absent where no source says."""
    also_named: tuple[Name, ...] = ()
    """Other names that sources give it, one to a line. One: other name Example: Public Works"""
    functions: tuple[Text, ...] = ()
    """What it does, one function to a line. Example: Streets and sidewalks"""
    seen: PartialDate
    """Years in which sources show it; not its founding or end. Example: 2015/2017"""
    note: Sentences | None = None
    """A remark by the editors. Example: Named in the budget only."""


class Post(Narrated, Sourced):
    """A post that can hold a role."""

    id: Id
    """Its id, which other records name. Example: innovation-manager"""
    title: Title
    """What it is called. Example: Innovation Manager"""
    unit: UnitRef | None = None
    """The unit it belongs to; absent where no source says."""
    person: Name | None = None
    """The holder's name, only where the organization publishes it. Example: Jo Lund"""
    account: Account | None = None
    """The holder's account at the git host, for review requests. Example: @city/innovation"""
    seen: PartialDate
    """Years in which sources show it; not when it was made or ended. Example: 2015/2017"""
    note: Sentences | None = None
    """A remark by the editors. Example: Named in the budget only."""


class Partner(Narrated):
    """An outside organization."""

    id: Id
    """Its id, which other records name. Example: bicycle-coalition"""
    name: Title
    """Its name. Example: Bicycle Coalition"""
    note: Sentences | None = None
    """A remark by the editors. Example: Dissolved in 2019."""


class Organization(Record):
    """Everything in organization.yml."""

    units: tuple[Unit, ...] = ()
    """Departments, divisions, and other bodies of the organization."""
    posts: tuple[Post, ...] = ()
    """Posts that can hold a role."""
    partners: tuple[Partner, ...] = ()
    """Outside organizations that take part."""
