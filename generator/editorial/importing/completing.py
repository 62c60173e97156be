"""What follows from an export itself, where a record needs it and no column gives it.

Nothing is made up: the source is the export, the day of entry that of the import, and of what
happened before the export nothing more is said than that.
"""

from dataclasses import dataclass, replace
from datetime import date

from pydantic_core import PydanticCustomError

from generator.check.dates_in_text import dates_in
from generator.editorial.importing.trees import Tree
from generator.load.source_document import Value
from generator.model.dates import PartialDate
from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.initiative import Proposed
from generator.model.keys import Basis, HowProposed, Match
from generator.model.measures import Target
from generator.model.records import Dated, Planning
from generator.model.schedule import Forecast
from generator.model.statuses import Status, Trait
from generator.model.updates import Update
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class ImportTime:
    """When an export was taken, and when it is entered."""

    as_of: str
    recorded: str
    source: str
    """The id of the export as a source."""
    language: str
    """That of the report's texts."""
    not_given: str
    """What is said of what the export lacks."""
    date_changed: str
    """What is said of a planned date that is another now."""
    before: str = ""
    """When the export before it was taken; nothing where that is not known."""

    @property
    def by_then(self) -> str:
        """When something happened that the export shows and does not date."""
        if self.before and self.before < self.as_of:
            return f"[{self.before}..{self.as_of}]"
        return f"[..{self.as_of}]"


def complete(record: type[Record], tree: Tree, time: ImportTime) -> None:
    """Fill in what a record and all records inside it need and the export itself says."""
    for name, one in fields_of(record).items():
        if name in tree:
            _complete_inside(one, tree[name], time)
        elif value := _given(record, one, tree, time):
            tree[name] = value
    if record is Update:
        _date_of_the_end(tree, time)
    if record is Target and not tree.keys() & {"due", "why_no_due", "standing"}:
        tree["why_no_due"] = time.not_given
    if issubclass(record, Planning):
        _mark_plans(record, tree, time)


def _complete_inside(one: Field, value: Value, time: ImportTime) -> None:
    if one.of is None or one.shape is Shape.MAPPING:
        return
    for inside in value if isinstance(value, list) else [value]:
        if isinstance(inside, dict) and "missing" not in inside:
            complete(one.of, inside, time)


def _given(record: type[Record], one: Field, tree: Tree, time: ImportTime) -> "Value | None":
    """Return what an absent field holds because of the export; None where it stays absent."""
    given: Value | None = None
    if one.name == "sources" and one.ref and one.ref.to == "source":
        given = [time.source]
    elif not one.is_required:
        given = None
    elif one.name == "recorded":
        given = time.recorded
    elif one.may_be_missing:
        given = {"missing": "not_stated", "why": time.not_given}
    elif one.holds is Holds.DATE:
        given = _date(record, one, tree, time)
    elif one.keys is not None:
        given = _key(one)
    elif one.name == "reason" and one.is_long:
        given = time.not_given
    elif one.of is not None and one.shape is Shape.ONE:
        made: Tree = {"how": HowProposed.FIRST_SEEN.value} if one.of is Proposed else {}
        complete(one.of, made, time)
        given = made
    return given


def _date(record: type[Record], one: Field, tree: Tree, time: ImportTime) -> str | None:
    if record is Forecast and _is_past(tree.get("expects"), time):
        return time.by_then
    if one.meaning.startswith(_AS_OF) or record is Proposed or one.name in _SHOWN:
        return time.as_of
    is_own = issubclass(record, Dated) and one.name == record.DATE
    return time.by_then if is_own or one.name in ("on", "since") else None


def _is_past(written: object, time: ImportTime) -> bool:
    """Tell whether a date lies before the export; one that is none is told of elsewhere."""
    try:
        return PartialDate.parse(written).last(date.max).isoformat() < time.as_of
    except PydanticCustomError:
        return False


_AS_OF = ("As of", "The time it speaks of", "When it was forecast")
"""How the meaning of a date begins that says when something was looked at."""
_SHOWN = ("reported", "seen", "period")
"""Dates of which an export without them shows at least its own."""


def _key(one: Field) -> str | None:
    if one.keys is Basis:
        return Basis.OFFICIAL.value
    if one.keys is Match:
        return Match.NAMED.value
    return next((word for word in ("not_stated", "not_assessed") if word in one.words), None)


def _date_of_the_end(tree: Tree, time: ImportTime) -> None:
    status = tree.get("status")
    known = status in Status._value2member_map_
    if known and Trait.DAY in Status(str(status)).traits and "actual_on" not in tree:
        day = str(tree.get("as_of", ""))
        is_day = len(day) == len(time.as_of) and day < time.as_of
        tree["actual_on"] = (replace(time, as_of=day) if is_day else time).by_then


def _mark_plans(record: type[Record], tree: Tree, time: ImportTime) -> None:
    """Mark the times after the export that its texts name: it can only have expected them."""
    day = PartialDate(time.as_of).first()
    known = list(tree.get("plans", []))
    new = {
        str(named.when)
        for one in fields_of(record).values()
        if one.holds in (Holds.TEXT, Holds.PROSE) and one.shape is Shape.ONE
        and isinstance(text := tree.get(one.name), str)
        for named in dates_in(text, time.language)
        if named.when.first() > day
    }  # fmt: skip
    if new - set(known):
        tree["plans"] = [*known, *sorted(new - set(known))]
