"""The files that the program keeps in a report's repository: what they hold, and who wrote last.

One file, `.annual-report.json`, says of each what the program wrote into it. What differs from
that was edited, and is never overwritten unless that is asked for by name.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from string import Template

from generator.core.errors import GeneratorError
from generator.storage.sync import files_under
from generator.theme import ADOPTER

MANIFEST = ".annual-report.json"
REQUIREMENTS = "requirements.txt"
VERSION = version("innovations-annual-report")
"""That of the program which runs."""


class Host(StrEnum):
    """Where a report's repository is."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the program wrote into a repository, and for whom."""

    host: Host
    title: str
    """What the report was called when its README was first written."""
    version: str = VERSION
    files: Mapping[str, str] = field(default_factory=dict)
    """The digest of each managed file as it was written, by path."""
    ejected: Mapping[str, str] = field(default_factory=dict)
    """The digest of the program's own file beside each that was ejected, by path."""

    def as_bytes(self) -> bytes:
        """Return the manifest as its file holds it."""
        said = {
            "version": self.version,
            "host": self.host.value,
            "title": self.title,
            "files": dict(sorted(self.files.items())),
            "ejected": dict(sorted(self.ejected.items())),
        }
        return (json.dumps(said, indent=2, ensure_ascii=False) + "\n").encode()


def digest(content: bytes) -> str:
    """Return the digest by which a file is known again; line ends do not count."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def read_manifest(root: Path) -> Manifest | None:
    """Return what the program wrote into a folder; None where it was never asked to.

    Raises GeneratorError if the file was edited beyond recognition.
    """
    place = root / MANIFEST
    if not place.is_file():
        return None
    try:
        said = json.loads(place.read_text("utf-8"))
        return Manifest(
            Host(said["host"]),
            str(said["title"]),
            str(said["version"]),
            {str(path): str(one) for path, one in said["files"].items()},
            {str(path): str(one) for path, one in said["ejected"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise GeneratorError(
            f"{MANIFEST} cannot be read: it is not as annual-report wrote it.",
            "Take it back from the history (git checkout), or delete it and run annual-report "
            "upgrade --host github (or gitlab, or none): files that differ then count as edited.",
        ) from fault


def managed_files(host: Host, title: str) -> dict[str, bytes]:
    """Return every file that the program keeps in a repository at a host, by path."""
    every = ADOPTER / "every"
    note = ADOPTER / host.value / "host.md"
    words = {
        "title": title,
        "version": VERSION,
        "host": (note if note.is_file() else every / "host.md").read_text("utf-8"),
    }
    files = {
        name: Template((every / source).read_text("utf-8")).substitute(words).encode()
        for name, source in (
            ("README.md", "README.md"),
            (REQUIREMENTS, "requirements.txt"),
            (".gitignore", "gitignore"),
        )
    }
    folder = ADOPTER / host.value
    of_host = files_under(folder) if folder.is_dir() else ()
    return files | {path: (folder / path).read_bytes() for path in of_host if path != "host.md"}
