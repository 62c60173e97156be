"""Whole sites for tests: built from the real content, from the sample town, or from a copy."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml
from made_language import MADE, TYPEFACE

from generator.commands import build
from generator.core.issues import Issue, errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.storage.sync import files_under

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT / "content"
SAMPLE = ROOT / "tests" / "sample" / "content"


@dataclass(frozen=True)
class Site:
    """A built site that can be visited."""

    settings: Settings
    address: str
    """Where it is served, with a slash at the end."""
    below: str = ""
    """The folder of a further language, where only that is visited, with a slash at the end."""

    @cached_property
    def pages(self) -> dict[str, Path]:
        """Every page's file by its address relative to the site's top."""
        files = [path for path in files_under(self.settings.site) if path.endswith(".html")]
        return {path.removesuffix("index.html"): self.settings.site / path for path in files}

    def of_each_kind(self) -> list[str]:
        """Return the address of the largest page of each kind.

        Pages at the same depth of the same folder are of one kind.
        """
        visited = [address for address in self.pages if address.startswith(self.below)]
        by_size = sorted(visited, key=lambda address: self.pages[address].stat().st_size)
        bare = {page: page.removeprefix(self.below) for page in by_size}
        return [*{(at.split("/")[0], at.count("/")): page for page, at in bare.items()}.values()]


def make_project(content: Path, root: Path) -> Settings:
    """Make a project of some content with this project's look and configuration."""
    shutil.copytree(content, root / "content")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    (root / "mkdocs.yml").write_text(_configuration(content), "utf-8")
    return Settings(root)


def name_languages(settings: Settings, *tags: str) -> None:
    """Let a project's report be published in languages; its content is written in the first."""
    report = settings.content / "report.yml"
    listed = "".join(f'  - "{tag}"\n' for tag in tags)
    text = report.read_text("utf-8")
    if MADE in tags:
        text = text.replace("\ntypefaces:\n", f'\ntypefaces:\n  - "{TYPEFACE}"\n')
    text = re.sub(r"(?m)^languages:\n(  - .*\n)+", f"languages:\n{listed}", text)
    report.write_text(text, "utf-8")


def build_project(settings: Settings, *, documents: bool = True) -> None:
    """Bring the project's site to its content; fail with every fault that prevents it.

    It is looked at where it is made, and not at the address that the report names.
    """

    def stops(issues: list[Issue]) -> bool:
        return bool(errors_in(issues))

    made = build.build(settings, Timings(), stops, preview=True, documents=documents)
    assert made.site is not None, "\n".join(map(str, errors_in(made.issues)))


@contextmanager
def served(settings: Settings) -> Iterator[Site]:
    """Serve a built site from this machine for as long as the context lasts."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=settings.site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(settings, f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """A server that lets a browser ask for many files at once beside busy cores."""

    request_queue_size = 128


class _Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps its log to itself."""

    def log_message(self, *_):
        """Say nothing."""


def _configuration(content: Path) -> str:
    """Return mkdocs.yml as another city has it: with its own name and nothing else changed."""
    title = yaml.safe_load((content / "report.yml").read_text("utf-8"))["title"]
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    return re.sub(r"(?m)^site_name: .*", lambda _: f"site_name: {json.dumps(title)}", text)
