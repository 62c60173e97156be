"""From content to pages, and from pages to the public site."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.check import CheckResult, check, without_faults
from generator.core.errors import GeneratorError
from generator.core.issues import Issue
from generator.core.settings import EDITOR, Settings
from generator.core.timings import Timings
from generator.editorial.cms.bundle import package_files, page_files
from generator.editorial.cms.guide import guide_files
from generator.editorial.editions.frozen_files import frozen_files
from generator.editorial.editions.shown import SaidReport, Shown, said_in_each
from generator.editorial.meetings.archive import presented_files
from generator.export.schemas import schema_files
from generator.load.files import find_files
from generator.model.keys import RoleKind
from generator.publish.docs_folder import DocsFolder
from generator.publish.site_languages import SiteLanguage
from generator.storage.atomic import locked
from generator.storage.sync import SyncResult, replace_all, sync_directory
from generator.words.report_language import language_of

if TYPE_CHECKING:
    from generator.publish.site import SiteResult

Stops = Callable[[list[Issue]], bool]
"""Tells whether issues stop a run."""


@dataclass(frozen=True, slots=True)
class GenerateResult:
    """The outcome of a run: every fault found and, unless one stopped it, what was written."""

    issues: list[Issue]
    shown: Shown | None = None
    """The report and its editions as they were written; None where a fault prevents it."""
    written: SyncResult | None = None
    languages: tuple[SiteLanguage, ...] = ()
    """The languages in which pages were written."""
    site: "SiteResult | None" = None

    @property
    def day(self) -> date | None:
        """The day as of which the report speaks; None where a fault prevents it."""
        return self.shown.now.day if self.shown else None


def generate(
    settings: Settings, timings: Timings, stops: Stops, *, documents: bool = False
) -> GenerateResult:
    """Check, and unless the issues stop it, bring `build/docs` to what the content says.

    `documents` are printed and offered only where asked for. Where another run is building in
    this folder, its end is waited for.
    """
    with _exclusive(settings, timings):
        return _generate(settings, timings, stops, documents=documents)


def build(
    settings: Settings,
    timings: Timings,
    stops: Stops,
    *,
    documents: bool = True,
    preview: bool = False,
) -> GenerateResult:
    """Generate, and turn the pages into the public site; a `preview` is looked at where it is."""
    with _exclusive(settings, timings):
        generated = _generate(settings, timings, stops, documents=documents)
        if generated.shown is None:
            return generated
        now = generated.shown.now
        with timings.stage("site"):
            # Only here: a check waits for no site builder.
            from generator.publish.site import build_site

            address = "" if preview else str(now.report.about.site or "")
            site = build_site(
                settings,
                built_on=now.day,
                languages=generated.languages,
                address=address,
                archived=documents,
            )
    return replace(generated, site=site)


def _exclusive(settings: Settings, timings: Timings) -> AbstractContextManager[bool]:
    """Let one run at a time make pages and site: one would read what the other half changed."""
    waiting = "waiting for another run in this folder to finish"
    return locked(settings.docs.parent, lambda: timings.announce(waiting))


def _generate(
    settings: Settings, timings: Timings, stops: Stops, *, documents: bool
) -> GenerateResult:
    checked = check(settings, timings)
    if checked.shown is None or stops(checked.issues):
        return GenerateResult(checked.issues)
    said = said_in_each(settings, checked.shown, checked.loaded.translations)
    folders = docs_folders(docs_folder(settings, checked.shown, lambda: checked.pictures), said)
    written = SyncResult()
    for one, folder in zip(said, folders, strict=True):
        asked = one if documents else None
        written += _write_pages(settings, timings, checked, folder, asked)
    languages = tuple(folder.site_language for folder in folders)
    return GenerateResult(checked.issues, checked.shown, written, languages)


def _write_pages(
    settings: Settings,
    timings: Timings,
    checked: CheckResult,
    folder: DocsFolder,
    printed_from: SaidReport | None,
) -> SyncResult:
    """Write the pages of one language, and its documents where there is what to print."""
    printed: dict[str, bytes] = {}
    if printed_from and checked.shown:
        with timings.stage("print"):
            from generator.commands.documents import downloads

            printed, offered = downloads(settings, checked.shown, checked.pictures, printed_from)
            folder = replace(folder, downloads=offered)
    with timings.stage("render"):
        made = folder.files()
    with timings.stage("write"):
        return sync_directory(settings.in_language(folder.language).docs, printed | made)


def docs_folders(first: DocsFolder, said: Iterable[SaidReport]) -> tuple[DocsFolder, ...]:
    """Return what the site builder gets of a report in each of its languages."""
    _, *further = said
    return (
        first,
        *(
            first.in_language(one.words, (one.shown.now, one.shown.editions), one.counts)
            for one in further
        ),
    )


def docs_folder(
    settings: Settings, shown: Shown, pictures: Callable[[], Mapping[str, bytes]]
) -> DocsFolder:
    """Return the files that a report and its editions give; `pictures` finds those to be seen."""
    return DocsFolder(
        shown.now,
        shown.editions,
        language_of(shown.now.report),
        {
            **frozen_files(settings, shown.editions),
            **presented_files(settings, shown.now.report.meetings),
        },
        pictures,
    )


def index(site: Path) -> int:
    """Put the search index into a finished site; return of how many files it is.

    Raises GeneratorError if there is no site, or the index cannot be made.
    """
    from generator.publish.search import FOLDER, index_files

    if not (site / "index.html").is_file():
        raise GeneratorError(f"There is no finished site in {site}.", "Build it first.")
    made = index_files(site)
    below = {path.removeprefix(f"{FOLDER}/"): content for path, content in made.items()}
    sync_directory(site / FOLDER, below)
    return len(made)


def schemas(settings: Settings) -> SyncResult:
    """Bring JSON Schemas and editors' settings to what the model says; return what changed."""
    files = {settings.root / path: content for path, content in schema_files().items()}
    changed = {place.relative_to(settings.root).as_posix() for place in replace_all(files)}
    return SyncResult(tuple(sorted(changed)))


def add_form_editor(settings: Settings, repository: str | None, branch: str) -> SyncResult:
    """Put the form editor into the built site; GeneratorError where there is none, or faults."""
    if not (settings.site / "index.html").is_file():
        raise GeneratorError("There is no site yet.", "Build it first: annual-report build.")
    _, report = without_faults(settings)
    files, _ = find_files(settings)
    split = files.of_sources if files.source_files else ()
    unasked = [kind.value for kind in RoleKind if kind not in report.about.roles.asked]
    guide = guide_files(report.about.title, unasked)
    page = page_files(report, repository, branch, split)
    return sync_directory(settings.site / EDITOR, package_files() | guide | page)


def has_form_editor(settings: Settings) -> bool:
    """Return whether the built site holds the form editor."""
    return (settings.site / EDITOR / "index.html").is_file()
