"""Three ways to build a site of hundreds of random texts: none fails, and all say the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from any_prose import Town, faults_of_page, town
from sites import SAMPLE, make_project

from generator.commands.build import docs_folder
from generator.core.settings import Settings
from generator.derive.editions.editions import open_edition
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.editions.shown import Shown
from generator.publish.site import build_site
from generator.storage.sync import files_under, sync_directory

pytestmark = pytest.mark.slow

TEXTS = {"updates": 330, "pages": 120}
LEAST = 450


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Town]:
    """Return a project whose pages are written, and the texts that are on them."""
    random_town = town(20261129, **TEXTS)
    report = random_town.report
    settings = make_project(SAMPLE, tmp_path_factory.mktemp("any-prose"))
    editions = tuple(open_edition(report, edition) for edition in report.editions)
    shown = Shown(snapshot(report, report.about.as_of), editions)
    sync_directory(settings.docs, docs_folder(settings, shown, dict).files())
    return settings, random_town


def alone(settings: Settings, to: Path) -> Path:
    """Build with MkDocs alone."""
    return _mkdocs(settings, to, accelerated=False)


def with_accelerator(settings: Settings, to: Path) -> Path:
    """Build as `annual-report build` does."""
    return _mkdocs(settings, to, accelerated=True)


def with_zensical(settings: Settings, to: Path) -> Path:
    """Build with the other builder, which stops at the first warning."""
    for name in ("overrides", "build/docs"):
        shutil.copytree(settings.root / name, to / name)
    shutil.copy(settings.mkdocs_config, to)
    program = Path(sys.executable).parent / "zensical"
    done = subprocess.run(
        [program, "build", "--strict", "-f", to / "mkdocs.yml"],
        cwd=to,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return to / "site"


def _mkdocs(settings: Settings, to: Path, *, accelerated: bool) -> Path:
    for name in ("overrides", "build/docs"):
        shutil.copytree(settings.root / name, to / name)
    shutil.copy(settings.mkdocs_config, to)
    copy = Settings(to)
    result = build_site(copy, built_on=date(2026, 11, 23), accelerated=accelerated)
    assert bool(result.alone) is not accelerated, result.alone
    return copy.site


@pytest.mark.parametrize("build", [alone, with_accelerator, with_zensical])
def test_any_prose_builds_and_stands_there_whole(
    made: tuple[Settings, Town], tmp_path: Path, build: Callable[[Settings, Path], Path]
) -> None:
    """Every text is on the site with all its words, each id once, links whole, tags nested."""
    settings, random_town = made
    site = build(settings, tmp_path)

    shown: set[str] = set()
    wrong: dict[str, list[str]] = {}
    for path in files_under(site):
        html = (site / path).read_text("utf-8") if path.endswith(".html") else ""
        if 'class="prose"' in html:
            there, faults = faults_of_page(html, random_town.texts)
            shown |= there
            wrong |= {path: faults} if faults else {}
    assert wrong == {}
    assert shown == random_town.texts.keys()
    assert len(shown) >= LEAST
