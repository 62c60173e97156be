"""What a rule is: one function that explains itself, and what it looks at."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple, TypeVar

from generator.core.issues import Issue, Location, RecordLocations, Severity
from generator.derive.history.renames import present_ids
from generator.derive.references import Known, known
from generator.derive.snapshot.citations import (
    LocatedRecord,
    Path,
    in_own_files,
    located_records,
)
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.snapshot.visibility import CompleteDates, complete_from
from generator.derive.translations import Translations
from generator.model.fields import prose_fields, references_of
from generator.model.initiative import Initiative
from generator.model.references import Ref
from generator.model.report import Report
from generator.model.updates import Update
from generator.model.values import Record
from generator.prose.parser import parse_prose
from generator.prose.tree import Prose

R = TypeVar("R", bound=Record)

Address = tuple[str, str, Path]
"""Kind, key and path of a value. Most things are in order, so few addresses become a place."""


class Reference(NamedTuple):
    """One word in content that should be the id of something."""

    where: Address
    field: str
    value: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class ProseField:
    """A Markdown text of the report: where it begins, and its tree."""

    find: Callable[[], Location]
    """Tells where it begins, which few ask."""
    prose: Prose
    is_quoted: bool = False
    """Whether it stands in one line of its file, in quotes, however many lines it has."""

    @property
    def at(self) -> Location:
        """Return where the text begins."""
        return self.find()

    def line(self, number: int) -> Location:
        """Return the place of a line of the text, counted from 1."""
        at = self.at
        return at if self.is_quoted else Location(at.path, at.line + number - 1)


@dataclass(frozen=True)
class RuleContext:
    """What every rule gets: the whole report, its snapshot as of its own date, and locations.

    What several rules look at is worked out once, and only if one does.
    """

    report: Report
    """Every record of every time."""
    places: RecordLocations
    media: Collection[str]
    """Names of the files in content/media."""
    files: Mapping[tuple[str, str], str]
    """Path of the file of every part, by kind and key as in its path, in the report's order."""
    translations: Mapping[str, Translations] = field(default_factory=dict)
    """What is translated, by language."""

    @cached_property
    def days(self) -> CompleteDates:
        """Return from which day each record of the report is complete."""
        return complete_from(self.report)

    @cached_property
    def now(self) -> Snapshot:
        """Return the living report, as of the date that report.yml sets."""
        return snapshot(self.report, self.report.about.as_of, complete=self.days)

    @cached_property
    def parts(self) -> tuple[LocatedRecord, ...]:
        """Return every record of the report with its address, parents before children."""
        return tuple(located_records(self.report))

    @cached_property
    def _by_type(self) -> Mapping[type[Record], list[LocatedRecord]]:
        """Return the parts by their very type."""
        found: dict[type[Record], list[LocatedRecord]] = defaultdict(list)
        for part in self.parts:
            found[type(part.record)].append(part)
        return found

    @cached_property
    def texts(self) -> frozenset[str]:
        """Return every text of any field once, and so in which texts a rule may find anything."""
        found: set[str] = set()
        for part in self.parts:
            for value in part.record.__dict__.values():
                if isinstance(value, str):
                    found.add(value)
                elif isinstance(value, tuple | dict):
                    # Records in there are parts of their own.
                    inside = value.values() if isinstance(value, dict) else value
                    found.update(one for one in inside if isinstance(one, str))
        return frozenset(found)

    @cached_property
    def prose(self) -> tuple[ProseField, ...]:
        """Return every Markdown text of the report that is not empty."""
        return tuple(
            ProseField(partial(self.at, part, field.name), parse_prose(text), field.is_markup)
            for part in self.parts
            for field in prose_fields(type(part.record))
            if (text := getattr(part.record, field.name)) and text.strip()
        )

    @cached_property
    def known(self) -> Known:
        """Return everything that references may name, by what they name."""
        return known(self.report)

    @cached_property
    def references(self) -> Mapping[str, list[Reference]]:
        """Return every word that names something, by what it names (`Ref.to`)."""
        return _References(self._by_type)

    @cached_property
    def initiatives(self) -> dict[str, Initiative]:
        """Return every initiative by its id."""
        return {initiative.id: initiative for initiative in self.report.initiatives}

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Return the present id of every initiative by its former ones."""
        return present_ids(self.report.initiatives)

    @cached_property
    def paths(self) -> frozenset[str]:
        """Return the path of every file that holds a part of the report."""
        return frozenset(self.files.values())

    @cached_property
    def updates(self) -> dict[str, list[Update]]:
        """Return the updates of each initiative by its id, oldest first."""
        found: dict[str, list[Update]] = defaultdict(list)
        for update in sorted(self.report.updates, key=_in_time):
            found[update.initiative].append(update)
        return dict(found)

    def each(self, kind: type[R]) -> Iterator[tuple[LocatedRecord, R]]:
        """Yield every record of a kind with its address."""
        types = [one for one in self._by_type if issubclass(one, kind)]
        for part in self._by_type[types[0]] if len(types) == 1 else self.parts if types else ():
            if isinstance(part.record, kind):
                yield part, part.record

    def in_files(self, kind: str) -> Iterator[tuple[str, str, Record]]:
        """Yield the key by path, the key by content, and the record of every file of a kind.

        Records come in the order of their files, so the two can be told apart where they disagree.
        """
        named = [(key, record) for known, key, record in in_own_files(self.report) if known == kind]
        by_path = [key for known, key in self.files if known == kind]
        for key, (own, record) in zip(by_path, named, strict=True):
            yield key, own, record

    @cached_property
    def _misplaced(self) -> Mapping[tuple[str, str], str]:
        """Return the key by path of files whose content gives another, by kind and that key."""
        return {
            (kind, own): key
            for kind in {kind for kind, _, _ in in_own_files(self.report)}
            for key, own, _ in self.in_files(kind)
            if key != own and (kind, own) not in self.files
        }

    def file_key(self, kind: str, key: str) -> str:
        """Return the key by which a part's file is known, also where the part gives another."""
        return self._misplaced.get((kind, key), key)

    def there(self, where: Address) -> Location:
        """Return where something is, or the nearest thing above it."""
        kind, key, path = where
        return self.places.of(kind, self.file_key(kind, key), *path)

    def at(self, part: LocatedRecord, *inside: str | int) -> Location:
        """Return where something inside a part is, or the nearest thing above it."""
        return self.there((part.kind, part.key, (*part.path, *inside)))


