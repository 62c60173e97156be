"""A redaction before it is done: every file that it changes, every place, and what it leaves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.core.issues import Location
from generator.core.settings import Settings
from generator.derive.editions.editions import EditionSnapshot
from generator.editorial.editions.frozen_files import DIGEST, TRANSLATIONS
from generator.editorial.redaction.files import reach_files
from generator.editorial.redaction.frozen import (
    StoredEdition,
    reach_edition,
    reach_translations,
    stored_edition,
)
from generator.editorial.redaction.reach import Reach, RemovalFor
from generator.editorial.redaction.removal import (
    ExactTexts,
    Mark,
    Removal,
    WholeTexts,
    similar_words,
    whole_words,
)
from generator.editorial.redaction.target import Target, target_of
from generator.export.snapshot_versions import path_in_version
from generator.load.folder_walk import EntryKind, walk
from generator.load.report import LoadedReport
from generator.model.report import Report
from generator.words.report_language import language_of, languages_of

_LONGEST_SOUGHT = 200
"""Characters of a removed text that is also looked for elsewhere."""

_PICTURES = "media"

NOT_REACHED = """\
What this does not reach:
- the history of the repository, where every earlier version still holds it; only rewriting the
  history, on the git host as well, takes it out (docs/editors/redacting.md)
- forks, clones, and open pull requests, on anybody's computer
- the published site until it is published anew, and copies of it: search engines, caches, archives
- documents, workbooks and data that somebody downloaded or printed
- the sources themselves, and copies of them in archives
- what a picture shows, and other spellings of the same
The former digest of an edition stays on its page: whoever guesses what was removed can check it.
"""
"""Said with every redaction, and in docs/editors/redacting.md."""


@dataclass(frozen=True, slots=True)
class AskedRedaction:
    """What is to be removed: certain words everywhere, or what is at certain addresses."""

    texts: tuple[str, ...]
    addresses: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class RedactionPlan:
    """What a redaction changes, and what is left."""

    reach: Reach
    left: Sequence[Location] = field(default=())
    """Where the words still are: in ids, keys, comments, or names of files."""
    similar: Sequence[Location] = field(default=())
    """Where something like the words is."""


class _Removals:
    """What is to go from each file and edition."""

    def __init__(self, loaded: LoadedReport, report: Report, asked: AskedRedaction) -> None:
        self.targets = [target_of(loaded, report, address) for address in asked.addresses]
        self.words = whole_words(asked.texts) if asked.texts else None
        self._mark = asked.mark
        self._languages = {one.language: one for one in languages_of(report)}
        self._own = language_of(report)

    def of_file(self, path: str, language: str) -> Removal:
        """Return what goes from a file in a language; empty is that of the content."""
        at = tuple(t.path for t in self.targets if t.file == path)
        return self._of(at, self._mark.text(self._languages.get(language, self._own)))

    def of_edition(self, then: Report, stored: StoredEdition) -> Removal:
        """Return what goes from a frozen edition."""
        found = (_in_snapshot(target, then, stored) for target in self.targets)
        return self._of(tuple(at for at in found if at), self._mark.text(language_of(then)))

    def _of(self, places: tuple[tuple[str | int, ...], ...], mark: str) -> Removal:
        return ExactTexts(self.words, mark) if self.words else WholeTexts(places, mark)


def _in_snapshot(target: Target, then: Report, stored: StoredEdition) -> tuple[str | int, ...]:
    path = target.in_report(then)
    version = stored.stored.get("schema_version")
    return path_in_version(("report", *path), version) if path else ()


def redaction_plan(
    settings: Settings,
    loaded: LoadedReport,
    report: Report,
    editions: Sequence[EditionSnapshot],
    asked: AskedRedaction,
) -> RedactionPlan:
    """Return what a redaction changes and leaves; nothing is written.

    Raises GeneratorError for an address that leads to nothing.
    """
    removals = _Removals(loaded, report, asked)
    reach = Reach()
    why = asked.mark.why(language_of(report))
    entries: dict[str, Mapping[str, str]] = {}
    folders = []
    for edition in editions:
        stored = stored_edition(settings, edition.edition) if edition.is_frozen else None
        if stored:
            removal = removals.of_edition(edition.then.report, stored)
            noted = reach_edition(stored, removal, asked.mark, why, reach)
            folders.append(stored.folder)
            if noted:
                entries[f"{stored.folder}/edition.yml"] = noted
    of_file: RemovalFor = removals.of_file
    reach_files(settings, of_file, why, entries, reach)
    for folder in folders:
        reach_translations(settings, f"{folder}/{TRANSLATIONS}", of_file, reach)
    return RedactionPlan(reach, *_left(settings, asked.texts, removals, reach))


def _left(
    settings: Settings, texts: tuple[str, ...], removals: _Removals, reach: Reach
) -> tuple[list[Location], list[Location]]:
    """Return where the words still are after the change, and where something like them is."""
    removed = texts or tuple(t for t in reach.changed if 0 < len(t.strip()) <= _LONGEST_SOUGHT)
    if not removed:
        return [], []
    similar = similar_words(removed)
    left: list[Location] = []
    alike: list[Location] = []
    for at, line in _lines(settings, reach):
        if removals.words and removals.words.search(line):
            left.append(at)
        elif similar.search(line):
            alike.append(at)
    return left, alike


def _lines(settings: Settings, reach: Reach) -> Iterator[tuple[Location, str]]:
    """Yield the name and every line of each file of content, as they would be."""
    name = settings.content.name
    for entry in walk(settings.content):
        path = f"{name}/{entry.path}"
        if entry.kind is not EntryKind.FILE:
            continue
        yield Location(path), entry.path
        top, *_ = PurePosixPath(entry.path).parts
        if top == _PICTURES or path.endswith(f"/{DIGEST}"):
            continue
        raw = reach.files.get(path) or (settings.root / path).read_bytes()
        lines = raw.decode(errors="replace").split("\n")
        yield from ((Location(path, n), line) for n, line in enumerate(lines, start=1))
