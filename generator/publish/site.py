"""Turn the generated Markdown into the public site with MkDocs, used as a library.

MkDocs writes into a staging folder; the site is then brought to it file by file, so that a
build that fails, or is killed, leaves every public file whole. Whatever MkDocs warns of stops
the build. No date comes from the clock.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.core.errors import GeneratorError, refused
from generator.core.settings import EDITOR, Settings
from generator.publish.accelerator.building import build_pages
from generator.publish.accelerator.messages import collected
from generator.publish.configuration import whole_configuration, write_configuration
from generator.publish.offline import NAME as ARCHIVE
from generator.publish.offline import write_archive
from generator.publish.origins import content_of
from generator.publish.page_finishing import Finishing
from generator.publish.search import index_files
from generator.publish.site_languages import (
    ENGLISH_ONLY,
    SiteLanguage,
    folder_of,
    settings_by_language,
)
from generator.publish.theme_files import unused_theme_files
from generator.storage.sync import SyncResult, files_under, sync_directory

_PAGE = re.compile(r"'([^']+\.md)'")
"""How MkDocs names a page in its messages."""
_MOST_FILES = 8
_FOR_CRAWLERS = ("sitemap.xml", "sitemap.xml.gz", "robots.txt")


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A built site: how many pages it has and what changed in the public folder."""

    pages: int
    written: SyncResult
    alone: str = ""
    """Why MkDocs worked without the accelerator, where it did."""
    address: str = ""
    """Where the site will be published, as it was told; empty where nobody said."""


def build_site(  # noqa: PLR0913 - what a site is made of
    settings: Settings,
    *,
    built_on: date,
    languages: Sequence[SiteLanguage] = ENGLISH_ONLY,
    address: str = "",
    accelerated: bool = True,
    archived: bool = False,
) -> SiteResult:
    """Build the pages of each language into `settings.site`, dated `built_on`; say what changed.

    The error page and sitemap.xml lead to where the site will be published: as its configuration
    says (SITE_URL), else to `address`; without any, to the top of the host. The accelerator makes
    the site that MkDocs alone would make. Raises GeneratorError with every warning when MkDocs has
    one: a broken link, a missing page; and where a page holds a script that is not the theme's own.
    An `archived` site also holds itself as a ZIP file, to be read without a server.
    """
    by_language = settings_by_language(settings, languages)
    for one in by_language.values():
        if not one.docs.is_dir():
            raise GeneratorError(
                f"There are no generated pages in {one.docs}.",
                "Generate them first: annual-report generate.",
            )
    alone = "" if accelerated else "that was asked for"
    with (
        fixed_surroundings(built_on),
        collected() as warnings,
        _staged(settings) as staging,
    ):
        made = [_Built(one, staging / tag, alone) for tag, one in by_language.items()]
        failures = [failure for built in made for failure in _failure(built, languages, address)]
        if failures or warnings:
            raise _refusal([*warnings, *failures], settings.content)
        return _published(settings, made, archived=archived)


@dataclass(slots=True)
class _Built:
    """What is known of the site of one language while it is built."""

    settings: Settings
    staging: Path
    alone: str
    address: str = ""
    config: MkDocsConfig | None = None
    finishing: Finishing = field(default_factory=Finishing)


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
    if sys.platform == "win32":
        # No process is asked there but by ending it. The lock of the folder keeps other runs out.
        return False
    else:  # noqa: RET505 - what is not looked at for one system is an else to type checkers
        try:
            os.kill(int(process), 0)
        except (ValueError, ProcessLookupError, OverflowError):
            return False
        except OSError:
            return True
        return int(process) != os.getpid()


