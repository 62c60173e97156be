"""Who is measured: our tool with and without its accelerator, and the other builders."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.projects import BIN, ROOT, TOOL, Town

OWN = "ours"
"""What ours is called where but one thing of it is measured."""
LARGEST_IN_NAV = 2_000
"""Above, a nav of every page takes a quarter of an hour and ten gigabytes for one build."""
OFTEN = 500
"""Above, a nav of every page takes minutes, so that it is built `SELDOM` times and no more."""
SELDOM = 2


@dataclass(frozen=True, slots=True)
class Builder:
    """One way to make the site."""

    name: str
    project: Callable[[Town], Path]
    command: Callable[[Path], Sequence[str | Path]]
    site: str = "site"
    """Folder of the finished site below the project."""
    leftovers: tuple[str, ...] = ()
    """What a build keeps for the next one besides the site."""
    env: Mapping[str, str] = field(default_factory=dict)
    largest: int = 1_000_000
    """Initiatives above which it is left out."""
    seldom_above: int = 1_000_000
    """Initiatives above which it is built twice at most."""

    def takes_part(self, number: int, turn: int) -> bool:
        """Return whether it is measured in a turn, counted from 0, of so many initiatives."""
        return number <= self.largest and (turn < SELDOM or number <= self.seldom_above)

    def clear(self, town: Town) -> None:
        """Take away everything that an earlier build left behind."""
        for name in (self.site, *self.leftovers):
            shutil.rmtree(self.project(town) / name, ignore_errors=True)


def _ours(project: Path) -> list[str | Path]:
    return [TOOL, "--project", project, "build", "--no-documents"]


def _mkdocs(project: Path) -> list[str | Path]:
    return [BIN / "mkdocs", "build", "--quiet", "--config-file", project / "mkdocs.yml"]


def _ours_plain(project: Path) -> list[str | Path]:
    return [BIN / "python", "-m", "tests.bench.unaccelerated", *_ours(project)[1:]]


def _pages_alone(project: Path) -> list[str | Path]:
    return [BIN / "python", "-m", "tests.bench.pages_alone", project]


PAGES = Builder(
    "ours, pages alone",
    lambda town: town.folder / "pages",
    _pages_alone,
    leftovers=("build/staging",),
)
PAGES_PLAIN = Builder(
    "ours, pages alone, not accelerated",
    lambda town: town.folder / "pages-plain",
    lambda project: [*_pages_alone(project), "--plain"],
    leftovers=("build/staging",),
)
OURS = Builder("ours, whole build", lambda town: town.ours, _ours, leftovers=("build",))
OURS_PLAIN = Builder(
    "ours, whole build, not accelerated",
    lambda town: town.plain,
    _ours_plain,
    leftovers=("build",),
)
FLAT = Builder("MkDocs, flat nav", lambda town: town.flat, _mkdocs)
NAV = Builder(
    "MkDocs, all in nav",
    lambda town: town.folder / "nav",
    _mkdocs,
    largest=LARGEST_IN_NAV,
    seldom_above=OFTEN,
)
ZENSICAL = Builder(
    "Zensical, flat nav",
    lambda town: town.folder / "zensical",
    lambda project: [BIN / "zensical", "build", "-f", project / "mkdocs.yml"],
    leftovers=(".cache",),
)
HUGO = Builder(
    "Hugo",
    lambda town: town.folder / "hugo",
    lambda project: [BIN / "hugo", "build", "--source", project, "--quiet"],
    site="public",
    leftovers=("resources",),
    env={"HUGO_MODULE_PROXY": "off", "HUGO_SECURITY_HTTP_URLS": "none"},
)

BUILDERS = (PAGES, PAGES_PLAIN, FLAT, NAV, ZENSICAL, HUGO, OURS, OURS_PLAIN)

GENERATE: Callable[[Path], list[str | Path]] = lambda project: [  # noqa: E731 - one line says it
    TOOL,
    "--project",
    project,
    "generate",
]
PARSE = [BIN / "python", ROOT / "tests" / "bench" / "parsing.py"]
