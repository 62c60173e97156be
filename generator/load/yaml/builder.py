"""Fills one document from a YAML parser's events; keeps no event and no node."""

import bisect
import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml

from generator.core.issues import Issue, Location
from generator.load.characters import HIDDEN, hidden_character
from generator.load.source_document import Path, SourceMap, Value, YamlDocument
from generator.load.typed_values import shown
from generator.load.yaml import parser_messages

DEEPEST = 8
"""How many mappings and lists may be inside one another."""

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML reads as no value, where it is not in quotes."""

NO_KEY = NOTHING | {"<<"}
"""What is no key, where it is not in quotes."""

COMMENT = re.compile(r"(?<!\S)#")
"""Where a comment may begin, unless it is inside a text."""

_Mark: TypeAlias = tuple[int, int]
_Span: TypeAlias = tuple[_Mark, _Mark, bool]


class _OpenCollection:
    """A mapping or list that is being filled; `key` waits for its value."""

    __slots__ = ("items", "key", "keys", "path")

    def __init__(self, path: Path, keys: dict[str, Value] | None, items: list[Value]) -> None:
        self.path = path
        self.keys = keys
        self.items = items
        self.key: str | None = None


class Builder:
    """Reads one text once; then holds its `issues`, its `document` and whether it was `plain`.

    `disputed` says that the two parsers are known to differ about something that was read.
    """

    def __init__(self, content: str, path: str, first_line: int) -> None:
        self.issues: list[Issue] = []
        self.document: YamlDocument | None = None
        self.disputed = False
        self._content = content
        self._path = path
        self._first = first_line
        self._marks: dict[Path, _Mark] = {}
        self._faulted: set[Path] = set()
        self._frames: list[_OpenCollection] = []
        self._root: Value | None = None
        self._documents = 0
        self._stopped = False
        self._escapes = "\\" in content
        self._spans: list[_Span] = []
        self._hashes = "#" in content
        self._spanning = self._hashes or not content.isascii()

    def read(self, loader: type[Any]) -> None:
        """Take in all events, up to the first one after which nothing could be trusted."""
        content = self._content
        source = loader(content)
        takers = self._takers()
        try:
            while not self._stopped and (event := source.get_event()) is not None:
                if taker := takers.get(type(event)):
                    taker(event)
        except yaml.MarkedYAMLError as fault:
            self._stop(parser_messages.in_words(fault, self._path, self._first, content))
        except (yaml.YAMLError, ValueError, OverflowError):
            # The pure parser hands an impossible character number straight to chr().
            last = max((line for line, _ in self._marks.values()), default=self._first)
            self._stop(parser_messages.BAD_ESCAPE.at(Location(self._path, last)))
        finally:
            source.dispose()
        if not self._stopped:
            self._finish()

    def in_quotes(self, location: Location) -> bool:
        """Whether a place is inside a quoted or block text, where any character is just text."""
        place = (location.line - self._first, location.column - 1)
        _, end, plain = self._scalar_before(place)
        return place < end and not plain

    def _takers(self) -> dict[type[yaml.Event], Callable[[Any], None]]:
        """Return what takes in each kind of event; the others say that the text begins or ends."""
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._begin,
        }

    def _finish(self) -> None:
        if self._root is None:
            self._stop(parser_messages.NOTHING_HERE.at(Location(self._path, self._first)))
            return
        comments = self._comments() if self._hashes else ()
        places = SourceMap(self._path, self._marks)
        faulted = frozenset(self._faulted)
        self.document = YamlDocument(self._path, self._root, places, faulted, comments)

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(parser_messages.SECOND_DOCUMENT.at(self._location(event)))
        elif event.version or event.tags:
            self.issues.append(parser_messages.TAG.at(self._location(event)))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: str = event.value
        if self._spanning and (value or event.style):
            self._remember_span(event)
        if frame := self._awaits_key():
            self._key(frame, event)
            return
        path = self._put(value, event)
        if event.anchor is not None or event.tag is not None:
            self._unwanted(event, path)
        if not event.style:
            if value in NOTHING:
                self._empty(event, path)
            elif "?" in value:
                self.disputed = True
            if parser_messages.in_typographic_quotes(value):
                self._typographic_quotes(event, path)
        if self._escapes and HIDDEN.search(value):
            self._hidden(event, path)

    def _key(self, frame: _OpenCollection, event: yaml.ScalarEvent) -> None:
        key: str = event.value
        path = (*frame.path, key)
        mark: Any = event.start_mark
        if event.anchor is not None or event.tag is not None:
            self._unwanted(event, path)
        if not event.style and key in NO_KEY:
            self._fault(parser_messages.STRANGE_KEY.at(self._location(event)), path)
        if not event.style and "?" in key:
            self.disputed = True
        if path in self._marks:
            line, _ = self._marks[path]
            at = self._location(event)
            self._fault(parser_messages.DUPLICATE_KEY.at(at, key=shown(key), line=line), path)
        if self._escapes and HIDDEN.search(key):
            self._hidden(event, path)
        self._marks[path] = (mark.line + self._first, mark.column + 1)
        frame.key = key

    def _put(self, value: Value, event: yaml.Event) -> Path:
        """Set a value where it belongs; an item's place is its own, a key's the key's."""
        if not self._frames:
            self._root = value
            path: Path = ()
        else:
            frame = self._frames[-1]
            if frame.keys is not None:
                key = frame.key or ""
                frame.keys[key] = value
                frame.key = None
                return (*frame.path, key)
            path = (*frame.path, len(frame.items))
            frame.items.append(value)
        mark: Any = event.start_mark
        self._marks[path] = (mark.line + self._first, mark.column + 1)
        return path

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if self._awaits_key():
            self._stop(parser_messages.STRANGE_KEY.at(self._location(event)))
        elif len(self._frames) >= DEEPEST:
            self._stop(parser_messages.TOO_DEEP.at(self._location(event), deepest=DEEPEST))
        else:
            keys: dict[str, Value] | None = (
                {} if isinstance(event, yaml.MappingStartEvent) else None
            )
            items: list[Value] = []
            path = self._put(items if keys is None else keys, event)
            if event.anchor is not None or event.tag is not None:
                self._unwanted(event, path)
            self._frames.append(_OpenCollection(path, keys, items))

    def _awaits_key(self) -> _OpenCollection | None:
        """Return the mapping that is being filled, if what comes next is a key of it."""
        frame = self._frames[-1] if self._frames else None
        return frame if frame and frame.keys is not None and frame.key is None else None

    def _close(self, _event: yaml.Event) -> None:
        self._frames.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        issue = parser_messages.ALIAS.at(
            self._location(event), name=shown(event.anchor or "")[1:-1]
        )
        if self._awaits_key():
            self._stop(issue)
        else:
            self._fault(issue, self._put("", event))

    def _unwanted(self, event: yaml.NodeEvent, path: Path) -> None:
        location = self._location(event)
        if event.anchor is not None:
            self._fault(parser_messages.ANCHOR.at(location, name=shown(event.anchor)[1:-1]), path)
        if getattr(event, "tag", None) is not None:
            self._fault(parser_messages.TAG.at(location), path)

    def _empty(self, event: yaml.ScalarEvent, path: Path) -> None:
        after = f'the key "{path[-1]}"' if path and isinstance(path[-1], str) else "the dash"
        mark = self._marks.get(path)
        location = Location(self._path, *mark) if mark else self._location(event)
        self._fault(parser_messages.NOTHING_AFTER.at(location, after=after), path)

    def _typographic_quotes(self, event: yaml.ScalarEvent, path: Path) -> None:
        text: str = event.value
        inside = shown(" ".join(text[1:-1].split()))
        words = {"first": text[0], "last": text[-1], "inside": inside}
        self._fault(parser_messages.TYPOGRAPHIC_QUOTES.at(self._location(event), **words), path)

    def _hidden(self, event: yaml.ScalarEvent, path: Path) -> None:
        for character in dict.fromkeys(HIDDEN.findall(event.value)):
            self._fault(hidden_character(character, self._location(event)), path)

    def _fault(self, issue: Issue, path: Path) -> None:
        self.issues.append(issue)
        self._faulted.add(path)

    def _stop(self, issue: Issue) -> None:
        self.issues.append(issue)
        self._stopped = True

    def _location(self, event: yaml.Event) -> Location:
        mark: Any = event.start_mark
        return Location(self._path, mark.line + self._first, mark.column + 1)

    def _remember_span(self, event: yaml.ScalarEvent) -> None:
        start: Any = event.start_mark
        end: Any = event.end_mark
        span = (start.line, start.column), (end.line, end.column), not event.style
        self._spans.append(span)

    def _comments(self) -> tuple[int, ...]:
        """Return the lines that hold a comment; report each that cuts a text off."""
        commented = []
        for number, line in enumerate(self._content.split("\n")):
            for found in COMMENT.finditer(line):
                start, end, plain = self._scalar_before((number, found.start()))
                if (number, found.start()) < end:
                    continue
                commented.append(number + self._first)
                if plain and end[0] == number and not line[end[1] : found.start()].strip():
                    begin = start[1] if start[0] == number else 0
                    location = Location(self._path, number + self._first, found.start() + 1)
                    text = shown(line[begin : end[1]])
                    self.issues.append(parser_messages.CUT_OFF.at(location, text=text))
                break
        return tuple(commented)

    def _scalar_before(self, place: _Mark) -> _Span:
        nearest = bisect.bisect_right(self._spans, place, key=lambda span: span[0]) - 1
        return self._spans[nearest] if nearest >= 0 else ((0, 0), (0, 0), False)
