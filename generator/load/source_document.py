"""One parsed file as values: raw text in its structure, and the place of every key and item."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.core.issues import Location

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What a file holds: every leaf is the text as typed; the model decides what it means."""

Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a file to a value: keys, and list positions from 0."""

Mark: TypeAlias = tuple[int, int]
"""Line and column of a value, counted from 1."""

Marks: TypeAlias = Mapping[Path, Mark]
"""Where each value is."""


class SourceMap(Mapping[Path, Location]):
    """The location of each key of a mapping and each item of a list; `()` is the top."""

    __slots__ = ("_find", "_found", "_top", "path")

    def __init__(
        self, path: str, marks: Marks | Callable[[], Marks], top: Mark | None = None
    ) -> None:
        """`marks` are line and column of each place, or find them, and then are called once.

        `top` is that of the whole, where it is known before.
        """
        self.path = path
        # In most files no place is ever asked for, and in others only where they begin.
        self._find = marks if callable(marks) else None
        self._found = None if callable(marks) else marks
        self._top = top

    def and_line(self, at: Path, line: int) -> "SourceMap":
        """Return these places and one more: a value that begins with a line of the same file."""
        return SourceMap(self.path, lambda: {**self.marks, at: (line, 1)}, self._top)

    @property
    def marks(self) -> Marks:
        """Return line and column of each place."""
        if self._found is None:
            self._found = self._find() if self._find else {}
        return self._found

    def __getitem__(self, at: Path) -> Location:
        line, column = self._top if self._top and not at else self.marks[at]
        return Location(self.path, line, column)

    def __contains__(self, at: object) -> bool:
        # Asked far more often than any place: what is above a value is sought step by step.
        return at in self.marks

    def __iter__(self) -> Iterator[Path]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)


class JoinedSourceMap(Mapping[Path, Location]):
    """The locations of one list that is split over files, by positions in the whole list."""

    def __init__(self, name: str, parts: Sequence[tuple[Mapping[Path, Location], int]]) -> None:
        """`parts` are the locations in each file, and how many items the list has there."""
        self._name = name
        self._parts = parts

    def __getitem__(self, at: Path) -> Location:
        places, own = self._in_its_file(at)
        return places[own]

    def __contains__(self, at: object) -> bool:
        places, own = self._in_its_file(at)  # type: ignore[arg-type]  # as of any mapping
        return own in places

    def _in_its_file(self, at: Path) -> tuple[Mapping[Path, Location], Path]:
        if len(at) < len((self._name, 0)) or at[0] != self._name:
            return self._parts[0][0], at
        own = int(at[1])
        for places, count in self._parts:
            if own < count:
                return places, (self._name, own, *at[2:])
            own -= count
        return self._parts[-1][0], at

    def __iter__(self) -> Iterator[Path]:
        before = 0
        for places, count in self._parts:
            for at in places:
                is_inside = len(at) > 1 and at[0] == self._name
                yield (self._name, before + int(at[1]), *at[2:]) if is_inside else at
            before += count

    def __len__(self) -> int:
        return sum(len(places) for places, _ in self._parts)


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """One parsed YAML text: its values and where they are.

    `faulted` names the values that a fault has been reported for, so that nobody reports them
    again; `comment_lines` are the lines, counted as in `places`, that hold a comment.
    """

    path: str
    data: Value
    places: SourceMap
    faulted: frozenset[Path] = frozenset()
    comment_lines: tuple[int, ...] = ()

    def place(self, at: Path) -> Location:
        """Return where `at` is, or where the nearest thing around it does."""
        while at and at not in self.places:
            at = at[:-1]
        return self.places[at] if at in self.places else Location(self.path)

    def value(self, at: Path) -> Value:
        """Return the value at `at`; raises KeyError, IndexError or TypeError if there is none."""
        here = self.data
        for step in at:
            here = here[step]  # type: ignore[index]
        return here


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    """A file: its front matter, and its body with the line where the body begins.

    One of YAML is all front matter.
    """

    path: str
    front: YamlDocument
    body: str
    body_line: int
