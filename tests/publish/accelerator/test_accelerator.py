"""With the accelerator the site is what MkDocs alone makes of the same folder."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.structure.files import File

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.publish.accelerator import conditions
from generator.publish.accelerator.page_builder import PageBuilder, RenderedPage
from generator.publish.site import SiteResult, build_site
from generator.storage.sync import files_under

pytestmark = pytest.mark.slow

CONFIG = """\
site_name: Test report
site_url: https://city.example/report/
docs_dir: build/docs
site_dir: site
theme: {name: material, font: false, custom_dir: overrides}
plugins: []
markdown_extensions: [attr_list, tables, toc]
not_in_nav: "/initiatives/"
validation: {links: {not_found: warn, anchors: warn, unrecognized_links: warn}}
nav: [index.md, Status: status.md]
"""
MAIN = """\
{% extends "base.html" %}
{% block htmltitle %}<title>{{ page.title if page else "Gone" }} | {{ nav.items | length }} |
{{ page.next_page.title if page and page.next_page }}</title>{% endblock %}
"""
ROOT = Path(__file__).resolve().parents[3]
BUILT_ON = date(2026, 11, 23)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a project whose pages link to each other, two of them in the nav."""
    settings = Settings(root=tmp_path / "city")
    (settings.docs / "initiatives").mkdir(parents=True)
    (settings.root / "overrides").mkdir()
    (settings.root / "overrides" / "main.html").write_text(MAIN, "utf-8")
    settings.mkdocs_config.write_text(CONFIG, "utf-8")
    write(settings, "index.md", "# Home\n\n[One](initiatives/one.md#plan), [Status](status.md)\n")
    write(settings, "status.md", "---\ntitle: How it stands\n---\n\n<p id='all'>All</p>\n")
    for name, other in (("one", "two"), ("two", "three"), ("three", "one")):
        text = f"# {name}\n\nText of {name}.\n\n## Plan\n\n[Next]({other}.md#plan)\n"
        write(settings, f"initiatives/{name}.md", text)
    write(settings, "data/report.csv", "id,title\n")
    write(settings, "data/page.html", '<html><head></head><input type="checkbox"></html>')
    return settings


def write(settings: Settings, path: str, text: str) -> None:
    """Write a file of the docs folder."""
    place = settings.docs / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def build(settings: Settings, *, accelerated: bool = True) -> SiteResult:
    """Build a project's site."""
    return build_site(settings, built_on=BUILT_ON, accelerated=accelerated)


def content(settings: Settings) -> dict[str, bytes]:
    """Return every file of a project's site."""
    return {path: (settings.site / path).read_bytes() for path in files_under(settings.site)}


def plainly(settings: Settings) -> dict[str, bytes]:
    """Return the site that MkDocs alone makes of a copy of the project, in the same place."""
    aside = settings.root.with_name("aside")
    settings.root.rename(aside)
    shutil.copytree(aside, settings.root, ignore=shutil.ignore_patterns("site"))
    try:
        assert build(settings, accelerated=False).alone == "that was asked for"
        return content(settings)
    finally:
        shutil.rmtree(settings.root)
        aside.rename(settings.root)


def outcome(
    settings: Settings, way: Callable[[Settings], object]
) -> tuple[str, dict[str, bytes] | None]:
    """Return why a way to build refuses the project, or the site that it makes."""
    try:
        made = way(settings)
    except GeneratorError as refusal:
        return refusal.message, None
    return "", made if isinstance(made, dict) else content(settings)


def edited(path: str, old: str, new: str) -> Callable[[Settings], None]:
    """Return an edit of one file, by a path below the project."""

    def edit(settings: Settings) -> None:
        text = (settings.root / path).read_text("utf-8")
        assert old in text
        (settings.root / path).write_text(text.replace(old, new), "utf-8")

    return edit


def new_page(settings: Settings) -> None:
    """Add a page that nobody links to."""
    write(settings, "initiatives/four.md", "# Four\n\n[One](one.md)\n")


def no_page(settings: Settings) -> None:
    """Remove a page and the link to it."""
    (settings.docs / "initiatives" / "three.md").unlink()
    edited("build/docs/initiatives/two.md", "three.md#plan", "one.md#plan")(settings)


def other_name(settings: Settings) -> None:
    """Rename a page."""
    folder = settings.docs / "initiatives"
    (folder / "three.md").rename(folder / "drei.md")
    edited("build/docs/initiatives/two.md", "three.md", "drei.md")(settings)


