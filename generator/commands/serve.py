"""The preview: pages of the newest content that can be read, all else checked meanwhile."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from generator.commands.build import docs_folder, docs_folders
from generator.commands.documents import made_by_build
from generator.core.issues import Issue
from generator.core.settings import Settings
from generator.derive.snapshot.snapshot import snapshot
from generator.derive.snapshot.visibility import complete_from
from generator.editorial.editions.shown import (
    ReadEdition,
    Shown,
    as_shown,
    pictures_of,
    read_editions,
    said_in_each,
)
from generator.load.report import ParsedFile, load_report
from generator.model.report import Report
from generator.publish.docs_folder import DocsFolder
from generator.publish.preview.hosts import Address
from generator.publish.preview.pages import MadeSites
from generator.publish.preview.requests import Builds
from generator.publish.preview.server import serve as serve_site
from generator.theme import ASSETS, TEMPLATES

_LOWER = 10
"""By how much the background gives way to whoever waits for a page."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a preview says what."""

    say: Callable[[str], None]
    worded: Callable[[list[Issue]], str]
    """Words faults of the content."""
    opened: Callable[[str], None]
    """Is called with the address of the site."""


def serve(
    settings: Settings,
    where: tuple[str, int, tuple[str, ...]],
    screen: Screen,
    *,
    edit: bool = False,
    strict: bool = False,
) -> None:
    """Show the site on this computer and follow each change, until interrupted.

    `where` is a host, a port and more names to answer to. Pages show what is wrong until it is
    fixed. With `edit` the site holds the form editor; where `strict`, warnings count as faults.
    Raises GeneratorError if the address cannot be used.
    """
    with TemporaryDirectory(prefix="preview-") as room:
        site = MadeSites(settings, Path(room))
        preview = _Preview(settings, site, screen, edit=edit, strict=strict)
        watched = [settings.content, settings.mkdocs_config, settings.root / "overrides"]
        try:
            serve_site(
                settings.site,
                site.file,
                preview.follow,
                [*watched, TEMPLATES, ASSETS],
                builds=preview.builds,
                say=screen.say,
                address=Address(*where),
                opened=screen.opened,
            )
        finally:
            preview.background.stop()


class ContentReader:
    """Reads content again and again, each time only the files that changed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._parsed: Mapping[str, ParsedFile] = {}
        self._editions: Mapping[int, ReadEdition] = {}

    def read(self) -> tuple[tuple[DocsFolder, ...], list[Issue]]:
        """Return what the content gives the site builder now, in each language, and its faults.

        There is nothing where a fault prevents it; rules and editions are not looked at.
        """
        loaded = load_report(self._settings, self._parsed)
        self._parsed = loaded.parsed
        report = loaded.report
        if report is None:
            return (), loaded.issues
        days = complete_from(report)
        now = snapshot(report, report.about.as_of, complete=days)
        read = read_editions(self._settings, loaded, days, self._editions)
        self._editions = {one.edition.edition.year: one for one in read}
        shown = as_shown(report, now, tuple(one.edition for one in self._editions.values()))
        pictures = cache(partial(_pictures, self._settings, loaded.media, report, shown))
        document = partial(made_by_build, self._settings, shown, pictures)
        said = said_in_each(self._settings, shown, loaded.translations)
        folders = docs_folders(docs_folder(self._settings, shown, pictures), said)
        made = (
            replace(folder, document=partial(document, one))
            for folder, one in zip(folders, said, strict=True)
        )
        return tuple(made), loaded.issues


def _pictures(
    settings: Settings, media: Mapping[str, str], report: Report, shown: Shown
) -> Mapping[str, bytes]:
    return pictures_of(settings, media, report, shown).cleaned


class _Preview:
    """Keeps a site to the content."""

    def __init__(
        self, settings: Settings, site: MadeSites, screen: Screen, *, edit: bool, strict: bool
    ) -> None:
        self.builds = Builds()
        options = [*(["--strict"] if strict else []), *(["--edit"] if edit else [])]
        self.background = BackgroundBuild(settings, options, self._tell)
        self._reader = ContentReader(settings)
        self._settings, self._site, self._screen = settings, site, screen

    def follow(self, changed: Collection[Path]) -> None:
        """Show the content as it is now, and have all of it checked in the background."""
        self.background.stop()
        if not all(path.is_relative_to(self._settings.content) for path in changed):
            self._site.reset()
        folders, issues = self._reader.read()
        if not folders:
            faults = self._screen.worded(issues)
            self.builds.unread(faults)
            self._screen.say(f"{faults}The last good pages stay up until this is fixed.")
            return
        self._site.show(folders)
        self.builds.shown()
        self.background.begin()

    def _tell(self, code: int, said: str) -> None:
        """Tell terminal and browsers what a build in the background came to."""
        self.builds.checked(said if code else "")
        self._screen.say(said.rstrip())


_BUILD = (sys.executable, "-P", "-m", "generator", "--project")


class BackgroundBuild:
    """A build of the whole site in a process of its own, begun anew at each change.

    It applies the rules, verifies editions, checks links, and writes the site with its search
    index; being another process it takes nothing from the answers of this one but a core.
    """

    def __init__(
        self, settings: Settings, options: Collection[str], ended: Callable[[int, str], None]
    ) -> None:
        """`ended` gets the exit code of each build that was not stopped, and what it said."""
        self._command = [*_BUILD, str(settings.root), "build"]
        self._command += ["--preview", "--no-documents", *options]
        self._ended = ended
        self._process: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Start a build."""
        self._process = process = subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            process_group=0,
        )
        if sys.platform != "win32":
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, process.pid, _LOWER)
        Thread(target=self._wait, args=(process,), daemon=True).start()

    def _wait(self, process: "subprocess.Popen[str]") -> None:
        said, _ = process.communicate()
        if process is self._process:
            self._ended(process.returncode, said)

    def stop(self) -> None:
        """End the build that runs, if one does, and say nothing of it."""
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            with suppress(ProcessLookupError):
                if sys.platform == "win32":
                    process.terminate()
                else:
                    os.killpg(process.pid, signal.SIGTERM)
