"""One frozen settings object, made once by the command line and handed down."""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.core.errors import GeneratorError

EDITOR = "edit"
"""Folder of the site that holds the form editor; a build of the pages leaves it alone."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a report's folders are; every path is derived from the project's root."""

    root: Path
    """The folder that holds `content/` and `mkdocs.yml`."""
    language: str = ""
    """The further language whose pages are made; empty for the first."""

    def in_language(self, language: str) -> "Settings":
        """Return settings for the pages of a further language, which has a build of its own."""
        return replace(self, language=language)

    @property
    def content(self) -> Path:
        """What editors keep."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """What a build makes on the way to the site."""
        return self.root / "build" / self.language

    @property
    def docs(self) -> Path:
        """Generated Markdown and files that a site builder turns into pages."""
        return self.build / "docs"

    @property
    def staging(self) -> Path:
        """Where a site builder writes before its pages are published one by one."""
        return self.build / "staging"

    @property
    def site(self) -> Path:
        """The public site."""
        return self.root / "site" / self.language

    @property
    def mkdocs_config(self) -> Path:
        """What the report wants otherwise in the site builder's configuration; it may be absent."""
        return self.root / "mkdocs.yml"


def find_project(start: Path) -> Settings:
    """Return settings for the nearest folder at or above `start` that holds `content/report.yml`.

    Where none does, a folder with `content/` beside `mkdocs.yml` is one that begins. Raises
    GeneratorError when there is neither.
    """
    folders = (start.resolve(), *start.resolve().parents)
    for folder in folders:
        if (folder / "content" / "report.yml").is_file():
            return Settings(root=folder)
    for folder in folders:
        if (folder / "content").is_dir() and (folder / "mkdocs.yml").is_file():
            return Settings(root=folder)
    raise GeneratorError(
        f"No content/report.yml in {start} or any folder above it.",
        "Run the command inside the report's folder, or name that folder with --project. To "
        "begin a report, run annual-report init FOLDER, which writes one.",
    )
