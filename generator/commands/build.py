"""The story of every command, a few lines each.

Each story loads what it needs when it is told: a check waits for no site builder.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.core.errors import GeneratorError
from generator.core.issues import Issue, errors_in, in_reading_order
from generator.core.settings import Settings
from generator.core.timings import Clockwork
from generator.storage.atomic import locked
from generator.storage.parallel import apart, beside
from generator.storage.sync import Written, bring, replace, replace_all
from generator.theme import ASSETS, TEMPLATES

if TYPE_CHECKING:
    from generator.commands.documents import Order
    from generator.derive.editions.editions import EditionThen
    from generator.derive.snapshot.snapshot import Snapshot
    from generator.editorial.editions.verify import Verified
    from generator.load.formatting import Formatted
    from generator.load.report import Loaded
    from generator.model.dates import PartialDate
    from generator.model.report import Report
    from generator.publish.pdf.finishing import Pdf
    from generator.publish.site import SiteResult
    from generator.views.print.download import Download


MANY = 100
"""Initiatives from which on rules and frozen editions are looked at on two cores at once.

The rules take about a tenth of a second for so many, three times what a copy of the process costs.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """A report and every fault that reading and rules found."""

    loaded: "Loaded"
    now: "Snapshot | None"
    """The living report; None where a fault stands in its way."""
    issues: list[Issue]
    verified: "Verified | None" = None
    """Every edition of the report, and what became of the frozen ones."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Every picture that the report and its editions show, cleaned, by name."""

    @property
    def editions(self) -> "tuple[EditionThen, ...]":
        """Return every edition of the report, in the order of their years."""
        return self.verified.editions if self.verified else ()


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run made: every fault it found and, unless one stopped it, what it wrote."""

    issues: list[Issue]
    day: date | None = None
    """The day as of which the report speaks; None where a fault stands in its way."""
    written: Written | None = None
    site: "SiteResult | None" = None


def check(settings: Settings, clockwork: Clockwork) -> Checked:
    """Read the content and hold it against every rule and against the frozen editions."""
    with clockwork.stage("start"):
        from generator.check.rule import Subject
        from generator.check.rules import check_report
        from generator.derive.snapshot.snapshot import snapshot
        from generator.derive.snapshot.visibility import settled
        from generator.editorial.editions.verify import verify
        from generator.load.report import load_report
        from generator.views.base.claims import clashes

    with clockwork.stage("read"):
        loaded = load_report(settings)
    if loaded.report is None:
        return Checked(loaded, None, in_reading_order(loaded.issues))
    with clockwork.stage("derive"):
        days = settled(loaded.report)
        now = snapshot(loaded.report, loaded.report.about.as_of, settled=days)
    with clockwork.stage("check"):
        subject = Subject(loaded.report, now, loaded.places, loaded.media, loaded.files)
        breaches, verified = beside(
            lambda: check_report(subject),
            lambda: verify(settings, loaded, days),
            worth=len(loaded.report.initiatives) >= MANY,
        )
    shared = clashes(loaded.report, loaded.places)
    with clockwork.stage("pictures"):
        from generator.commands.shown import as_shown

        now, verified, pictures = as_shown(settings, loaded, now, verified)
    found = [*loaded.issues, *breaches, *verified.issues, *shared, *pictures.issues]
    return Checked(loaded, now, in_reading_order(found), verified, pictures.cleaned)


def generate(
    settings: Settings,
    clockwork: Clockwork,
    stops: Callable[[list[Issue]], bool],
    *,
    documents: bool = False,
) -> Generated:
    """Check, and unless the issues stop it, bring `build/docs` to what the content says.

    `documents` are printed and offered only where asked for. Where another run is building in
    this folder, its end is waited for.
    """
    with _alone(settings, clockwork):
        return _generate(settings, clockwork, stops, documents=documents)


def _alone(settings: Settings, clockwork: Clockwork) -> AbstractContextManager[bool]:
    """Let one run at a time make pages and site: one would read what the other half changed."""
    waiting = "waiting for another run in this folder"
    return locked(settings.docs.parent, lambda: clockwork.announce(waiting))


def _generate(
    settings: Settings,
    clockwork: Clockwork,
    stops: Callable[[list[Issue]], bool],
    *,
    documents: bool,
) -> Generated:
    checked = check(settings, clockwork)
    if checked.now is None or stops(checked.issues):
        return Generated(checked.issues)
    written = _write_pages(settings, clockwork, checked, checked.now, documents=documents)
    return Generated(checked.issues, checked.now.day, written)


def _write_pages(
    settings: Settings,
    clockwork: Clockwork,
    checked: Checked,
    now: "Snapshot",
    *,
    documents: bool,
) -> Written:
    printed: dict[str, bytes] = {}
    offered: tuple[Download, ...] = ()
    if documents:
        with clockwork.stage("print"):
            from generator.commands.documents import downloads

            # Typst leaves threads behind, beside which the pages could not be made on all cores.
            wanted = (settings, now, checked.editions, checked.pictures)
            printed, offered = apart(lambda: downloads(*wanted))
    with clockwork.stage("render"):
        from generator.commands.site_files import site_files

        made = site_files(settings, now, checked.editions, offered, checked.pictures)
    with clockwork.stage("write"):
        return bring(settings.docs, printed | made)


def build(
    settings: Settings,
    clockwork: Clockwork,
    stops: Callable[[list[Issue]], bool],
    *,
    documents: bool = True,
    preview: bool = False,
) -> Generated:
    """Generate, and turn the pages into the public site; a `preview` stands where it is made."""
    with _alone(settings, clockwork):
        generated = _generate(settings, clockwork, stops, documents=documents)
        if generated.written is None or generated.day is None:
            return generated
        with clockwork.stage("site"):
            from generator.publish.site import build_site

            site = build_site(settings, built_on=generated.day, preview=preview)
    return Generated(generated.issues, generated.day, generated.written, site)


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


def serve(
    settings: Settings,
    rebuild: Callable[[], str],
    where: tuple[str, int, tuple[str, ...]],
    *,
    say: Callable[[str], None],
    opened: Callable[[str], None],
) -> None:
    """Show the site on this computer and call `rebuild` at each change, until interrupted.

    `rebuild` returns what stands in the way of the site; pages show it until it is fixed.
    `where` is a host, a port and more names to answer to; `opened` is called with the address of
    the site. Raises GeneratorError where that cannot be used.
    """
    from generator.publish.preview.hosts import Address
    from generator.publish.preview.server import serve as serve_site

    watched = [settings.content, settings.mkdocs_config, settings.root / "overrides"]
    watched += [TEMPLATES, ASSETS]
    serve_site(settings, rebuild, watched, say=say, address=Address(*where), opened=opened)


def asked_date(written: str) -> "PartialDate":
    """Return a date given on the command line; raises GeneratorError where it is none."""
    from pydantic_core import PydanticCustomError

    from generator.model.dates import PartialDate

    try:
        return PartialDate.parse(written)
    except PydanticCustomError as refusal:
        words = refusal.context or {}
        raise GeneratorError(
            f'"{written}" is not {words["expected"]}.', str(words["next_step"])
        ) from None


def _sound(settings: Settings) -> "tuple[Loaded, Report]":
    from generator.load.report import load_report

    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    return loaded, loaded.report


def show(settings: Settings, initiative_id: str, as_of: str | None) -> str:
    """Return how one initiative stood, in plain text.

    Raises GeneratorError for a date that is none, content with faults or an unknown initiative.
    """
    from generator.derive.snapshot.snapshot import snapshot
    from generator.editorial.updates.asking import asked_initiative, renamed_note
    from generator.render.text.terminal import plain_initiative
    from generator.views.initiatives.initiative import initiative_view
    from generator.words.english import date_words, day_words

    asked = asked_date(as_of) if as_of else None
    report = _sound(settings)[1]
    then = snapshot(report, asked or report.about.as_of)
    found = asked_initiative(report, initiative_id)
    standing = then.standing(found.id)
    if standing is None:
        raise GeneratorError(
            f'The initiative "{found.id}" is not on the record on {day_words(then.day)}.',
            f"Its proposal is dated {date_words(found.proposed.on)}; ask for a later date.",
        )
    told = renamed_note(initiative_id, found)
    return told + plain_initiative(initiative_view(then, standing))


def pdf(
    settings: Settings, order: "Order", path: Path, year: int | None = None
) -> "tuple[Checked, Pdf | None]":
    """Write the document that is ordered, of the living report or of an edition, to `path`.

    There is none where the content has errors. Raises GeneratorError where what is ordered does
    not exist or cannot be written.
    """
    checked = check(settings, Clockwork())
    if checked.now is None or errors_in(checked.issues):
        return checked, None
    from generator.commands.documents import press

    ready = press(settings, checked.now, checked.editions, year, checked.pictures)
    made = ready.print(order)
    replace(path, made.content)
    return checked, made


def fmt(settings: Settings, *, write: bool) -> "Formatted":
    """Return what the normal form changes in the content, and write it if asked to.

    Nothing is written while any file has a fault.
    """
    from generator.load.formatting import format_content

    formatted = format_content(settings)
    if write and not formatted.issues:
        replace_all({settings.root / path: raw for path, raw in formatted.changed.items()})
    return formatted


def freeze(settings: Settings, year: int) -> tuple[Checked, list[str]]:
    """Freeze an edition unless the content has errors; return the paths that were written.

    Raises GeneratorError where the edition cannot be frozen.
    """
    checked = check(settings, Clockwork())
    # V009: files beside an open edition are what a freezing that was interrupted left.
    if checked.loaded.report is None or {i.code for i in errors_in(checked.issues)} - {"V009"}:
        return checked, []
    from generator.editorial.editions.freeze import freeze as freeze_edition

    files = freeze_edition(checked.loaded.report, year)
    written = replace_all({settings.content / path: raw for path, raw in files.items()})
    return checked, [path.relative_to(settings.content).as_posix() for path in written]


def verify_editions(settings: Settings) -> "Verified":
    """Return what is at fault with the frozen editions, and what was found about their times.

    Raises GeneratorError where the content has faults that stand in the way.
    """
    from generator.editorial.editions.verify import verify

    return verify(settings, _sound(settings)[0])


def diff(settings: Settings, before: str, after: str) -> str:
    """Return what changed between two dates, editions or revisions, in sentences by kind.

    Raises GeneratorError where the content has faults or a word means none of these.
    """
    from generator.editorial.editions.comparing import compare, point
    from generator.editorial.editions.verify import verify
    from generator.render.text.terminal import plain_changes
    from generator.views.changes.changes import groups

    loaded, report = _sound(settings)
    editions = verify(settings, loaded).as_frozen()
    one, two = (point(settings, report, editions, word) for word in (before, after))
    told = groups(two.then.report, compare(one, two), "changes")
    return f"From {one.name} to {two.name}\n\n{plain_changes(told)}"


def schemas(settings: Settings) -> Written:
    """Bring JSON Schemas and editors' settings to what the model says; return what changed."""
    from generator.export.schemas import schema_files

    files = {settings.root / path: content for path, content in schema_files().items()}
    changed = {place.relative_to(settings.root).as_posix() for place in replace_all(files)}
    return Written(tuple(sorted(changed)))


def add_form_editor(settings: Settings, repository: str | None, branch: str) -> Written:
    """Put the form editor into the built site; GeneratorError where there is none, or faults."""
    from generator.editorial.cms.bundle import package_files, page_files
    from generator.editorial.cms.guide import guide_files
    from generator.publish.site import EDITOR

    if not (settings.site / "index.html").is_file():
        raise GeneratorError("There is no site yet.", "Build it first: annual-report build.")
    report = _sound(settings)[1]
    guide, page = guide_files(report.about.title), page_files(report, repository, branch)
    return bring(settings.site / EDITOR, package_files() | guide | page)


def has_form_editor(settings: Settings) -> bool:
    """Return whether the built site holds the form editor."""
    from generator.publish.site import EDITOR

    return (settings.site / EDITOR / "index.html").is_file()
