"""The files of frozen editions: a snapshot, its digest, and what was found wrong since."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from generator.check.prose_fields import issues_of
from generator.core.issues import Issue, Location
from generator.core.settings import Settings
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.translations import Memory
from generator.export.digests import sha256_of
from generator.export.snapshot_json import canonical
from generator.load.binding import bind
from generator.load.characters import LARGEST
from generator.load.files import read_bytes
from generator.load.front_matter import parse_markdown
from generator.load.json_source import LARGEST_JSON
from generator.model.edition import Edition, Errata

SNAPSHOT = "snapshot.json"
DIGEST = "digest"
ERRATA = "errata.md"
TRANSLATIONS = "translations.json"


@dataclass(frozen=True, slots=True)
class FrozenEditionFiles:
    """What is in an edition's folder beside edition.yml and its introduction."""

    folder: str
    """Relative to the project."""
    snapshot: bytes | None
    """At most one byte more than may be read."""
    digest: bytes | None
    faults: tuple[Issue, ...] = ()
    """What prevents reading a file that is there."""

    @property
    def restoring(self) -> str:
        """What gives the frozen files back as they were, in words for people who use git."""
        names = f"{self.folder}/{SNAPSHOT} {self.folder}/{DIGEST}"
        return (
            f"git log --oneline -- {self.folder}/{DIGEST} lists the commits that froze it; git "
            f"restore --source=COMMIT -- {names} restores both files from the commit you name"
        )

    @property
    def intact(self) -> bool:
        """Whether the snapshot is, byte for byte, the one that was frozen."""
        return self.snapshot is not None and self.digest == digest_of(self.snapshot)

    def place(self, name: str) -> Location:
        """Return where a file of the edition is."""
        return Location(f"{self.folder}/{name}")


def digest_of(content: bytes) -> bytes:
    """Return the digest file of a snapshot: algorithm, sum in hexadecimal, name of the file."""
    return f"{sha256_of(content)}  {SNAPSHOT}\n".encode()


def edition_files(settings: Settings, edition: Edition) -> FrozenEditionFiles:
    """Return the files of a frozen edition, None for each that is not there or cannot be read."""
    folder = settings.content / "editions" / str(edition.year)
    below = folder.relative_to(settings.root).as_posix()
    read: list[bytes | None] = []
    faults: list[Issue] = []
    for name, largest in ((SNAPSHOT, LARGEST_JSON), (DIGEST, LARGEST)):
        is_there = (folder / name).is_file()
        content, found = (
            read_bytes(settings, f"{below}/{name}", largest) if is_there else (None, [])
        )
        # Git for Windows may check files out with its own line ends; what is frozen has no others.
        read.append(content.replace(b"\r\n", b"\n") if content else content)
        faults += found
    return FrozenEditionFiles(below, read[0], read[1], tuple(faults))


def stored_translations(settings: Settings, edition: Edition) -> dict[str, Memory]:
    """Return what was translated when an edition was frozen, by language.

    Where that is no file that `freeze` wrote, there is none.
    """
    path = settings.content / "editions" / str(edition.year) / TRANSLATIONS
    try:
        stored = json.loads(path.read_bytes()) if path.is_file() else {}
        return {
            language: {_part(written): dict(texts) for written, texts in parts.items()}
            for language, parts in stored.items()
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _part(written: str) -> tuple[str, str]:
    kind, _, key = written.partition("/")
    return kind, key


def translations_file(memories: Mapping[str, Memory]) -> bytes:
    """Return what is translated, by language, as it is stored beside a frozen edition."""
    return canonical(
        {
            language: {"/".join(part): dict(texts) for part, texts in memory.items()}
            for language, memory in memories.items()
        }
    )


def errata_of(
    settings: Settings, edition: Edition, media: Collection[str]
) -> tuple[Errata | None, list[Issue]]:
    """Return an edition's errata, if there are any, and what is at fault in that file.

    `media` are the names of the files that its text may show.
    """
    path = settings.content / "editions" / str(edition.year) / ERRATA
    if not path.is_file():
        return None, []
    document, issues = parse_markdown(path.read_bytes(), path.relative_to(settings.root).as_posix())
    if document is None:
        return None, issues
    errata, misfits = bind(Errata, document.front, added={"body": document.body})
    begins = Location(document.path, document.body_line)
    return errata, [*issues, *misfits, *issues_of(document.body, begins, media)]


def frozen_files(settings: Settings, editions: Iterable[EditionSnapshot]) -> dict[str, bytes]:
    """Return what the site offers of the frozen editions, byte for byte, by path."""
    found: dict[str, bytes] = {}
    for edition in editions:
        files = edition_files(settings, edition.edition)
        if edition.is_frozen and files.snapshot is not None and files.digest is not None:
            folder = f"data/editions/{edition.edition.year}"
            found[f"{folder}/{SNAPSHOT}"] = files.snapshot
            found[f"{folder}/{DIGEST}"] = files.digest
    return found
