"""The theme's HTML copied into a report's repository, for those who change it."""

from dataclasses import replace
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.editorial.adopting.managed_files import MANIFEST, Manifest, digest
from generator.storage.sync import files_under
from generator.theme import kept

OVERRIDES = "overrides"
_CONFIGURATION = "mkdocs.yml"
_SETTING = f"theme:\n  custom_dir: {OVERRIDES}\n"

BACK = (
    f"To go back, delete {OVERRIDES}/ and the lines theme: and custom_dir: {OVERRIDES} in "
    f"{_CONFIGURATION}."
)


def originals() -> dict[str, bytes]:
    """Return the program's own files that can be ejected, by path in a report's repository."""
    folder = kept(OVERRIDES)
    return {f"{OVERRIDES}/{path}": (folder / path).read_bytes() for path in files_under(folder)}


def ejected(root: Path, known: Manifest) -> dict[str, bytes]:
    """Return the files that put the theme's HTML into a repository, by path.

    Raises GeneratorError where the folder is there already: what was changed in it would be lost.
    """
    if (root / OVERRIDES).exists():
        raise GeneratorError(
            f"There is a folder {OVERRIDES}/ already; nothing was changed.",
            f"Rename it first. {BACK}",
        )
    files = originals()
    configuration = root / _CONFIGURATION
    said = configuration.read_text("utf-8") if configuration.is_file() else ""
    if any(line.startswith("theme:") for line in said.splitlines()):
        raise GeneratorError(
            f"{_CONFIGURATION} has a theme: already; nothing was changed.",
            f"Remove it, run the command again, and add its lines below the new theme:. {BACK}",
        )
    gap = "" if not said or said.endswith("\n") else "\n"
    digests = {path: digest(raw) for path, raw in files.items()}
    return files | {
        _CONFIGURATION: f"{said}{gap}{_SETTING}".encode(),
        MANIFEST: replace(known, ejected=digests).as_bytes(),
    }