def _failure(built: _Built, languages: Sequence[SiteLanguage], address: str) -> list[str]:
    """Build into the staging folder; return what stopped it, if anything did."""
    settings = built.settings
    try:
        write_configuration(settings, languages, address)
        folders = settings.docs, built.staging
        config = configured(settings, *folders, built.finishing, languages, address)
        built.address, built.config = config.site_url or "", config
        built.alone = built.alone or build_pages(config)
        if built.alone:
            _build_alone(config)
    except Abort:
        return []
    except TemplateSyntaxError as error:
        return [f"{error.filename or error.name}, line {error.lineno}: {error.message}"]
    except OSError as error:
        return [refused(error, "build the site with").message]
    except (MkDocsException, TemplateError) as error:
        return [str(error)]
    except Exception as error:  # noqa: BLE001 - a part of MkDocs that fails is told as well
        return [f"{type(error).__name__}: {error}"]
    return []


def configured(  # noqa: PLR0913, PLR0917 - what a site is made of
    settings: Settings,
    docs: Path,
    site: Path,
    finishing: Finishing,
    languages: Sequence[SiteLanguage],
    address: str = "",
) -> MkDocsConfig:
    """Return the site's configuration, for pages of one folder that are written to another.

    Raises MkDocs' own errors, Abort among them after what was found has been logged.
    """
    config = load_config(
        config_file=BytesIO(whole_configuration(settings, languages, address)),
        config_file_path=str(settings.mkdocs_config),
        docs_dir=str(docs),
        site_dir=str(site),
        strict=True,
    )
    config.plugins["finishing"] = finishing
    return config


def _build_alone(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _published(settings: Settings, made: Sequence[_Built], *, archived: bool) -> SiteResult:
    """Bring the public folder to what was built, the first language at its top."""
    files: dict[str, bytes | Path] = {}
    for built in made:
        folder = folder_of(built.settings.language)
        files |= {f"{folder}{path}": file for path, file in _finished(built).items()}
    pages = sum(path.endswith(".html") for path in files)
    if archived:
        archive = settings.staging / f"{os.getpid()}.zip"
        tops = [folder_of(built.settings.language) for built in made]
        write_archive(archive, files, tops, made[0].address)
        files[ARCHIVE] = archive
    written = sync_directory(settings.site, files, keep=[EDITOR])
    return SiteResult(pages, written, made[0].alone, made[0].address)


def _finished(built: _Built) -> dict[str, bytes | Path]:
    """Return the files of the site of one language, its search index included."""
    staging, is_first = built.staging, not built.settings.language
    files: dict[str, bytes | Path] = {path: staging / path for path in files_under(staging)}
    for path in files:
        if path.endswith(".html") and (built.settings.docs / path).is_file():
            # Taken over as it is; pages from Markdown are finished as they are made.
            page = staging / path
            page.write_bytes(built.finishing.finished(page.read_bytes(), path))
    # The first language's list of pages has those of all, and crawlers read rules at the top alone.
    left_out = {path for path in _FOR_CRAWLERS if not is_first}
    if built.config:
        left_out |= unused_theme_files(built.config, files)
    index = index_files(staging)
    return {path: file for path, file in files.items() if path not in left_out} | index


@contextmanager
def fixed_surroundings(built_on: date) -> Iterator[None]:
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


def _refusal(messages: list[str], content: Path) -> GeneratorError:
    told = (f"{message}{_content_origin(message, content)}" for message in dict.fromkeys(messages))
    listed = "\n".join(f"  - {message}" for message in told)
    return GeneratorError(
        f"The site was not built; the last good one is still in place. MkDocs found:\n{listed}\n",
        "If the problem is a link or text in these files, fix it there: undo the last change, or "
        "write it more simply. Anything else is a bug in this program.",
    )


def _content_origin(message: str, content: Path) -> str:
    """Return in brackets which content the page is made of that a message names, if it does."""
    page = _PAGE.search(message)
    files = content_of(page[1], content) if page else []
    shown = ", ".join(files[:_MOST_FILES])
    more = f" and {len(files) - _MOST_FILES} more" if len(files) > _MOST_FILES else ""
    return f" (the page is made from {shown}{more})" if files else ""
