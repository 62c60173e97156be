"""The story of every command, a few lines each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from time import perf_counter

from pydantic_core import PydanticCustomError

from generator.check.rule import Subject
from generator.check.rules import check_report
from generator.derive.editions import EditionThen
from generator.derive.snapshot import Snapshot, snapshot
from generator.derive.tables.report import report_tables
from generator.derive.wording import day_words
from generator.editorial.comparing import compare, point
from generator.editorial.edition_files import frozen_files
from generator.editorial.form_editor.bundle import package_files, page_files
from generator.editorial.form_editor.collections import CONFIGURATION, configuration
from generator.editorial.form_editor.guide import guide_files
from generator.editorial.freeze import freeze as freeze_edition
from generator.editorial.verify import Verified, verify
from generator.errors import GeneratorError
from generator.export.data_files import data_files
from generator.export.schemas import schema_files
from generator.issues import Issue, errors_in, in_reading_order
from generator.load.files import MEDIA_ENDINGS
from generator.load.formatting import Formatted, format_content
from generator.load.report import Loaded, load_report
from generator.model.dates import PartialDate
from generator.output import Written, bring, replace
from generator.pages.changes import groups
from generator.pages.data import data_page
from generator.pages.documents.download import Download
from generator.pages.initiative import initiative_view
from generator.pages.page import Frame
from generator.pages.site import pages
from generator.printing import Order, downloads, press
from generator.publish.pdf_finish import Pdf
from generator.publish.serve import serve as serve_site
from generator.publish.site import EDITOR, SiteResult, build_site
from generator.render.site import render_site
from generator.render.terminal import plain_changes, plain_initiative
from generator.settings import Settings

ASSETS = Path(__file__).parent / "assets"


@dataclass(slots=True)
class Clockwork:
    """Tells which stage a run is in, and keeps the seconds each took."""

    announce: Callable[[str], None] = lambda _: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Announce and measure what is done inside."""
        self.announce(name)
        started = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + perf_counter() - started


