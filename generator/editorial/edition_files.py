"""The files of frozen editions: a snapshot, its digest, and what was found wrong since."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.check.prose_fields import issues_of
from generator.derive.editions import EditionThen
from generator.issues import Issue, Location
from generator.load.markdown_source import parse_markdown
from generator.load.shape import bind
from generator.model.edition import Edition, Errata
from generator.settings import Settings

SNAPSHOT = "snapshot.json"
DIGEST = "digest"
ERRATA = "errata.md"


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """What stands in an edition's folder beside edition.yml and its introduction."""

    folder: str
    """Relative to the project."""
    snapshot: bytes | None
    digest: bytes | None

    @property
    def intact(self) -> bool:
        """Whether the snapshot is, byte for byte, the one that was frozen."""
        return self.snapshot is not None and self.digest == digest_of(self.snapshot)

    def place(self, name: str) -> Location:
        """Return where a file of the edition stands."""
        return Location(f"{self.folder}/{name}")


def digest_of(content: bytes) -> bytes:
    """Return the digest file of a snapshot: algorithm, sum in hexadecimal, name of the file."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}  {SNAPSHOT}\n".encode()


def edition_files(settings: Settings, edition: Edition) -> EditionFiles:
    """Return the files of a frozen edition, None for each that is not there."""
    folder = settings.content / "editions" / str(edition.year)
    return EditionFiles(
        folder.relative_to(settings.root).as_posix(),
        *(
            path.read_bytes() if path.is_file() else None
            for path in (folder / SNAPSHOT, folder / DIGEST)
        ),
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


def frozen_files(settings: Settings, editions: Iterable[EditionThen]) -> dict[str, bytes]:
    """Return what the site offers of the frozen editions, byte for byte, by path."""
    found: dict[str, bytes] = {}
    for edition in editions:
        files = edition_files(settings, edition.edition)
        if edition.is_frozen and files.snapshot is not None and files.digest is not None:
            folder = f"data/editions/{edition.edition.year}"
            found[f"{folder}/{SNAPSHOT}"] = files.snapshot
            found[f"{folder}/{DIGEST}"] = files.digest
    return found
