"""Versions of the report to compare: dates, editions, folders, or git revisions."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic_core import PydanticCustomError

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.history.changes.sentence import Sentence
from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.host.git import git, not_known, refuse_option
from generator.load.folder_walk import EntryKind, walk
from generator.load.migrations import migrated
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.words.english import in_english

_PLAIN = ("100644", "100755")
"""What git calls the modes of plain files."""


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """The report at one point of its history, with its name in words."""

    name: str
    """In words, as "the 2016 edition"."""
    then: Snapshot
    is_edition: bool = False
    """Whether it holds only what an edition keeps."""


def compare(one: ReportVersion, two: ReportVersion) -> tuple[Sentence, ...]:
    """Return what changed from one point to another; beside an edition only what editions keep."""
    if one.is_edition or two.is_edition:
        return changes(frozen_part(one.then), frozen_part(two.then))
    return changes(one.then, two.then)


def report_version(
    settings: Settings, report: Report, editions: Sequence[EditionSnapshot], written: str
) -> ReportVersion:
    """Return the version that an argument names: an edition's year, a date, a folder, a revision.

    Raises GeneratorError if it is none of them, or where git is needed and not there.
    """
    edition = next((e for e in editions if str(e.edition.year) == written), None)
    if edition:
        return ReportVersion(f"the {written} edition", edition.then, is_edition=True)
    try:
        date = PartialDate.parse(written)
    except PydanticCustomError:
        version = folder_version(written) or revision_version(settings, written)
        return version.report_version()
    return ReportVersion(in_english(date), snapshot(report, date))


@dataclass(frozen=True, slots=True)
class ContentVersion:
    """The content's files at one point of its history."""

    name: str
    """In words, as "revision main"."""
    files: Mapping[str, bytes]
    """By path from the project."""

    @contextmanager
    def project(self) -> Iterator[Settings]:
        """Yield a temporary project that holds the files, in the form of this program's version."""
        with tempfile.TemporaryDirectory(prefix="annual-report-") as folder:
            for path, content in migrated(self.files)[0].items():
                target = Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            yield Settings(root=Path(folder))

    def report(self) -> Report:
        """Return the report that the files hold; raises GeneratorError where they have faults."""
        with self.project() as settings:
            return self.without_faults(load_report(settings).report)

    def without_faults(self, report: Report | None) -> Report:
        """Return the report that was read of the files; raises GeneratorError where none was."""
        if report is None:
            raise GeneratorError(
                f"The content of {self.name} has faults, so nothing can be compared with it.",
                "Choose one whose content passes annual-report check.",
            )
        return report

    def report_version(self) -> ReportVersion:
        """Return the living report as the files have it; GeneratorError where they have faults."""
        report = self.report()
        return ReportVersion(self.on_its_day(report), snapshot(report, report.about.as_of))

    def on_its_day(self, report: Report) -> str:
        """Return the name with the day of the report that the files hold."""
        return f"{self.name}, as of {in_english(report.about.as_of)}"


def revision_version(settings: Settings, revision: str) -> ContentVersion:
    """Return the content of a git revision; raises GeneratorError if there is no such revision."""
    return ContentVersion(f"revision {revision}", content_of(settings, revision))


def folder_version(written: str) -> ContentVersion | None:
    """Return the content of the folder that an argument names, itself or by the project around it.

    None where it names no such folder.
    """
    for place in (Path(written, "content"), Path(written)):
        if (place / "report.yml").is_file():
            return ContentVersion(f"the folder {written}", dict(_files_in(place)))
    return None


def _files_in(content: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file of a folder of content, under the name of any other."""
    for entry in walk(content):
        if entry.kind is EntryKind.FILE:
            yield f"content/{entry.path}", (content / entry.path).read_bytes()


def revision_range(settings: Settings, span: str) -> tuple[str, str]:
    """Return the two revisions that BASE..HEAD names; BASE...HEAD begins where the two parted.

    Raises GeneratorError if it names no two revisions.
    """
    base, dots, head = span.partition("...") if "..." in span else span.partition("..")
    if not (base and dots and head):
        raise GeneratorError(
            f'"{span}" does not name two revisions.', 'Write them like "main..HEAD".'
        )
    if dots == "...":
        base = _merge_base(settings, base, head)
    return base, head


def _merge_base(settings: Settings, base: str, head: str) -> str:
    """Return the newest revision that both hold."""
    for revision in (base, head):
        refuse_option(revision)
    found = git(settings, "merge-base", base, head)
    if found is None:
        raise not_known(
            settings,
            f"{base} and {head} have no common history that git knows here.",
            "Name two revisions that git knows, with a common history.",
        )
    return found.decode().strip()


def content_of(settings: Settings, revision: str) -> dict[str, bytes]:
    """Return the content's plain files in a revision by path, each to the byte as git keeps it.

    Git is asked for each file, and not for an archive: an archive leaves out or changes what the
    revision's own .gitattributes names, and has to be unpacked. Links are left out, as the report
    follows none. Raises GeneratorError if git knows no such revision.
    """
    refuse_option(revision)
    others = (
        f'"{revision}" is not the year of an edition, a date, or a folder of content; '
        "if it is a revision, git is needed to read it."
    )
    listed = git(
        settings,
        *("ls-tree", "-r", "-z", revision, "--", f"{settings.content.name}/"),
        without=f"{others} Install git, or name a date, an edition, or a folder.",
    )
    if listed is None:
        raise not_known(
            settings,
            f'"{revision}" is not the year of an edition, a date, a folder of content, or a'
            " revision that git knows here.",
            'Write an edition as "2016", a date as "2016-08-30", a revision as git names it.',
        )
    names = dict(_plain_files(listed))
    packed = git(settings, "cat-file", "--batch", given="\n".join(names.values()).encode())
    try:
        return dict(zip(names, _contents(packed or b"", len(names)), strict=True))
    except ValueError as error:
        raise not_known(
            settings,
            f"Git does not have every file of revision {revision} here.",
            "Fetch the full history, or name another revision.",
        ) from error


def _plain_files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Yield path and object of each plain file that git lists; none that leads out of a folder."""
    for entry in filter(None, listing.split(b"\0")):
        described, _, name = entry.partition(b"\t")
        mode, _, key = described.decode().split()
        path = os.fsdecode(name)
        if mode in _PLAIN and not path.startswith("/") and ".." not in path.split("/"):
            yield path, key


def _contents(packed: bytes, count: int) -> Iterator[bytes]:
    """Yield what `git cat-file --batch` gave, object by object; ValueError where one lacks."""
    at = 0
    for _ in range(count):
        end = packed.index(b"\n", at)
        _, _, size = packed[at:end].split(b" ")
        at = end + 1 + int(size) + 1
        yield packed[end + 1 : at - 1]
