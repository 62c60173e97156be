"""Trial reports in Arabic and in Thai: pages and documents as good as those in Latin letters."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from access_log import AccessLog
from browser.test_accessibility import reader
from browser.test_search import found
from made_language import make_catalog
from pdf.verapdf import failed_checks
from playwright.sync_api import Browser
from sites import Site, build_project, make_project, served
from trial_reports import TYPEFACES, write_content

from generator.words import bundles

pytestmark = pytest.mark.slow

DIRECTION = {"ar": "rtl", "th": "ltr"}
ASKED = {"ar": "المقاهي", "th": "ร้านกาแฟ"}
"""A word inside the title of an initiative, in Thai without spaces around it."""


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in TYPEFACES],
)
def language(request: pytest.FixtureRequest) -> str:
    """Return the language of each trial report in turn."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def trial(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of a trial report, with its documents; it builds without a fault."""
    written = write_content(language, tmp_path_factory.mktemp("written"))
    settings = make_project(written.content, tmp_path_factory.mktemp("trial"))
    catalog = tmp_path_factory.mktemp("catalog")
    make_catalog(catalog, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundles, "CATALOG", catalog)
        build_project(settings)
    with served(settings) as site:
        yield site


def test_every_kind_of_page_is_accessible_and_inside_its_screen(
    browser: Browser, trial: Site, language: str
) -> None:
    """Wide and narrow, pages run in the direction of the language, and break no rule."""
    # A log of its own: what is told of tests is of other sites.
    with reader(browser, trial, AccessLog(), "light", 1280) as visits:
        for address in trial.of_each_kind():
            tab = visits.open(address)
            direction = tab.evaluate("getComputedStyle(document.body).direction")
            assert direction == DIRECTION[language], address
            visits.judge(tab, address, "wide")
            tab.set_viewport_size({"width": 320, "height": 640})
            visits.judge(tab, address, "narrow")
            tab.close()


def test_words_are_found(browser: Browser, trial: Site, language: str) -> None:
    """A word of the language leads to the initiative whose title has it."""
    (pages,) = found(browser, trial, [ASKED[language]])
    assert "/initiatives/street-cafes/" in pages


@pytest.mark.parametrize("name", ["brief.pdf", "report.pdf"])
def test_documents_are_set_in_the_named_typeface(trial: Site, language: str, name: str) -> None:
    """No check of the standards fails, and letters are of the package that the report names."""
    content = (trial.settings.site / "downloads" / name).read_bytes()
    assert [failed_checks(content, profile) for profile in ("ua1", "3a")] == [{}, {}]
    with pikepdf.open(BytesIO(content)) as pdf:
        fonts = {str(o.BaseFont) for o in pdf.objects if _is_font(o)}
    family = {"ar": "NotoSansArabic", "th": "NotoSansThai"}[language]
    assert any(family in font for font in fonts), fonts


def _is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
