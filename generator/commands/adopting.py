"""The repository of a report: begun, brought to a newer version, and its theme taken over."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from generator.commands import host as host_files
from generator.commands.check import migrate, without_faults
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.adopting.ejecting import ejected, originals
from generator.editorial.adopting.managed_files import (
    MANIFEST,
    Host,
    Manifest,
    digest,
    managed_files,
    read_manifest,
)
from generator.editorial.adopting.upgrading import Upgrade, plan_upgrade
from generator.editorial.starting.answers import Answers
from generator.editorial.starting.first_content import first_content
from generator.load.files import FormatResult
from generator.storage.sync import files_under, replace_all
from generator.theme import ADOPTER, kept


def begin(folder: Path, answers: Answers) -> list[str]:
    """Write the repository of a report that begins; return its files by path.

    Raises GeneratorError if the folder holds something already.
    """
    content = first_content(Settings(folder), answers)
    return _write(folder, content, Host(answers["host"]), answers["title"])


def begin_sample(folder: Path, host: Host) -> list[str]:
    """Write the repository of a made-up organization, whose report uses every field.

    Raises GeneratorError if the folder holds something already.
    """
    sample = Settings(kept("tests/sample"))
    _, report = without_faults(sample)
    content = {
        f"content/{path}": (sample.content / path).read_bytes()
        for path in files_under(sample.content)
    }
    return _write(folder, content, host, report.about.title)


def refuse_used(folder: Path) -> None:
    """Raise GeneratorError where a folder holds anything but the history of an empty repository."""
    if folder.exists() and not folder.is_dir():
        raise GeneratorError(f"{folder} is a file.", "Name a folder.")
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if [name for name in there if name != ".git"]:
        raise GeneratorError(
            f"{folder} is not empty; nothing was written.",
            "Name a new folder. In one that holds a report, annual-report upgrade writes what "
            "comes with the program.",
        )


def _write(folder: Path, content: dict[str, bytes], host: Host, title: str) -> list[str]:
    refuse_used(folder)
    managed = managed_files(host, title)
    manifest = Manifest(host, title, files={path: digest(raw) for path, raw in managed.items()})
    own = {"mkdocs.yml": (ADOPTER / "mkdocs.yml").read_bytes(), MANIFEST: manifest.as_bytes()}
    files = content | managed | own
    folder.mkdir(parents=True, exist_ok=True)
    replace_all({folder / path: raw for path, raw in files.items()})
    return sorted([*files, *_renew(Settings(folder), host)])


def _renew(settings: Settings, host: Host) -> list[str]:
    """Write the files at the host that follow from the content; return those that changed.

    Raises GeneratorError if the content has faults.
    """
    if host is Host.NONE:
        return []
    if host is Host.GITHUB:
        forms = host_files.issue_forms(settings, write=True)
        return [*forms, *host_files.reviewers(settings, write=True)[1]]
    place = ".gitlab/CODEOWNERS"
    owners, _ = host_files.reviewers(settings, write=False)
    return [place] if replace_all({settings.root / place: owners.text.encode()}) else []


@dataclass(frozen=True, slots=True)
class UpgradeResult:
    """What an upgrade changes, or would."""

    upgrade: Upgrade
    content: FormatResult
    """What brings the content to the names and keys of this version."""
    renewed: tuple[str, ...] = ()
    """Files that follow from the content and were written anew."""
    waits: str = ""
    """Why they were not, where the content has faults."""


def upgrade(
    settings: Settings, host: str | None, replaced: Collection[str], *, apply: bool
) -> UpgradeResult:
    """Return what brings a repository to this version of the program, and do it if asked to.

    Raises GeneratorError if it is not known where the repository is, or the content has faults
    that are in the way; nothing is written then.
    """
    known = read_manifest(settings.root)
    if known is None and host is None:
        raise GeneratorError(
            f"There is no {MANIFEST} here, so it is not known which files the program keeps.",
            "Say where the repository is: --host github, gitlab, or none. Files that are there "
            "and differ then count as edited.",
        )
    known = known or Manifest(Host.NONE, settings.root.name, version="unknown")
    if host is not None:
        known = replace(known, host=Host(host))
    planned = plan_upgrade(settings.root, known, originals(), replaced)
    content = migrate(settings, write=apply)
    if content.issues or not apply:
        return UpgradeResult(planned, content)
    files = {**planned.files(), MANIFEST: planned.manifest.as_bytes()}
    replace_all({settings.root / path: raw for path, raw in files.items()})
    try:
        return UpgradeResult(planned, content, tuple(_renew(settings, known.host)))
    except GeneratorError as faults:
        waits = f"What follows from the content was not written: {faults.message}"
        return UpgradeResult(planned, content, waits=f"{waits} {faults.next_step}")


def eject(settings: Settings) -> list[str]:
    """Copy the theme's HTML into the repository; return the files that were written.

    Raises GeneratorError if it is there already.
    """
    known = read_manifest(settings.root) or Manifest(Host.NONE, settings.root.name)
    files = ejected(settings.root, known)
    replace_all({settings.root / path: raw for path, raw in files.items()})
    return sorted(files)
