"""What is kept of every page from one build to the next, as plain data in one checked file."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from stat import S_ISREG

from generator.atomic import write
from generator.publish.accelerator.digests import digest
from generator.publish.accelerator.messages import Message

_KEPT_FILES = 3
"""States of the site that are kept: of the newest few sets of surroundings."""
_TICK = 20_000_000
"""Nanoseconds within which a disk may give two changes the same time."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site or of its sources: a digest of its bytes, and how the disk showed it."""

    digest: str
    size: int
    changed: int = 0
    """Nanoseconds; 0 where it was not looked at yet."""
    node: int = 0

    def looks_like(self, stat: os.stat_result) -> bool:
        """Return whether the disk shows a file of this size, time and place on it."""
        seen = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        return seen == (self.size, self.changed, self.node)

    def stands(self, place: str) -> bool:
        """Return whether `place` holds these very bytes; read only where the disk leaves doubt."""
        try:
            stat = os.lstat(place)
            if stat.st_size != self.size or not S_ISREG(stat.st_mode):
                return False
            return self.looks_like(stat) or digest(Path(place).read_bytes()) == self.digest
        except OSError:
            return False

    def at(self, place: str) -> "Output":
        """Return this output as the disk shows it at `place` now."""
        return self.seen(os.lstat(place))

    def seen(self, stat: os.stat_result) -> "Output":
        """Return this output as the disk shows it."""
        return Output(self.digest, self.size, stat.st_mtime_ns, stat.st_ino)


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page as it was made last, and all of the other files that it depended on."""

    source: str
    """Digest of the Markdown file."""
    found: tuple[str, ...]
    """Files of the docs folder that links of the page led to."""
    missed: tuple[str, ...]
    """Files that links asked for and that were not there."""
    title: str | None
    anchors: tuple[str, ...]
    """Places of the page that a link can lead to."""
    links: Mapping[str, Mapping[str, str]]
    """Anchors that the page links to, with the link as written, by file."""
    messages: tuple[Message, ...]
    """What MkDocs said of the page, a broken link for one."""
    looked_at: tuple[str, ...]
    """Keys of other pages' front matter that the template asked for."""
    path: str
    """Where in the site the page stands; nothing for a page without any text."""
    output: Output

    def to_line(self, entries: str) -> str:
        """Return the record and the page's entries in the search index as one line."""
        return f"{json.dumps(asdict(self), ensure_ascii=False, separators=(',', ':'))}\t{entries}"

    def still_holds(self, source: str, files: Mapping[str, object]) -> bool:
        """Return whether the page would be made alike of the text `source` among `files`."""
        return (
            self.source == source
            and all(path in files for path in self.found)
            and not any(path in files for path in self.missed)
        )


def record_of(line: str) -> PageRecord:
    """Return the record that a line holds."""
    kept = json.loads(line.partition("\t")[0])
    kept["output"] = Output(**kept["output"])
    kept["messages"] = tuple((name, level, words) for name, level, words in kept["messages"])
    return PageRecord(**kept)


def entries_of(line: str) -> str:
    """Return the page's entries in the search index, as JSON joined by commas."""
    return line.partition("\t")[2]


@dataclass(slots=True)
class State:
    """A site as it was published last, under one set of surroundings."""

    nav: str = ""
    looked_at: tuple[str, ...] = ()
    files: dict[str, Output] = field(default_factory=dict)
    """Every file of the site by its path."""
    sources: dict[str, Output] = field(default_factory=dict)
    """Every file that the site is made from, by its path."""
    pages: dict[str, str] = field(default_factory=dict)
    """The line of every page, by the path of its Markdown file."""


def remembered(folder: Path, key: str) -> State:
    """Return what is kept for these surroundings; nothing of it where the file is damaged."""
    place = folder / f"{key}.txt"
    try:
        written = place.stat().st_mtime_ns
        checked, _, text = place.read_text("utf-8").partition("\n")
        if checked != digest(text.encode()):
            return State()
        head, *lines = text.split("\n")
        nav, looked_at, files, sources, paths = json.loads(head)
        outputs = {path: Output(*values) for path, values in files.items()}
        known = {path: Output(*values) for path, values in sources.items()}
        # A source that changed as late as the state was written may have changed after it was read.
        known = {path: source for path, source in known.items() if source.changed < written - _TICK}
        pages = dict(zip(paths, lines, strict=True))
        return State(nav, tuple(looked_at), outputs, known, pages)
    except (OSError, ValueError, TypeError):
        return State()


def remember(folder: Path, key: str, state: State) -> None:
    """Keep a state, in one step; the oldest states go. A disk that refuses costs time only."""
    kept = [state.nav, state.looked_at, _plain(state.files), _plain(state.sources)]
    head = json.dumps([*kept, list(state.pages)], ensure_ascii=False)
    text = "\n".join([head, *state.pages.values()])
    place = folder / f"{key}.txt"
    try:
        write(place, f"{digest(text.encode())}\n{text}".encode())
        _prune(folder.iterdir(), place)
    except OSError:
        return


def _plain(files: Mapping[str, Output]) -> dict[str, list[object]]:
    return {path: [one.digest, one.size, one.changed, one.node] for path, one in files.items()}


def _prune(files: Iterable[Path], newest: Path) -> None:
    old = sorted(
        (file for file in files if file.is_file() and file != newest),
        key=lambda file: file.stat().st_mtime_ns,
        reverse=True,
    )
    for file in old[_KEPT_FILES - 1 :]:
        file.unlink(missing_ok=True)