def every_page(settings: Settings) -> None:
    """Change a word that is on many pages."""
    for page in (settings.docs / "initiatives").iterdir():
        page.write_text(page.read_text("utf-8").replace("Plan", "Roadmap {: #plan }"), "utf-8")


ONE = "build/docs/initiatives/one.md"
EDITS = {
    "text": (edited(ONE, "Text of one", "Another text"), 1),
    "title": (edited(ONE, "# one", "# The first"), 1),
    "title in the nav": (edited("build/docs/status.md", "How it stands", "Status"), 6),
    "front matter in the nav": (edited("build/docs/status.md", "---\n\n", "x: 1\n---\n\n"), 0),
    "heading without a link": (edited(ONE, "## Plan", "## Plan\n\n## More"), 1),
    "new": (new_page, 1),
    "removed": (no_page, 1),
    "renamed": (other_name, 2),
    "template": (edited("overrides/main.html", "Gone", "Away"), 6),
    "configuration": (edited("mkdocs.yml", "Test report", "Other report"), 6),
    "address": (edited("mkdocs.yml", "city.example", "town.example"), 6),
    "nav": (edited("mkdocs.yml", "Status: status.md", "Standing: status.md"), 6),
    "vocabulary": (every_page, 3),
    "data": (edited("build/docs/data/report.csv", "title", "name"), 0),
}


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_gives_the_same_bytes(settings: Settings, kind: str) -> None:
    """After an edit of each kind every file is the same, and no more pages are written than that.

    The number is that of the pages that differ; the error page may be one more.
    """
    edit, pages = EDITS[kind]
    assert build(settings).alone == ""
    edit(settings)

    result = build(settings)

    assert result.alone == ""
    assert content(settings) == plainly(settings)
    written = [path for path in result.written.changed if path.endswith(".html")]
    assert len(written) <= pages + 1


def test_any_sequence_of_edits_gives_the_same_bytes(settings: Settings) -> None:
    """Edits in any order, some of them faulty and fixed again, never leave a stale file."""
    chance = random.Random(6)  # noqa: S311 - for choices, not for secrets
    names = [f"initiatives/p{number}.md" for number in range(6)]
    for _ in range(12):
        for name in chance.sample(names, 2):
            place = settings.docs / name
            if place.exists() and chance.random() < 0.4:
                place.unlink()
            else:
                link = chance.choice([*names, "initiatives/one.md#plan", "nowhere.md"])
                head = chance.choice(["# A\n", "---\ntitle: B\n---\n", "<h2 id='plan'>C</h2>\n"])
                write(settings, name, f"{head}\n[x](../{link})\n\n{chance.random()}\n")
        assert outcome(settings, build) == outcome(settings, plainly)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (edited(ONE, "## Plan", "## Other"), "does not contain an anchor '#plan'"),
        (lambda s: (s.docs / "initiatives" / "three.md").unlink(), "'three.md#plan'"),
    ],
)
def test_a_link_that_broke_is_told(
    settings: Settings, edit: Callable[[Settings], None], words: str
) -> None:
    """What another page's edit broke stops the build, each time, in MkDocs' own words."""
    build(settings)
    edit(settings)

    with pytest.raises(GeneratorError, match=words) as first:
        build(settings)
    with pytest.raises(GeneratorError) as again:
        build(settings)
    with pytest.raises(GeneratorError) as plain:
        build(settings, accelerated=False)

    assert first.value.message == again.value.message == plain.value.message


@pytest.mark.parametrize("path", ["initiatives/one/index.html", "data/report.csv"])
def test_a_public_file_that_somebody_changed_is_mended(settings: Settings, path: str) -> None:
    """What is in the site is looked at; a file with other bytes is replaced."""
    build(settings)
    good = content(settings)
    (settings.site / path).write_bytes(good[path][::-1])

    assert build(settings).written.changed == (path,)
    assert content(settings) == good


