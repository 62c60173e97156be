"""The site is built by MkDocs, dated by the report, and published whole or not at all."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.publish.site import SiteResult, build_site
from generator.storage.sync import files_under

pytestmark = pytest.mark.slow

NAMED = "site_url: https://city.example/report/\n"
CONFIG = f"""\
site_name: Test report
{NAMED}\
docs_dir: build/docs
site_dir: site
theme: {{name: material, font: false}}
plugins: []
validation: {{links: {{not_found: warn, anchors: warn, unrecognized_links: warn}}}}
nav: [index.md]
"""
BUILT_ON = date(2026, 11, 23)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a project of two pages, one of them outside the nav."""
    settings = Settings(root=tmp_path)
    (settings.docs / "initiatives").mkdir(parents=True)
    settings.mkdocs_config.write_text(CONFIG, "utf-8")
    (settings.docs / "index.md").write_text("# Home\n\n[One](initiatives/one.md)\n", "utf-8")
    (settings.docs / "initiatives" / "one.md").write_text("# One\n\nText.\n", "utf-8")
    return settings


def _content(settings: Settings) -> dict[str, bytes]:
    return {path: (settings.site / path).read_bytes() for path in files_under(settings.site)}


def _build(settings: Settings) -> SiteResult:
    return build_site(settings, built_on=BUILT_ON)


def test_pages_are_published(settings: Settings) -> None:
    """Every page is in the public folder, and the result counts them with the error page."""
    result = _build(settings)

    site = _content(settings)
    assert {"index.html", "initiatives/one/index.html", "404.html"} <= site.keys()
    assert b"<h1" in site["initiatives/one/index.html"]
    assert result.pages == 3
    assert set(result.written.changed) == site.keys()


def _links(page: bytes) -> list[str]:
    """Return the addresses of a page's styles, scripts and links that lead into the site."""
    found = re.findall(r'(?:href|src)="?([^"\s>]+)', page.decode())
    return [link for link in found if not link.startswith(("http", "#", "data:"))]


@pytest.mark.parametrize("address", ["https://city.example/report", "https://city.example/report/"])
def test_below_a_path_the_error_page_leads_into_the_site(settings: Settings, address: str) -> None:
    """Whoever comes to a wrong address below the path is led into it, and the sitemap is full."""
    settings.mkdocs_config.write_text(CONFIG.replace(NAMED, ""), "utf-8")
    result = build_site(settings, built_on=BUILT_ON, address=address)

    site = _content(settings)
    assert result.address == "https://city.example/report/"
    assert [link for link in _links(site["404.html"]) if not link.startswith("/report/")] == []
    listed = re.findall(rb"<loc>([^<]*)", site["sitemap.xml"])
    assert listed == [
        b"https://city.example/report/",
        b"https://city.example/report/initiatives/one/",
    ]


def test_the_configuration_knows_better_where_the_site_is_published(settings: Settings) -> None:
    """What SITE_URL says to mkdocs.yml goes before what the report says."""
    result = build_site(settings, built_on=BUILT_ON, address="https://elsewhere.example/")
    assert result.address == "https://city.example/report/"
    assert b"elsewhere" not in _content(settings)["sitemap.xml"]


def test_where_nobody_named_the_address_it_is_empty(settings: Settings) -> None:
    """The caller learns that error page and sitemap could not be made whole."""
    settings.mkdocs_config.write_text(CONFIG.replace(NAMED, ""), "utf-8")
    assert _build(settings).address == ""


def test_second_build_changes_nothing(settings: Settings) -> None:
    """The same pages built again leave every public file untouched."""
    _build(settings)

    assert _build(settings).written.changed == ()


def test_stale_pages_go(settings: Settings) -> None:
    """A page that is no longer generated is no longer public."""
    _build(settings)
    (settings.docs / "index.md").write_text("# Home\n", "utf-8")
    (settings.docs / "initiatives" / "one.md").unlink()

    result = _build(settings)

    removed = [path for path in result.written.removed if not path.startswith("pagefind/")]
    assert removed == ["initiatives/one/index.html"]


