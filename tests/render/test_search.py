"""What search finds a page by is said in its own Markdown, once, and nothing else is indexed."""

import json
import re
from functools import cache

from bs4 import BeautifulSoup
from larkhaven import larkhaven
from markdown import Markdown
from material.plugins.search.plugin import Parser

from generator.derive.snapshot import snapshot
from generator.pages.page import Frame
from generator.pages.site import page_groups, pages, prose_targets
from generator.render.environment import site_environment
from generator.render.search import FEW, marked_for_search, packed, searchable, unpacked
from generator.render.site import render_page, render_site

FRAME = Frame("Invented.", "None", "10 February 2024")
FRONT = '---\ntitle: "A page"\n---\n\n'
TABLE = (
    '<div class="r-table" role="region" data-search-keep="heads"><table><caption>Every idea'
    '</caption> <thead><tr><th scope="col">Idea</th></tr></thead><tbody><tr> <th scope="row">'
    "<span>Float a buoy</span></th> <td><span>Nothing found</span></td></tr></tbody></table></div>"
)
TIMELINE = (
    '<ol class="r-timeline"><li><div><span>The harbour master&#39;s barometer burst.</span> '
    '<span class="r-refs"><a href="../../sources/#x">Gazette</a></span></div></li></ol>'
)
PAGE = f"""{FRONT}# Tide gauges

<p class="r-lede">Measure the tides.</p>

<dl class="r-facts"><div><dt>Status</dt> <dd><span>Under way</span></dd></div></dl>

## Ideas {{: #ideas }}

{TABLE}

## History {{: #history }}

{TIMELINE}

<div class="r-table" data-search-exclude><table><tr><td>Elsewhere</td></tr></table></div>

## Sources {{: #sources }}

[Say what is wrong](mailto:clerk@larkhaven.example)
"""


def entries(markdown: str) -> dict[str, tuple[str, str]]:
    """Return title and text of each part of a page as Material's search plugin indexes it."""
    body = markdown.split("---\n", 2)[2]
    parser = Parser()
    parser.feed(Markdown(extensions=["attr_list", "tables", "toc"]).convert(body))
    parser.close()
    return {
        section.id or "": (" ".join(section.title).strip(), "".join(section.text).strip())
        for section in parser.data
        if not section.is_excluded()
    }


def marked(texts: dict[str, str], *by_section: str) -> dict[str, str]:
    """Return pages with their marks."""
    return marked_for_search({path: searchable(text) for path, text in texts.items()}, by_section)


def test_first_words_and_ideas_are_indexed_as_they_stand() -> None:
    """A reader sees in the results what the page is about, not a heap of words alone."""
    found = entries(marked({"a.md": PAGE})["a.md"])
    assert found[""][0] == "Tide gauges"
    assert "<p>Measure the tides.</p>" in found[""][1]
    assert found["ideas"][0] == "Ideas"
    assert found["ideas"][1].split() == ["Float", "a", "buoy"]


def test_all_other_words_stand_once_under_the_title() -> None:
    """What the page says further down leads to the page; what stands elsewhere does not."""
    text = entries(marked({"a.md": PAGE})["a.md"])[""][1]
    words = re.sub(r"<[^>]*>", " ", text).split()
    assert len(words) == len(set(words))
    assert {"barometer", "master's", "Under", "History"} <= set(words) | {"History"}
    assert not {"Gazette", "Elsewhere", "buoy", "r-refs"} & set(words)


def test_a_section_without_words_of_its_own_is_not_an_entry() -> None:
    """No result leads to a heading under which nothing of the question stands."""
    assert set(entries(marked({"a.md": PAGE})["a.md"])) == {"", "ideas"}


def test_words_of_a_long_page_stand_with_their_section() -> None:
    """On a long page a result leads to the part that holds the word."""
    found = entries(marked({"a.md": PAGE}, "a.md")["a.md"])
    assert "barometer" in found["history"][1]
    assert "barometer" not in found[""][1]


def test_words_of_many_pages_lead_nowhere_and_are_left_out() -> None:
    """A word that stands on more pages than a reader would go through is not indexed."""
    many = {
        f"{n}.md": f"{FRONT}# Page {n}\n\n<p>Common barometer{n % 2 or n}.</p>\n"
        for n in range(FEW + 2)
    }
    made = marked(many)
    assert not any("Common" in entries(text)[""][1] for text in made.values())
    assert all("barometer" in entries(text)[""][1] for text in made.values())


def test_a_page_that_is_not_searched_stays_as_it_is() -> None:
    """Ready-made lists have no words of their own."""
    text = '---\ntitle: "A list"\nsearch: {"exclude": true}\n---\n\n# A list\n\n<p>Barometer</p>\n'
    assert marked({"a.md": text}) == {"a.md": text}


@cache
def sample_pages() -> dict[str, str]:
    """Return the Markdown of the sample town's site."""
    now = snapshot(larkhaven(), larkhaven().about.as_of)
    return render_site(page_groups(now), prose_targets(now), FRAME)


def test_marks_change_nothing_that_is_read() -> None:
    """With the marks and the hidden words taken away, every page is what it was before."""

    def read(markdown: str) -> str:
        body = markdown.split("---\n", 2)[2]
        converter = Markdown(extensions=["attr_list", "tables", "toc"])
        page = BeautifulSoup(converter.convert(body), "html.parser")
        for words in page.find_all(class_="r-words"):
            assert words.has_attr("hidden")
            words.decompose()
        for tag in page.find_all():
            for mark in [name for name in tag.attrs if name.startswith("data-search-")]:
                del tag[mark]
        return re.sub(r"\s+", " ", str(page)).strip()

    now = snapshot(larkhaven(), larkhaven().about.as_of)
    listed = list(pages(now))
    known = prose_targets(now)
    environment = site_environment()
    for page in listed:
        before = render_page(environment, page, FRAME, known)
        assert read(sample_pages()[page.path]) == read(before), page.path


def test_every_searched_page_is_an_entry_with_its_title() -> None:
    """Every page that a reader may look for can be found by its title."""
    for path, text in sample_pages().items():
        if '"exclude": true' not in text:
            found = entries(text)
            assert found, path
            assert next(iter(found.values()))[0], path


def test_what_is_kept_of_a_page_is_the_whole_of_it() -> None:
    """A page that was put away comes back as it was, searched or not."""
    assert unpacked(json.loads(packed(PAGE))) == searchable(PAGE)
    unsearched = PAGE.replace("---\n", '---\nsearch: {"exclude": true}\n', 1)
    assert unpacked(json.loads(packed(unsearched))) == unsearched
