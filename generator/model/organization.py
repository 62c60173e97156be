"""Who answers: departments, divisions, posts, partners; a post holds a role, not a person."""

from generator.model.dates import PartialDate
from generator.model.keys import UnitKind
from generator.model.outside import Account
from generator.model.records import Narrated, Sourced
from generator.model.references import PostRef, UnitRef
from generator.model.values import Id, Name, Record, Sentences, Text, Title


class Unit(Narrated, Sourced):
    """A department, division, or other body of the organization."""

    id: Id
    """Its id, which other records name. Example: public-works"""
    name: Title
    """Its name. Example: Department of Public Works"""
    kind: UnitKind
    """What kind of unit it is."""
    part_of: UnitRef | None = None
    """The unit it belongs to; absent where no source says."""
    head: PostRef | None = None
    """The post that heads it; absent where no source says."""
    also_named: tuple[Name, ...] = ()
    """Other names that sources give it, one to a line. Example: Public Works"""
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
