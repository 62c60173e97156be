"""Who answers: departments, divisions, posts, partners; a post holds a role, not a person."""

from generator.model.dates import PartialDate
from generator.model.keys import UnitKind
from generator.model.outside import Account
from generator.model.records import Sourced
from generator.model.values import Id, Record, Text, Title


class Unit(Sourced):
    """A department, division or other body of the city."""

    id: Id
    name: Title
    kind: UnitKind
    part_of: Id | None = None
    """The unit it belongs to; absent where no source says."""
    head: Id | None = None
    """The post that heads it; absent where no source says."""
    also_named: tuple[Title, ...] = ()
    functions: tuple[Text, ...] = ()
    seen: PartialDate
    """Years in which sources show it; not its founding or end."""
    note: Text | None = None


class Post(Sourced):
    """A post that can hold a role."""

    id: Id
    title: Title
    unit: Id | None = None
    """The unit it belongs to; absent where no source says."""
    person: Title | None = None
    """The holder's name, only where the city publishes it."""
    account: Account | None = None
    """The holder's account at the git host, for review requests."""
    seen: PartialDate
    note: Text | None = None


class Partner(Record):
    """An organisation outside City Hall."""

    id: Id
    name: Title
    note: Text | None = None


class Organisation(Record):
    """Everything in organisation.yml."""

    units: tuple[Unit, ...] = ()
    posts: tuple[Post, ...] = ()
    partners: tuple[Partner, ...] = ()