def test_a_public_file_that_was_only_touched_stays(settings: Settings) -> None:
    """Another time on the same bytes, as after a copy, makes nothing new."""
    build(settings)
    page = settings.site / "initiatives" / "one" / "index.html"
    page.write_bytes(page.read_bytes())

    assert build(settings).written.changed == ()


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (CONFIG.replace("plugins: []", "plugins: [search]"), "plugin material/search"),
        (CONFIG + "hooks: [hook.py]\n", "plugin hook.py"),
        (CONFIG.replace("tables,", "pymdownx.snippets,"), "extension pymdownx.snippets"),
    ],
)
def test_what_it_does_not_know_is_left_to_mkdocs(
    settings: Settings, config: str, words: str
) -> None:
    """With a foreign plugin, hook or extension the site is MkDocs' own, and the result says why."""
    settings.mkdocs_config.write_text(config, "utf-8")
    (settings.root / "hook.py").write_text("def on_page_markdown(markdown, **_): return 'x'\n")

    result = build(settings)

    assert words in result.alone
    assert content(settings) == plainly(settings)


def test_the_versions_of_the_lock_are_taken_at_their_word() -> None:
    """With them the suite compares all pages, and they are installed here."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert all(f"\n{name}=={version}" in lock for name, version in conditions.LOCKED.items())
    assert conditions.other_versions() == ""


def test_with_another_version_one_page_of_each_kind_is_compared(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they come out alike, made both ways, the accelerator is on."""
    monkeypatch.setitem(conditions.LOCKED, "mkdocs", "1.6.0")

    assert build(settings).alone == ""
    assert content(settings) == plainly(settings)


def test_another_version_that_makes_other_pages_is_left_to_mkdocs(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page of one kind that came out otherwise is enough; the site is MkDocs' own."""
    monkeypatch.setitem(conditions.LOCKED, "mkdocs", "1.6.0")
    make = PageBuilder.make

    def other(builder: PageBuilder, file: File) -> RenderedPage:
        made = make(builder, file)
        if file.src_uri.startswith("initiatives/"):
            Path(file.abs_dest_path).write_text("otherwise", "utf-8")
        return made

    monkeypatch.setattr(PageBuilder, "make", other)

    assert "mkdocs 1.6.0, and 1.6.1 is installed" in build(settings).alone
    assert content(settings) == plainly(settings)


@pytest.mark.parametrize(
    "template",
    [
        "{% block content %}{{ pages | length }}{% endblock %}",
        "{% block content %}{{ nav.homepage.content }}{% endblock %}",
    ],
)
def test_a_template_that_reads_other_pages_is_left_to_mkdocs(
    settings: Settings, template: str
) -> None:
    """What pages made apart cannot know of each other is left to MkDocs, which makes all first."""
    main = settings.root / "overrides" / "main.html"
    main.write_text(f'{{% extends "base.html" %}}{template}', "utf-8")

    assert build(settings).alone != ""
    assert content(settings) == plainly(settings)


def test_front_matter_that_templates_read_of_others_counts(settings: Settings) -> None:
    """A page that shows a value of another page's front matter changes with it."""
    main = settings.root / "overrides" / "main.html"
    shown = "{{ nav.homepage.meta.mood }}</title>"
    main.write_text(MAIN.replace("</title>", shown), "utf-8")
    write(settings, "index.md", "---\nmood: good\n---\n# Home\n")
    assert build(settings).alone == ""
    write(settings, "index.md", "---\nmood: better\n---\n# Home\n")

    build(settings)

    assert b"better" in content(settings)["404.html"]
    assert content(settings) == plainly(settings)


def run(settings: Settings, *words: str) -> str:
    """Run Python in a process of its own, with one thread, and return what it prints."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1795392000"}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=settings.root,
        env={**surroundings, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{done.stdout}{done.stderr}{done.returncode}"


def test_pages_spread_over_processes_are_the_same(settings: Settings) -> None:
    """Workers make the same pages as a process alone, however many there are."""
    for number in range(40):
        write(
            settings, f"initiatives/n{number}.md", f"# {number}\n\n[x](n{(number + 1) % 40}.md)\n"
        )
    program = (
        "import os, pathlib, datetime\n"
        "from generator.storage import parallel as workers\n"
        "workers._cores = lambda: 4\n"
        "workers.ENOUGH = 2\n"
        "fork, copies = os.fork, []\n"
        "os.fork = lambda: copies.append(1) or fork()\n"
        "from generator.publish.site import build_site\n"
        "from generator.core.settings import Settings\n"
        "build_site(Settings(pathlib.Path('.').resolve()), built_on=datetime.date(2026, 11, 23))\n"
        "print(len(copies))\n"
    )

    assert run(settings, "-c", program) == "4\n0"

    assert content(settings) == plainly(settings)