@dataclass(frozen=True, slots=True)
class Checked:
    """A report and every fault that reading and rules found."""

    loaded: Loaded
    now: Snapshot | None
    """The living report; None where a fault stands in its way."""
    issues: list[Issue]
    verified: Verified = field(default_factory=lambda: Verified((), [], {}))
    """Every edition of the report, and what became of the frozen ones."""


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run made: what it checked and, unless a fault stopped it, what it wrote."""

    checked: Checked
    written: Written | None = None
    site: SiteResult | None = None


def check(settings: Settings, clockwork: Clockwork) -> Checked:
    """Read the content and hold it against every rule and against the frozen editions."""
    with clockwork.stage("read"):
        loaded = load_report(settings)
    if loaded.report is None:
        return Checked(loaded, None, in_reading_order(loaded.issues))
    with clockwork.stage("derive"):
        now = snapshot(loaded.report, loaded.report.about.as_of)
    with clockwork.stage("check"):
        subject = Subject(loaded.report, now, loaded.places, loaded.media, loaded.files)
        found = check_report(subject)
    with clockwork.stage("verify"):
        verified = verify(settings, loaded)
    issues = in_reading_order([*loaded.issues, *found, *verified.issues])
    return Checked(loaded, now, issues, verified)


def generate(
    settings: Settings,
    clockwork: Clockwork,
    stops: Callable[[list[Issue]], bool],
    *,
    documents: bool = False,
) -> Generated:
    """Check, and unless the issues stop it, bring `build/docs` to what the content says.

    `documents` are printed and offered only where asked for.
    """
    checked = check(settings, clockwork)
    if checked.now is None or stops(checked.issues):
        return Generated(checked)
    editions = checked.verified.editions
    printed: dict[str, bytes] = {}
    offered: tuple[Download, ...] = ()
    if documents:
        with clockwork.stage("print"):
            printed, offered = downloads(settings, checked.now, editions)
    with clockwork.stage("render"):
        files = printed | site_files(settings, checked.now, editions, offered)
    with clockwork.stage("write"):
        written = bring(settings.docs, files)
    return Generated(checked, written)


def build(
    settings: Settings,
    clockwork: Clockwork,
    stops: Callable[[list[Issue]], bool],
    *,
    documents: bool = True,
) -> Generated:
    """Generate, and turn the pages into the public site."""
    generated = generate(settings, clockwork, stops, documents=documents)
    if generated.written is None or generated.checked.now is None:
        return generated
    with clockwork.stage("site"):
        site = build_site(settings, built_on=generated.checked.now.day)
    return Generated(generated.checked, generated.written, site)


def site_files(
    settings: Settings,
    now: Snapshot,
    editions: tuple[EditionThen, ...] = (),
    offered: tuple[Download, ...] = (),
) -> dict[str, bytes]:
    """Return every file of `build/docs`: pages, data, assets and media, by path."""
    about = now.report.about
    frame = Frame(about.disclaimer, about.licence.title, day_words(now.day))
    tables = report_tables(now)
    data = data_files(now, tables) | frozen_files(settings, editions)
    sizes = {path: len(content) for path, content in data.items()}
    listed = (*pages(now, editions, offered), data_page(now, tables, sizes, offered))
    files = {path: text.encode() for path, text in render_site(listed, frame).items()}
    files |= data
    files |= _files_of(ASSETS, "assets")
    media = _files_of(settings.content / "media", "media")
    return files | {path: raw for path, raw in media.items() if path.endswith(MEDIA_ENDINGS)}


def _files_of(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def serve(
    settings: Settings,
    rebuild: Callable[[], bool],
    *,
    say: Callable[[str], None],
    host: str,
    port: int,
) -> None:
    """Show the site on this computer and call `rebuild` at each change, until interrupted.

    Raises GeneratorError when the port cannot be used.
    """
    package = Path(__file__).parent
    watched = [
        settings.content,
        settings.mkdocs_config,
        settings.root / "overrides",
        package / "templates",
        ASSETS,
    ]
    serve_site(settings, rebuild, watched, say=say, host=host, port=port)


def asked_date(written: str) -> PartialDate:
    """Return a date given on the command line; raises GeneratorError where it is none."""
    try:
        return PartialDate.parse(written)
    except PydanticCustomError as refusal:
        words = refusal.context or {}
        raise GeneratorError(
            f'"{written}" is not {words["expected"]}.', str(words["next_step"])
        ) from None


def show(settings: Settings, initiative_id: str, as_of: str | None) -> str:
    """Return how one initiative stood, in plain text.

    Raises GeneratorError where the date is none, the content has faults or no such initiative is
    on the record.
    """
    asked = asked_date(as_of) if as_of else None
    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    then = snapshot(loaded.report, asked or loaded.report.about.as_of)
    standing = then.standing(initiative_id)
    if standing is None:
        known = [s.initiative.id for s in then.standings]
        near = get_close_matches(initiative_id, known, n=1)
        raise GeneratorError(
            f'There is no initiative "{initiative_id}" on the record on {day_words(then.day)}.',
            f'Did you mean "{near[0]}"?' if near else "Ids are the names of content/initiatives.",
        )
    return plain_initiative(initiative_view(then, standing))


def pdf(
    settings: Settings, order: Order, path: Path, year: int | None = None
) -> tuple[Checked, Pdf | None]:
    """Write the document that is ordered, of the living report or of an edition, to `path`.

    There is none where the content has errors. Raises GeneratorError where what is ordered does
    not exist or cannot be written.
    """
    checked = check(settings, Clockwork())
    if checked.now is None or errors_in(checked.issues):
        return checked, None
    made = press(settings, checked.now, checked.verified.editions, year).print(order)
    replace(path, made.content)
    return checked, made


def fmt(settings: Settings, *, write: bool) -> Formatted:
    """Return what the normal form changes in the content, and write it if asked to.

    Nothing is written while any file has a fault.
    """
    formatted = format_content(settings)
    if write and not formatted.issues:
        for path, content in formatted.changed.items():
            replace(settings.root / path, content)
    return formatted


def freeze(settings: Settings, year: int) -> tuple[Checked, list[str]]:
    """Freeze an edition unless the content has errors; return the paths that were written.

    Raises GeneratorError where the edition cannot be frozen.
    """
    checked = check(settings, Clockwork())
    if checked.loaded.report is None or errors_in(checked.issues):
        return checked, []
    files = freeze_edition(checked.loaded.report, year)
    return checked, [path for path in files if replace(settings.content / path, files[path])]


def verify_editions(settings: Settings) -> Verified:
    """Return what is at fault with the frozen editions, and what was found about their times.

    Raises GeneratorError where the content has faults that stand in the way.
    """
    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    return verify(settings, loaded)


def diff(settings: Settings, before: str, after: str) -> str:
    """Return what changed between two dates, editions or revisions, in sentences by kind.

    Raises GeneratorError where the content has faults or a word means none of these.
    """
    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    editions = verify(settings, loaded).editions
    one, two = (point(settings, loaded.report, editions, word) for word in (before, after))
    told = groups(two.then.report, compare(one, two), "changes")
    return f"From {one.name} to {two.name}\n\n{plain_changes(told)}"


def schemas(settings: Settings) -> Written:
    """Bring the committed JSON Schemas and the editors' settings to what the model says."""
    changed = {
        path: replace(settings.root / path, content) for path, content in schema_files().items()
    }
    return Written(
        changed=tuple(path for path, new in changed.items() if new),
        unchanged=tuple(path for path, new in changed.items() if not new),
    )


def form_editor_forms(settings: Settings, *, write: bool) -> list[str]:
    """Return the file of forms if it differs from the model's; write it if asked to."""
    path = settings.root / CONFIGURATION
    differs = not path.is_file() or path.read_bytes() != configuration()
    if write:
        replace(path, configuration())
    return [CONFIGURATION] if differs else []


def add_form_editor(settings: Settings, repository: str | None, branch: str) -> Written:
    """Put the form editor into the built site, for `repository` or the one that the report names.

    Raises GeneratorError where there is no site, the content has faults, or a package is missing.
    """
    if not (settings.site / "index.html").is_file():
        raise GeneratorError("There is no site yet.", "Build it first: annual-report build.")
    loaded = load_report(settings)
    if loaded.report is None:
        raise GeneratorError("The content has faults.", "Run annual-report check and mend them.")
    guide = guide_files(settings.root, loaded.report.about.title)
    page = page_files(loaded.report, repository, branch, guide=bool(guide))
    return bring(settings.site / EDITOR, package_files(settings.root) | guide | page)


def has_form_editor(settings: Settings) -> bool:
    """Return whether the built site holds the form editor."""
    return (settings.site / EDITOR / "index.html").is_file()
