"""From content to pages, and from pages to the public site."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.check import Checked, check, without_faults
from generator.core.errors import GeneratorError
from generator.core.issues import Issue
from generator.core.settings import EDITOR, Settings
from generator.core.timings import Clockwork
from generator.editorial.cms.bundle import package_files, page_files
from generator.editorial.cms.guide import guide_files
from generator.editorial.editions.files import frozen_files
from generator.editorial.editions.shown import Shown
from generator.export.schemas import schema_files
from generator.publish.docs_folder import DocsFolder
from generator.storage.atomic import locked
from generator.storage.sync import Written, bring, replace_all

if TYPE_CHECKING:
    from generator.publish.site import SiteResult

Stops = Callable[[list[Issue]], bool]
"""Tells whether issues stop a run."""


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run made: every fault it found and, unless one stopped it, what it wrote."""

    issues: list[Issue]
    shown: Shown | None = None
    """The report and its editions as they were written; None where a fault stands in the way."""
    written: Written | None = None
    site: "SiteResult | None" = None

    @property
    def day(self) -> date | None:
        """The day as of which the report speaks; None where a fault stands in its way."""
        return self.shown.now.day if self.shown else None


def generate(
    settings: Settings, clockwork: Clockwork, stops: Stops, *, documents: bool = False
) -> Generated:
    """Check, and unless the issues stop it, bring `build/docs` to what the content says.

    `documents` are printed and offered only where asked for. Where another run is building in
    this folder, its end is waited for.
    """
    with _alone(settings, clockwork):
        return _generate(settings, clockwork, stops, documents=documents)


def build(
    settings: Settings,
    clockwork: Clockwork,
    stops: Stops,
    *,
    documents: bool = True,
    preview: bool = False,
) -> Generated:
    """Generate, and turn the pages into the public site; a `preview` is looked at where it is."""
    with _alone(settings, clockwork):
        generated = _generate(settings, clockwork, stops, documents=documents)
        if generated.shown is None:
            return generated
        now = generated.shown.now
        with clockwork.stage("site"):
            # Only here: a check waits for no site builder.
            from generator.publish.site import build_site

            address = "" if preview else str(now.report.about.site or "")
            site = build_site(settings, built_on=now.day, address=address)
    return replace(generated, site=site)


def _alone(settings: Settings, clockwork: Clockwork) -> AbstractContextManager[bool]:
    """Let one run at a time make pages and site: one would read what the other half changed."""
    waiting = "waiting for another run in this folder"
    return locked(settings.docs.parent, lambda: clockwork.announce(waiting))


def _generate(
    settings: Settings, clockwork: Clockwork, stops: Stops, *, documents: bool
) -> Generated:
    checked = check(settings, clockwork)
    if checked.shown is None or stops(checked.issues):
        return Generated(checked.issues)
    written = _write_pages(settings, clockwork, checked, checked.shown, documents=documents)
    return Generated(checked.issues, checked.shown, written)


def _write_pages(
    settings: Settings, clockwork: Clockwork, checked: Checked, shown: Shown, *, documents: bool
) -> Written:
    printed: dict[str, bytes] = {}
    folder = docs_folder(settings, shown, lambda: checked.pictures)
    if documents:
        with clockwork.stage("print"):
            from generator.commands.documents import downloads

            printed, offered = downloads(settings, shown.now, shown.editions, checked.pictures)
            folder = replace(folder, downloads=offered)
    with clockwork.stage("render"):
        made = folder.files()
    with clockwork.stage("write"):
        return bring(settings.docs, printed | made)


def docs_folder(
    settings: Settings, shown: Shown, pictures: Callable[[], Mapping[str, bytes]]
) -> DocsFolder:
    """Return the files that a report and its editions give; `pictures` finds those to be seen."""
    return DocsFolder(shown.now, shown.editions, frozen_files(settings, shown.editions), pictures)


def index(site: Path) -> int:
    """Put the search index into a finished site; return of how many files it is.

    Raises GeneratorError where there is no site, or the index cannot be made.
    """
    from generator.publish.search import FOLDER, index_files

    if not (site / "index.html").is_file():
        raise GeneratorError(f"There is no finished site in {site}.", "Build it first.")
    made = index_files(site)
    below = {path.removeprefix(f"{FOLDER}/"): content for path, content in made.items()}
    bring(site / FOLDER, below)
    return len(made)


def schemas(settings: Settings) -> Written:
    """Bring JSON Schemas and editors' settings to what the model says; return what changed."""
    files = {settings.root / path: content for path, content in schema_files().items()}
    changed = {place.relative_to(settings.root).as_posix() for place in replace_all(files)}
    return Written(tuple(sorted(changed)))


def add_form_editor(settings: Settings, repository: str | None, branch: str) -> Written:
    """Put the form editor into the built site; GeneratorError where there is none, or faults."""
    if not (settings.site / "index.html").is_file():
        raise GeneratorError("There is no site yet.", "Build it first: annual-report build.")
    _, report = without_faults(settings)
    guide, page = guide_files(report.about.title), page_files(report, repository, branch)
    return bring(settings.site / EDITOR, package_files() | guide | page)


def has_form_editor(settings: Settings) -> bool:
    """Return whether the built site holds the form editor."""
    return (settings.site / EDITOR / "index.html").is_file()
