"""What other programs get to know of each page: networks, search engines, phones."""

import json
import re
from collections import Counter
from html import unescape

import pytest
from sites import SAMPLE, make_project

from generator.commands import build
from generator.core.timings import Timings

pytestmark = pytest.mark.slow

SITE = "https://city.example/report/"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the pages of the sample, made for an address below a path, and its folder."""
    settings = make_project(SAMPLE, tmp_path_factory.mktemp("shared"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE)
        made = build.build(settings, Timings(), lambda _: False)
    assert made.site is not None
    found = {
        p.relative_to(settings.site).as_posix(): p.read_text("utf-8") for p in pages_in(settings)
    }
    return found, settings.site


def pages_in(settings):
    """Return the files of pages, the form editor's left out."""
    return [p for p in settings.site.rglob("*.html") if "pagefind" not in p.parts]


def told(page):
    """Return what a page tells search engines, by the kind of each thing."""
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    graph = json.loads(block)["@graph"]
    return {thing["@type"]: thing for thing in graph}


def test_every_page_tells_search_engines_what_it_is_and_where(site):
    """The front page is a report, its data a data set, an initiative a project."""
    pages, _ = site
    kinds = {"index.html": "Report", "data/index.html": "Dataset"}
    for path, page in pages.items():
        if path == "404.html":
            continue
        things = told(page)
        address = SITE + path.removesuffix("index.html")
        is_initiative = re.fullmatch(r"initiatives/[^/]+/index\.html", path)
        main = things.get(kinds.get(path, "Project" if is_initiative else "WebPage"))
        if main is None:
            # A page that says where an initiative is now.
            main = things["WebPage"]
        assert main["url"] == address
        assert main["name"]
        if crumbs := things.get("BreadcrumbList"):
            assert [item["position"] for item in crumbs["itemListElement"]] == [
                *range(1, len(crumbs["itemListElement"]) + 1)
            ]
            assert all(item["item"].startswith(SITE) for item in crumbs["itemListElement"])


def test_titles_and_descriptions_are_of_one_page_each(site):
    """Two results of a search engine can be told apart."""
    pages, _ = site
    titles = Counter(re.search(r"<title>(.*?)</title>", page)[1] for page in pages.values())
    described = [re.search(r'<meta name="description" content="(.*?)"', p) for p in pages.values()]
    descriptions = Counter(unescape(found[1]) for found in described if found)
    # Two former addresses of one page say the same.
    repeated = [title for title, number in titles.items() if number > 1]
    assert [title for title in repeated if not title.startswith("Moved: ")] == []
    repeated = [said for said, number in descriptions.items() if number > 1]
    assert [said for said in repeated if not said.startswith("Moved: ")] == []


def test_the_picture_of_a_shared_page_is_there(site):
    """Networks fetch it from the address that the page names; it is the page's own."""
    pages, folder = site
    for path, page in pages.items():
        pictures = re.findall(r'<meta property="og:image" content="(.*?)">', page)
        assert all((folder / address.removeprefix(SITE)).is_file() for address in pictures), path
    own = re.search(r'og:image" content="(.*?)"', pages["initiatives/tide-gauge/index.html"])[1]
    assert own == f"{SITE}cards/initiatives/tide-gauge.png"


def test_crawlers_find_the_list_of_pages(site):
    """robots.txt lets everybody in and names the sitemap, which holds each page with its day."""
    _, folder = site
    assert f"Sitemap: {SITE}sitemap.xml" in (folder / "robots.txt").read_text("utf-8")
    listed = (folder / "sitemap.xml").read_text("utf-8")
    assert listed.count("<loc>") == listed.count("<lastmod>") > 0
    assert (folder / "assets" / "touch-icon.png").is_file()
