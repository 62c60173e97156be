"""The catalog of fields: what every field of the model holds, worked out from the types once.

Whoever asks about fields asks here: reading and writing files, schemas, the form editor, workbook
columns, issue forms, data columns, messages, checks of references, names of ids, and following an
initiative across its former ids. Nobody else looks at annotations.
"""

import inspect
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import Tag, TypeAdapter, ValidationError

from generator.model import outside, references, values
from generator.model.dates import PartialDate
from generator.model.meanings import Said, meanings
from generator.model.records import Missing
from generator.model.references import Ref
from generator.model.values import Long, Markup, Record, Verbatim

Hint: TypeAlias = Any
"""A type with all that is annotated to it."""


class Shape(StrEnum):
    """How many values a field has."""

    ONE = "one"
    LIST = "list"
    MAPPING = "mapping"


class Holds(StrEnum):
    """What each value of a field is."""

    RECORD = "record"
    KEY = "key"
    """One of a few fixed words."""
    FLAG = "flag"
    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "day"
    DATE = "date"
    """As exact as the source."""
    ID = "id"
    """Of itself or of something else, or a code."""
    ADDRESS = "address"
    TEXT = "text"
    PROSE = "prose"
    """Markdown: in a file or a body of its own, or among the other keys."""


_BY_TYPE: tuple[tuple[type, Holds], ...] = (
    (Record, Holds.RECORD),
    (Enum, Holds.KEY),
    (bool, Holds.FLAG),
    (int, Holds.WHOLE),
    (Decimal, Holds.NUMBER),
    (date, Holds.DAY),
    (PartialDate, Holds.DATE),
)
_IDS = (values.Id, references.FiscalId, values.Currency)
_ADDRESSES = (outside.Address, outside.Site, outside.Repository)
_WORDING = (
    *(str, values.Text, values.Title, values.ShortProse),
    *(*_ADDRESSES, outside.Account, outside.Language),
)
_TRANSLATED = (str, values.Text, values.Title, values.ShortProse)