def test_bytes_do_not_depend_on_the_day_or_the_machine(settings: Settings, tmp_path: Path) -> None:
    """Another process with another clock zone, hash seed and date outside makes the same bytes."""
    _build(settings)
    before = _content(settings)
    program = (
        "import sys, pathlib, datetime\n"
        "from generator.core.settings import Settings\n"
        "from generator.publish.site import build_site\n"
        "build_site(Settings(pathlib.Path(sys.argv[1])), built_on=datetime.date(2026, 11, 23))\n"
    )
    outside = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "86400"}
    settings.site.rename(tmp_path / "first")

    subprocess.run(
        [sys.executable, "-c", program, str(settings.root)],
        env={**os.environ, **outside, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
        capture_output=True,
    )

    assert _content(settings) == before
    assert b"<lastmod>2026-11-23</lastmod>" in before["sitemap.xml"]


def test_the_date_is_the_reports_and_is_not_left_behind(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site map carries the given day; the surroundings are as before."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)

    build_site(settings, built_on=date(2017, 8, 21))

    assert b"<lastmod>2017-08-21</lastmod>" in _content(settings)["sitemap.xml"]
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"
    assert "NO_MKDOCS_2_WARNING" not in os.environ


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("[gone](nowhere.md)", "nowhere.md"),
        ("[gone](initiatives/one.md#nowhere)", "#nowhere"),
        ("![gone](nowhere.png)", "nowhere.png"),
    ],
)
def test_a_broken_link_stops_the_build(settings: Settings, page: str, expected: str) -> None:
    """What MkDocs warns of is told in full, and the last good site stays as it was."""
    _build(settings)
    before = _content(settings)
    (settings.docs / "index.md").write_text(f"# New home\n\n{page}\n", "utf-8")

    with pytest.raises(GeneratorError) as caught:
        _build(settings)

    assert expected in caught.value.message
    assert "index.md" in caught.value.message
    assert _content(settings) == before


def test_all_warnings_are_told_at_once(settings: Settings) -> None:
    """Two broken links are two lines of one message."""
    (settings.docs / "index.md").write_text("# Home\n\n[a](b.md) [c](d.md)\n", "utf-8")

    with pytest.raises(GeneratorError) as caught:
        _build(settings)

    assert "b.md" in caught.value.message
    assert "d.md" in caught.value.message


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (CONFIG.replace("nav: [index.md]", "nav: [gone.md]"), "gone.md"),
        (CONFIG.replace("plugins: []", "plugins: [unheard-of]"), "unheard-of"),
        ("site_name: [", "mkdocs.yml"),
        (CONFIG.replace("font: false", "font: false, custom_dir: none"), "custom_dir"),
    ],
)
def test_a_faulty_configuration_is_told_in_words(
    settings: Settings, config: str, expected: str
) -> None:
    """A configuration that MkDocs refuses stops the run with MkDocs' reason."""
    settings.mkdocs_config.write_text(config, "utf-8")

    with pytest.raises(GeneratorError) as caught:
        _build(settings)

    assert expected in caught.value.message
    assert not settings.site.exists()


def test_a_fault_in_a_template_is_told_in_words(settings: Settings) -> None:
    """A theme override that cannot be rendered stops the run with the place and the reason."""
    (settings.root / "overrides").mkdir()
    (settings.root / "overrides" / "main.html").write_text("{% extends", "utf-8")
    config = CONFIG.replace("font: false", "font: false, custom_dir: overrides")
    settings.mkdocs_config.write_text(config, "utf-8")

    with pytest.raises(GeneratorError, match=r"main\.html, line 1: unexpected"):
        _build(settings)


def test_nothing_generated_is_told_in_words(tmp_path: Path) -> None:
    """Without generated pages the message says what to run."""
    with pytest.raises(GeneratorError) as caught:
        _build(Settings(root=tmp_path))

    assert "annual-report generate" in caught.value.next_step