class _References(dict[str, list[Reference]]):
    """Words that name something, by what they name, each kind of them found once it is asked for.

    Most words name sources, and no process that shares the rules with others asks for all kinds.
    """

    def __init__(self, parts: Mapping[type[Record], Sequence[LocatedRecord]]) -> None:
        super().__init__()
        self._parts = parts

    def __missing__(self, target: str) -> list[Reference]:
        found = [
            reference
            for kind, parts in self._parts.items()
            for name, ref in references_of(kind).items()
            if ref.to == target
            for part in parts
            for reference in _references_in(part, name, ref)
        ]
        self[target] = found
        return found


def _references_in(part: LocatedRecord, name: str, ref: Ref) -> Iterator[Reference]:
    """Yield every word of a field that names a thing; lists and keys of a table one by one."""
    value = part.record.__dict__[name]
    at = (*part.path, name)
    if isinstance(value, str):
        yield Reference((part.kind, part.key, at), name, value, ref)
    elif isinstance(value, tuple):
        for place, word in enumerate(value):
            yield Reference((part.kind, part.key, (*at, place)), name, word, ref)
    elif isinstance(value, dict):
        for word in value:
            yield Reference((part.kind, part.key, (*at, word)), ref.to, word, ref)


def _in_time(update: Update) -> tuple[date, date, str]:
    return (update.as_of.last(date.max), update.as_of.first(), update.milestone)


@dataclass(frozen=True, slots=True)
class Fault:
    """A breach of a rule: where it is, what was found, what was expected, what to do."""

    at: Location
    found: str
    expected: str
    next_step: str

    def issue(self, code: str, severity: Severity = Severity.ERROR) -> Issue:
        """Return the fault as the issue of a rule."""
        return Issue(code, self.at, self.found, self.expected, self.next_step, severity)


Look = Callable[[RuleContext], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement on content: its code, its reason, and the function that checks it."""

    code: str
    title: str
    """The requirement, in one sentence."""
    why: str
    """What goes wrong where it is not met."""
    severity: Severity
    look: Look

    def check(self, context: RuleContext) -> Iterator[Issue]:
        """Return an issue for every breach."""
        return (fault.issue(self.code, self.severity) for fault in self.look(context))


def rule(
    code: str, title: str, why: str, severity: Severity = Severity.ERROR
) -> Callable[[Look], Rule]:
    """Return a decorator that makes a rule of a function that yields faults."""
    return lambda look: Rule(code, title, why, severity, look)