_EXAMPLES = {
    Holds.FLAG: "true",
    Holds.WHOLE: "14",
    Holds.NUMBER: "1400000",
    Holds.DAY: "2016-08-30",
    Holds.DATE: "2016-08",
    Holds.ID: "shared-bicycles",
    Holds.ADDRESS: "https://www.city.example/report.pdf",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one type of record."""

    record: type[Record]
    name: str
    shape: Shape
    value: Hint
    """The type of each value, with what is asked of it."""
    key: Hint
    """The type of a mapping's keys; None for any other field."""
    records: tuple[type[Record], ...]
    """The types of record that may stand in it, those that say why nothing does included."""
    ref: Ref | None
    """What its words, or a mapping's keys, name."""
    is_long: bool
    """Whether its texts are of a sentence or more."""
    is_verbatim: bool
    """Whether its texts are the same in every language, as a source's own words are."""
    is_markup: bool
    """Whether its texts are Markdown, though they stand among the record's own keys."""
    is_required: bool
    """Whether a file without it is refused."""
    in_file: str
    """Where it is held, if not among the record's own keys: the `body` or a file's name."""

    @property
    def may_be_missing(self) -> bool:
        """Whether a reason may stand in its place."""
        return Missing in self.records

    @property
    def holds(self) -> Holds:
        """What each value is."""
        plain = bare(self.value)
        if isinstance(plain, type):
            for known, holds in _BY_TYPE:
                if issubclass(plain, known):
                    return holds
        if _origin(plain) is Literal:
            return Holds.KEY
        if self.in_file or self.is_markup:
            return Holds.PROSE
        if self.ref or self.value in _IDS:
            return Holds.ID
        return Holds.ADDRESS if self.value in _ADDRESSES else Holds.TEXT

    @property
    def of(self) -> type[Record] | None:
        """The type of record that each value is; None where it is none."""
        plain = bare(self.value)
        return plain if isinstance(plain, type) and issubclass(plain, Record) else None

    @property
    def keys(self) -> type[StrEnum] | None:
        """The enumeration that each value is of; None where it is of none."""
        plain = bare(self.value)
        return plain if isinstance(plain, type) and issubclass(plain, StrEnum) else None

    @property
    def words(self) -> tuple[str, ...]:
        """The only words that may be typed, where there are such."""
        if self.holds is Holds.FLAG:
            return ("true", "false")
        return _accepted(self.value) if self.holds is Holds.KEY else ()

    @property
    def is_wording(self) -> bool:
        """Whether it holds words, or what leads outside the report, and nothing else.

        Either may be put better without saying something else; an id, a date or a figure may not.
        """
        return self.shape is not Shape.MAPPING and self.value in _WORDING

    @property
    def takes_any_words(self) -> bool:
        """Whether each of its texts may say anything, and names nothing else."""
        return self.ref is None and self.value in _TRANSLATED

    @property
    def is_translated(self) -> bool:
        """Whether its texts are said in each language of the report.

        Names and codes are not, nor is what tells a record from its siblings.
        """
        return (
            self.shape is not Shape.MAPPING
            and self.takes_any_words
            and not self.is_verbatim
            and self.name not in self.record.KEY
        )

    @property
    def _said(self) -> Said:
        return meanings(self.record).get(self.name, Said())

    @property
    def label(self) -> str:
        """What people call it, everywhere."""
        return self._said.label or in_words(self.name)

    @property
    def one(self) -> str:
        """What one of its records is called, where it holds several."""
        return self._said.one or self.name.removesuffix("s")

    @property
    def meaning(self) -> str:
        """What it says, in a sentence."""
        return self._said.meaning

    @property
    def needed(self) -> str:
        """When it is filled in, in a sentence."""
        if self._said.needed or not self.may_be_missing:
            return self._said.needed or ("Needed." if self.is_required else "May be left out.")
        return "Needed, or else why it is missing."

    @property
    def told(self) -> str:
        """What it says, and when it is needed where that is neither always nor never.

        Forms show by themselves what always has to be there.
        """
        return f"{self.meaning} {self._said.needed}".strip()

    @property
    def example(self) -> str:
        """A value as somebody would type it; of a record, those of its required fields."""
        if self._said.example:
            return self._said.example
        if inner := self.of:
            fields = list(fields_of(inner).values())
            asked = [field for field in fields if field.is_required] or fields[:1]
            return "; ".join(f"{field.name}: {field.example}" for field in asked)
        if self.shape is Shape.MAPPING and self.ref:
            return f"{self.ref.example}: {self.words[0]}"
        if self.ref:
            return self.ref.example
        return self.words[0] if self.words else _EXAMPLES.get(self.holds, "")


Fields: TypeAlias = Mapping[str, Field]


@cache
def fields_of(model: type[Record]) -> Fields:
    """Return every field of a record by its name, in the order in which files write them.

    A record's own fields come first, then what it inherits (amounts, the day of entry, sources).
    """
    hints = get_type_hints(model, include_extras=True)
    own_first = dict.fromkeys(n for kind in model.__mro__ for n in inspect.get_annotations(kind))
    known = model.model_fields
    return {name: _field(model, name, hints[name]) for name in own_first if name in known}


@cache
def written_fields(model: type[Record]) -> tuple[Field, ...]:
    """Return the fields that stand among a record's own keys, in the order of files."""
    return tuple(field for field in fields_of(model).values() if not field.in_file)


@cache
def held_elsewhere(model: type[Record]) -> tuple[Field, ...]:
    """Return the fields that do not stand among a record's keys but in a file or a body."""
    return tuple(field for field in fields_of(model).values() if field.in_file)


@cache
def prose_fields(model: type[Record]) -> tuple[Field, ...]:
    """Return the fields that hold Markdown."""
    return tuple(field for field in fields_of(model).values() if field.holds is Holds.PROSE)


@cache
def references_of(model: type[Record]) -> Mapping[str, Ref]:
    """Return what the fields of a record name, of those that name something else."""
    return {name: field.ref for name, field in fields_of(model).items() if field.ref}


@cache
def with_records(model: type[Record]) -> tuple[str, ...]:
    """Return the names of the fields in which there may be records."""
    return tuple(name for name, field in fields_of(model).items() if field.records)


def every_field(*models: type[Record]) -> Iterator[Field]:
    """Yield the fields of records and of all records inside, each type of record once."""
    waiting, known = list(models), set(models)
    while waiting:
        for field in fields_of(waiting.pop(0)).values():
            yield field
            new = [record for record in field.records if record not in known]
            waiting += new
            known.update(new)


def fields_at(model: type[Record], path: Sequence[str | int]) -> tuple[Field, ...]:
    """Return the fields that may stand at a path below a record, more than one for a union.

    Items of lists are steps of their own, by position or key, and so are keys of mappings, behind
    which there may be a position again.
    """
    reached: tuple[type[Record], ...] = (model,)
    found: tuple[Field, ...] = ()
    is_item = False
    for step in path:
        if is_item or isinstance(step, int):
            is_item = False
            continue
        found = tuple(field for r in reached if (field := fields_of(r).get(str(step))))
        reached = tuple(record for field in found for record in field.records)
        is_item = any(field.shape is not Shape.ONE for field in found)
    return found


def in_words(name: str) -> str:
    """Return a key as words."""
    return name.replace("_", " ").capitalize()


def bare(hint: Hint) -> Hint:
    """Return a type without what is annotated to it."""
    return get_args(hint)[0] if _origin(hint) is Annotated else hint


def _origin(hint: Hint) -> Hint:
    return get_origin(hint)


def _field(model: type[Record], name: str, hint: Hint) -> Field:
    branches = list(_branches(hint))
    first = next((b for b in branches if bare(b) is not Missing), branches[0])
    shape, key, value = _shape(first)
    info = model.model_fields[name]
    extra = info.json_schema_extra
    return Field(
        record=model,
        name=name,
        shape=shape,
        value=_without_marks(value),
        key=key and _without_marks(key),
        records=tuple(record for branch in branches for record in _records_in(branch)),
        ref=next((mark for mark in _marks(key or value) if isinstance(mark, Ref)), None),
        is_long=Long() in _marks(value),
        is_verbatim=Verbatim() in _marks(value),
        is_markup=Markup() in _marks(value),
        is_required=info.is_required(),
        in_file=str(extra.get("in_file", "")) if isinstance(extra, dict) else "",
    )


def _branches(hint: Hint) -> Iterator[Hint]:
    """Yield the types that a value may be of, each with what is annotated to it; None is none."""
    plain = bare(hint)
    if _origin(plain) in (Union, types.UnionType):
        for branch in get_args(plain):
            yield from _branches(branch)
    elif plain is not types.NoneType:
        yield hint


def _shape(hint: Hint) -> tuple[Shape, Hint, Hint]:
    """Return how many values a type holds, the type of its keys, and that of its values."""
    plain = bare(hint)
    if _origin(plain) is tuple:
        return Shape.LIST, None, get_args(plain)[0]
    if _origin(plain) is dict:
        return Shape.MAPPING, *get_args(plain)
    return Shape.ONE, None, hint


def _records_in(hint: Hint) -> Iterator[type[Record]]:
    shape, _, value = _shape(hint)
    for branch in _branches(value):
        plain = bare(branch)
        if shape is not Shape.ONE and _shape(branch)[0] is not Shape.ONE:
            yield from _records_in(branch)
        elif isinstance(plain, type) and issubclass(plain, Record):
            yield plain


def _marks(hint: Hint) -> tuple[object, ...]:
    return get_args(hint)[1:] if _origin(hint) is Annotated else ()


def _without_marks(hint: Hint) -> Hint:
    """Return a type with what is asked of its values, and nothing that is only said of them."""
    only_said = Ref | Long | Markup | Tag | Verbatim
    kept = tuple(mark for mark in _marks(hint) if not isinstance(mark, only_said))
    return Annotated[bare(hint), *kept] if kept else bare(hint)


@cache
def _accepted(hint: Hint) -> tuple[str, ...]:
    """Return the words of an enumeration that the model takes from a file."""
    plain = bare(hint)
    adapter: TypeAdapter[Any] = TypeAdapter(hint)
    words = get_args(plain) if _origin(plain) is Literal else [key.value for key in plain]
    return tuple(word for word in words if _takes(adapter, word))


def _takes(adapter: TypeAdapter[Any], word: str) -> bool:
    try:
        adapter.validate_python(word)
    except ValidationError:
        return False
    return True
