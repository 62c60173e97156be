"""Where a value goes: the path of a field, followed through the catalog of fields."""

from dataclasses import dataclass
from functools import cache

from generator.core.naming import did_you_mean, name_list
from generator.editorial.importing.dates_read import ValueFault
from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.initiative import Initiative
from generator.model.updates import Update
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class Target:
    """A field by the way to it."""

    record: type[Record]
    """The kind of record from which the way begins: an initiative, an update, a roadmap step."""
    fields: tuple[Field, ...]
    """Every field on the way; the last one is filled."""

    @property
    def leaf(self) -> Field:
        """The field that is filled."""
        return self.fields[-1]

    @property
    def path(self) -> str:
        """How a mapping writes it."""
        return ".".join(field.name for field in self.fields)

    @property
    def list_at(self) -> int:
        """The place of the first list of records on the way; -1 where there is none."""
        for place, field in enumerate(self.fields[:-1]):
            if field.shape is Shape.LIST:
                return place
        return -1

    @property
    def is_of_update(self) -> bool:
        """Whether it is a field of a status update."""
        return self.record is Update


@cache
def target_at(record: type[Record], path: str) -> Target:
    """Return the field at a path below a record; of an initiative also those of its update.

    Raises ValueFault where there is no such field, or it holds records and not values.
    """
    found = _follow(record, path)
    if isinstance(found, Target):
        return found
    if record is Initiative:
        of_update = _follow(Update, path)
        if isinstance(of_update, Target):
            return of_update
    raise found


def _follow(record: type[Record], path: str) -> "Target | ValueFault":
    here: type[Record] | None = record
    fields: list[Field] = []
    for name in path.split("."):
        if here is None:
            return ValueFault(f"a path that ends with {fields[-1].name}", "Remove the rest of it.")
        known = fields_of(here)
        if name not in known:
            names = list(known)
            if here is Initiative:
                names += fields_of(Update)
            return ValueFault(
                f"one of: {name_list(sorted(dict.fromkeys(names)), most=len(names))}",
                f"{did_you_mean(name, names)}A field inside another is written behind a dot, as "
                "schedule.start.planned.original; write ignore for a column that is left out.",
            )
        fields.append(known[name])
        here = known[name].of
    if here is not None:
        inside = ", ".join(field.name for field in fields_of(here).values() if field.is_required)
        return ValueFault(
            "a field that holds a value",
            f"Name one inside it, such as {path}.{inside.partition(',')[0] or 'value'}.",
        )
    return Target(record, tuple(fields))


@cache
def record_of(word: str) -> tuple[Field, ...]:
    """Return the way from an initiative to the list whose records a word names.

    A word is the list's name, its path, or what one of its records is called, in full or by its
    last word; nothing where it is none of these.
    """
    names = word.split(".")
    here: type[Record] | None = Initiative
    way: list[Field] = []
    for name in names:
        found = next((f for f in _lists(here) if name in _called(f)), None) if here else None
        if found is None:
            return ()
        way.append(found)
        here = found.of
    return tuple(way)


def _lists(record: type[Record]) -> list[Field]:
    return [
        field
        for field in fields_of(record).values()
        if field.shape is Shape.LIST and field.holds is Holds.RECORD
    ]


def _called(field: Field) -> tuple[str, ...]:
    return field.name, field.one, field.one.rpartition(" ")[2]


def every_list() -> list[str]:
    """Return what one row of a table may be."""
    return ["initiative", *(field.one for field in _lists(Initiative))]