def test_checkboxes_lose_what_html_does_not_allow(settings: Settings) -> None:
    """The theme's switches carry no autocomplete."""
    _build(settings)

    for path, content in _content(settings).items():
        if path.endswith(".html"):
            inputs = [part.partition(b">")[0] for part in content.split(b"<input ")[1:]]
            boxes = [tag for tag in inputs if b"checkbox" in tag]
            assert boxes
            assert not [tag for tag in boxes if b"autocomplete" in tag]


def test_no_line_of_mkdocs_reaches_the_terminal(
    settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    """A good build and a bad one print nothing: the caller words what happened."""
    _build(settings)
    (settings.docs / "index.md").write_text("[gone](nowhere.md)", "utf-8")
    with pytest.raises(GeneratorError):
        _build(settings)

    assert capfd.readouterr() == ("", "")


def test_zensical_builds_the_same_pages(settings: Settings) -> None:
    """The same folder and configuration give the same set of pages with the other builder."""
    _build(settings)
    pages = {path for path in _content(settings) if path.endswith(".html")}
    program = Path(sys.executable).parent / "zensical"

    subprocess.run(
        [program, "build", "--strict", "-f", settings.mkdocs_config],
        cwd=settings.root,
        check=True,
        capture_output=True,
    )

    assert {path for path in _content(settings) if path.endswith(".html")} == pages
    assert b"zensical" in _content(settings)["index.html"]


FAILS = """\
def on_page_content(html, page, **_):
    if page.file.src_uri == "initiatives/one.md":
        raise ValueError("'<li>' is not in list")
"""


@pytest.mark.parametrize("where", ["beside", "inside"])
def test_a_builder_that_fails_names_the_page_and_its_content(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Whatever stops MkDocs, alone or with the accelerator, is told in words; the site stays."""
    _build(settings)
    before = _content(settings)
    for path in ("initiatives/one.yml", "initiatives/two.yml", "updates/mid-2024/one.md"):
        (settings.content / path).parent.mkdir(parents=True, exist_ok=True)
        (settings.content / path).write_text("", "utf-8")
    (settings.docs / "initiatives" / "one.md").write_text("# Other\n\n1. Text.\n", "utf-8")
    if where == "beside":
        (settings.root / "fails.py").write_text(FAILS, "utf-8")
        settings.mkdocs_config.write_text(f"{CONFIG}hooks: [fails.py]\n", "utf-8")
    else:
        render = Page.render

        def fail(page: Page, *given: object) -> None:
            render(page, *given)
            if page.file.src_uri == "initiatives/one.md":
                raise ValueError("'<li>' is not in list")

        monkeypatch.setattr(Page, "render", fail)

    with pytest.raises(GeneratorError) as refusal:
        _build(settings)

    said = str(refusal.value)
    assert "'initiatives/one.md'" in said
    assert "content/initiatives/one.yml, content/updates/mid-2024/one.md" in said
    assert "two.yml" not in said
    assert "'<li>' is not in list" in said
    assert _content(settings) == before


OWN_HEAD = '{% extends "base.html" %}{% block styles %}{% endblock %}'


def test_what_no_page_uses_of_the_theme_is_left_out(settings: Settings, tmp_path: Path) -> None:
    """Its scripts stay where pages name them; its styles, which nothing links to, do not."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text(OWN_HEAD, "utf-8")
    (tmp_path / "own" / "own.css").write_text("a { color: red }", "utf-8")
    theme = "theme: {name: material, font: false, custom_dir: own}"
    config = CONFIG.replace("theme: {name: material, font: false}", theme)
    settings.mkdocs_config.write_text(config, "utf-8")
    _build(settings)

    found = set(files_under(settings.site))
    assert "own.css" in found
    assert any(path.startswith("assets/javascripts/bundle.") for path in found)
    assert not any(path.startswith("assets/stylesheets/") for path in found)
    assert not any(path.endswith(".map") for path in found)
