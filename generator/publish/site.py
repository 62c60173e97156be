"""Turn the generated Markdown into the public site with MkDocs, used as a library.

MkDocs writes into a staging folder; the site is then brought to it file by file, so that a
build that fails, or is killed, leaves every public file whole. Whatever MkDocs warns of stops
the build. No date comes from the clock.
"""

import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.core.errors import GeneratorError, refused
from generator.core.settings import Settings
from generator.publish.accelerator.plugin import Accelerator
from generator.publish.configuration import about, write_configuration
from generator.publish.origins import content_of
from generator.publish.policy import scripts_of_theme, with_policy
from generator.publish.search import index_files
from generator.storage.sync import Written, bring, files_under

ERROR_PAGE = "404.html"
"""The page that holds no content; it is made before all others."""

EDITOR = "edit"
"""Folder of the site that holds the form editor; a build of the pages leaves it alone."""

_ONE_BUILD_AT_A_TIME = Lock()
_PAGE = re.compile(r"'([^']+\.md)'")
"""How MkDocs names a page in its messages."""
_MOST_FILES = 8
_CHECKBOX = re.compile(rb"<input\b[^>]*>")
_AUTOCOMPLETE = re.compile(rb"""\sautocomplete=(?:"[^"]*"|'[^']*'|[^\s>]+)""")


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A built site: how many pages it has and what changed in the public folder."""

    pages: int
    written: Written
    alone: str = ""
    """Why MkDocs worked without the accelerator, where it did."""
    address: str = ""
    """Where the site will be published, as it was told; empty where nobody said."""


def build_site(
    settings: Settings, *, built_on: date, preview: bool = False, accelerated: bool = True
) -> SiteResult:
    """Build `settings.docs` into `settings.site`, dated `built_on`, and say what changed.

    The error page and sitemap.xml lead to where the site will be published: as its configuration
    says (SITE_URL), else report.yml; a `preview` is looked at where it is made. The
    accelerator spares MkDocs what stands already; the site is the same without it.
    Raises GeneratorError with every warning when MkDocs has one: a broken link, a missing page;
    and where a page holds a script that is not the theme's own.
    """
    if not settings.docs.is_dir():
        raise GeneratorError(
            f"There are no generated pages in {settings.docs}.",
            "Generate them first: annual-report generate.",
        )
    with (
        _ONE_BUILD_AT_A_TIME,
        _fixed_surroundings(built_on),
        _collected() as warnings,
        _staged(settings) as staging,
    ):
        accelerator = _accelerator(accelerated=accelerated)
        address = "" if preview else str(about(settings).get("site") or "")
        failure, address = _run_mkdocs(settings, staging, accelerator, address)
        if failure or warnings:
            raise _refusal([*warnings, *failure], settings.content)
        return replace(_published(settings, staging, accelerator), address=address)


def _accelerator(*, accelerated: bool) -> Accelerator:
    accelerator = Accelerator()
    accelerator.load_config({})
    accelerator.switched_off = not accelerated
    accelerator.finish = _Finishing()
    return accelerator


@contextmanager
def _staged(settings: Settings) -> Iterator[Path]:
    """Give a folder of this run's own: what a killed run left may still be written to."""
    settings.staging.mkdir(parents=True, exist_ok=True)
    for left in settings.staging.iterdir():
        if not _is_running(left.name):
            shutil.rmtree(left, ignore_errors=True)
            left.unlink(missing_ok=True) if left.is_file() else None
    staging = settings.staging / str(os.getpid())
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _is_running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return int(process) != os.getpid()


def _run_mkdocs(
    settings: Settings, staging: Path, accelerator: Accelerator, address: str
) -> tuple[list[str], str]:
    """Build into the staging folder; return what stopped it, if anything did, and the address."""
    try:
        config = load_config(
            config_file=str(write_configuration(settings)),
            config_file_path=str(settings.mkdocs_config),
            docs_dir=str(settings.docs),
            site_dir=str(staging),
            strict=True,
        )
        config.site_url = address = config.site_url or (address and f"{address.rstrip('/')}/")
        for plugin in config.plugins.values():
            # One that mkdocs.yml names knows nothing of where this site is published.
            if isinstance(plugin, Accelerator):
                plugin.switched_off = True
        config.plugins["our accelerator"] = accelerator
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort:
        return [], address
    except TemplateSyntaxError as error:
        return [f"{error.filename or error.name}, line {error.lineno}: {error.message}"], address
    except OSError as error:
        return [refused(error, "build the site with").message], address
    except (MkDocsException, TemplateError) as error:
        return [str(error)], address
    except Exception as error:  # noqa: BLE001 - a part of MkDocs that fails is told as well
        return [f"{type(error).__name__}: {error}"], address
    return [], address


def _published(settings: Settings, staging: Path, accelerator: Accelerator) -> SiteResult:
    """Bring the public folder to what was built, its search index included."""
    made = {path: staging / path for path in files_under(staging)}
    pages = [path for path in made if path.endswith(".html")]
    for path in pages:
        if (settings.docs / path).is_file():
            # Taken over as it is; pages from Markdown are finished as they are made.
            made[path].write_bytes(accelerator.finish(made[path].read_bytes(), path))
    index = index_files(staging)
    written = bring(settings.site, {**made, **index}, keep=[EDITOR])
    return SiteResult(len(pages), written, accelerator.aside)


@contextmanager
def _fixed_surroundings(built_on: date) -> Iterator[None]:
    """Give MkDocs its date and quiet its notice about MkDocs 2: it reads both from outside."""
    midnight = datetime(built_on.year, built_on.month, built_on.day, tzinfo=UTC)
    wanted = {
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _collected() -> Iterator[list[str]]:
    """Collect MkDocs' warnings; nothing of its own reaches the terminal meanwhile."""
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    before = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def _refusal(messages: list[str], content: Path) -> GeneratorError:
    told = (f"{message}{_whence(message, content)}" for message in dict.fromkeys(messages))
    listed = "\n".join(f"  - {message}" for message in told)
    return GeneratorError(
        f"The site was not built; the last good one stays. MkDocs found:\n{listed}\n",
        "A link or a text in the files named is fixed there: take back what was last changed in"
        " them, or write it more simply. Anything else is a fault of this program.",
    )


def _whence(message: str, content: Path) -> str:
    """Return in brackets which content the page is made of that a message names, if it does."""
    page = _PAGE.search(message)
    files = content_of(page[1], content) if page else []
    shown = ", ".join(files[:_MOST_FILES])
    more = f" and {len(files) - _MOST_FILES} more" if len(files) > _MOST_FILES else ""
    return f" (the page is made of {shown}{more})" if files else ""


class _Finishing:
    """Turns pages as MkDocs prints them into pages as they are published.

    The error page comes first: it holds no content, so that its scripts are the theme's own.
    """

    def __init__(self) -> None:
        self._allowed: frozenset[bytes] = frozenset()

    def __call__(self, page: bytes, path: str) -> bytes:
        if not path.endswith(".html"):
            return page
        if path == ERROR_PAGE:
            self._allowed = scripts_of_theme(page)
        return with_policy(_CHECKBOX.sub(_without_autocomplete, page), path, self._allowed)


def _without_autocomplete(found: re.Match[bytes]) -> bytes:
    """Take `autocomplete` off checkboxes, where HTML does not allow what the theme writes."""
    tag = found[0]
    return _AUTOCOMPLETE.sub(b"", tag) if b"checkbox" in tag else tag
