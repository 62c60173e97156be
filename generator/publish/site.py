"""Turn the generated Markdown into the public site with MkDocs, used as a library.

MkDocs writes into a staging folder; the site is then brought to it file by file, so that a
build that fails, or is killed, leaves every public file whole. Whatever MkDocs warns of stops
the build. No date comes from the clock.
"""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import Lock

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.errors import GeneratorError
from generator.output import Written, bring, files_under
from generator.publish.page_policy import scripts_of_theme, with_policy
from generator.settings import Settings

EDITOR = "edit"
"""Folder of the site that holds the form editor; a build of the pages leaves it alone."""

_ONE_BUILD_AT_A_TIME = Lock()
_CHECKBOX = re.compile(rb"<input\b[^>]*>")
_AUTOCOMPLETE = re.compile(rb"""\sautocomplete=(?:"[^"]*"|'[^']*'|[^\s>]+)""")


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A built site: how many pages it has and what changed in the public folder."""

    pages: int
    written: Written


def build_site(settings: Settings, *, built_on: date) -> SiteResult:
    """Build `settings.docs` into `settings.site`, dated `built_on`, and say what changed.

    Raises GeneratorError with every warning when MkDocs has one: a broken link, a missing page;
    and where a page holds a script that is not the theme's own.
    """
    if not settings.docs.is_dir():
        raise GeneratorError(
            f"There are no generated pages in {settings.docs}.",
            "Generate them first: annual-report generate.",
        )
    with _ONE_BUILD_AT_A_TIME, _fixed_surroundings(built_on), _collected() as warnings:
        failure = _run_mkdocs(settings)
    if failure or warnings:
        raise _refusal([*warnings, *failure])
    staged = files_under(settings.staging)
    files = _finished({path: (settings.staging / path).read_bytes() for path in staged})
    pages = sum(path.endswith(".html") for path in files)
    return SiteResult(pages, bring(settings.site, files, keep=[EDITOR]))


def _run_mkdocs(settings: Settings) -> list[str]:
    """Build into the staging folder; return what stopped it, if anything did."""
    try:
        config = load_config(
            config_file=str(settings.mkdocs_config),
            docs_dir=str(settings.docs),
            site_dir=str(settings.staging),
            strict=True,
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except Abort:
        return []
    except TemplateSyntaxError as error:
        return [f"{error.filename or error.name}, line {error.lineno}: {error.message}"]
    except (MkDocsException, TemplateError, OSError) as error:
        return [str(error)]
    return []


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


def _refusal(messages: list[str]) -> GeneratorError:
    listed = "\n".join(f"  - {message}" for message in dict.fromkeys(messages))
    return GeneratorError(
        f"The site was not built; the last good one stays. MkDocs found:\n{listed}\n",
        "A link inside content is mended there; anything else is a fault of this program.",
    )


def _finished(staged: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the staged files as they are published."""
    allowed = scripts_of_theme(staged.get("404.html", b""))
    return {
        path: with_policy(_CHECKBOX.sub(_without_autocomplete, content), path, allowed)
        if path.endswith(".html")
        else content
        for path, content in staged.items()
    }


def _without_autocomplete(found: re.Match[bytes]) -> bytes:
    """Take `autocomplete` off checkboxes, where HTML does not allow what the theme writes."""
    tag = found[0]
    return _AUTOCOMPLETE.sub(b"", tag) if b"checkbox" in tag else tag
