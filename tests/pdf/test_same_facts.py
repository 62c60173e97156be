"""What the site says of an initiative is in the printed report: text against text.

The page is what its Markdown comes out as, the section is read from the tags of the finished PDF.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown
from pdf.papers import paper, reports
from pdf.tagged import Tagged

from generator.render.html.environment import site_environment
from generator.render.html.pages import render_site
from generator.views.base.blocks import MatchMark
from generator.views.base.page import PageFrame
from generator.views.base.site_context import SiteContext
from generator.views.initiatives.initiative import initiative_view
from generator.views.print.topics import SAID_FOR_ALL, is_silent
from generator.views.registry import page_groups, prose_targets
from generator.words.report_language import language_of
from tests.spoken import ENGLISH

pytestmark = pytest.mark.slow

TOWNS = ("real", "sample")

LISTS = {"ideas-table", "partners-table", "in-editions-table"}
"""Tables of a page that paper gives as lists; those of doubts are lists too."""

OTHERWISE = {
    "svg": "a drawing; another test holds it against the view's words",
    "#own-roadmap-table": "a test of its own looks its rows up in history and plans",
    ".r-disclosure > summary": "opens what is folded on the site; nothing is folded on paper",
    ".r-chart__files": "leads to files of the site, and to the chart itself",
    "#signals ~ .r-legend": "the chapter on how to read explains each signal once",
    "#signals": "as what follows it",
    "p.r-note[data-pagefind-ignore]": "the chapter on how to read explains the mark once",
    "#story ~ .r-timeline": "a choice of what the history has, word for word",
    ".r-checklist": "the list of the ideas has the same",
    "#ideas + p": "counts what the list of the ideas says",
    "h2:is(#story, #facts, #more)": "what paper orders otherwise",
    "#links, #all-measures > h3:first-child": "headings of what is folded together",
    "#sources > ul small": "leads to the record of a source; on paper that is the list itself",
    ".r-match": "a mark; a test of its own counts those on paper, which are words",
    ".r-citations": "sources by their titles; a test of its own looks up their numbers",
    "#sources > ul > li": "numbers lead to the list of all sources; a test of its own counts them",
    ".r-swimlanes, .r-key, .r-key + .r-note": "of a drawing, which another test looks at",
    "#plans > p": "where no step is dated, the chapter on the roadmap has the drawing",
    "p.r-sentence > small": "says why there is no drawing, or that a table follows",
    f":is({', '.join(f'#{name}' for name in LISTS)}, .r-table__grid[id^=measure-]) caption": (
        "the heading of a list says what is in it"
    ),
    "[role=doc-backlink]": "leads from a note back to its mark; on paper both stand on one page",
}
"""What differs by nature: where it is on the site's page, and why paper goes without."""

PARTED = {"Roadmap and plans": ("Roadmap", "Plans")}
"""Headings of the site that paper gives in two, since one of the two may be missing."""

CITED = (
    ".r-citations > a:is([href^='http'], [href*='sources/#']):not(.r-citations__note), "
    "#sources > ul > li > a"
)
"""Links to sources, beside claims and in the page's list."""

BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "caption", "dt", "dd", "pre"]
CUT = "\N{SYMBOL FOR NULL}"
MATCH = "(matchedbyeditors)"
NUMBERS = re.compile(r"\[\d+(?:,\d+)*\]")


@cache
def site(town: str) -> dict[str, bytes]:
    """Return the Markdown of every page of a town's site, by its path."""
    now, editions = reports(town)
    frame = PageFrame(now.report.about.disclaimer, now.report.about.license.title, "today")
    groups, words = page_groups(SiteContext(now, editions)), language_of(now.report)
    return render_site(groups, prose_targets(now), frame, site_environment(words))


@cache
def tagged(town: str) -> Tagged:
    """Return a town's full report open for reading."""
    return Tagged(paper(f"{town} report").pdf.content)


@cache
def sections(town: str) -> dict[str, str]:
    """Return the text of every section from a heading of the third level to the next, tight."""
    found: dict[str, str] = {}
    title = ""
    for element in tagged(town).root.children:
        text = tight(tagged(town).text(element))
        if re.fullmatch(r"H[1-3]", element.tag):
            title = text
            found[title] = ""
        found[title] = found.get(title, "") + text
    return found


def tight(text: str) -> str:
    """Return a text without spaces and without places where words may break."""
    return "".join(text.replace("\u200b", "").split())


def page(town: str, name: str) -> Tag:
    """Return an initiative's page as a browser has it."""
    text = site(town)[f"initiatives/{name}.md"].decode()
    reader = Markdown(extensions=["attr_list", "tables"])
    return BeautifulSoup(
        reader.convert(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)), "html.parser"
    )


def section(town: str, name: str) -> str:
    """Return an initiative's section of the report."""
    state = reports(town)[0].state_of(name)
    assert state is not None
    return sections(town)[tight(state.initiative.title)]


def facts(here: Tag) -> Iterator[str]:
    """Yield the text of every block of a page: what is in it and in no block below it.

    At the mark of a note it is cut, because tags have the note where its mark is; and at the end of
    a line, because paper goes on in the same one.
    """
    for mark in here.select("sup, br"):
        mark.replace_with(CUT)
    texts: dict[int, list[str]] = {}
    for string in here.find_all(string=True):
        block = string.find_parent(BLOCKS) or string.parent
        texts.setdefault(id(block), []).append(str(string))
    for strings in texts.values():
        for piece in "".join(strings).split(CUT):
            text = " ".join(piece.split())
            yield from PARTED.get(text, (text,)) if text else ()


each = pytest.mark.parametrize("town", TOWNS)


def initiatives(town: str) -> list[str]:
    """Return the id of every initiative of a town."""
    return [s.initiative.id for s in reports(town)[0].states]


@each
def test_every_fact_of_the_page_is_in_the_section(town: str) -> None:
    """Each block of the page, from title to last note, is in the section word for word."""
    parted = {"Roadmap", "Plans"}
    missing = {name: missing_facts(town, name) for name in initiatives(town)}

    # Where only one of the two is there, the other's heading is not.
    assert {n: facts for n, facts in missing.items() if not facts < parted} == {}


def missing_facts(town: str, name: str) -> set[str]:
    """Return what the page of an initiative says and its section does not."""
    here = page(town, name)
    heads = set(unnamed_heads(here))
    for place in OTHERWISE:
        for found in here.select(place):
            found.extract()
    said = NUMBERS.sub("", section(town, name)).replace(MATCH, "")
    if said_shortly(town, name):
        without_what_is_said_for_all(here)
        # A date is a name there, with a colon behind it.
        said = said.replace(":", "")
        return {fact for fact in facts(here) if bare(fact) not in said} - heads
    return {fact for fact in facts(here) if tight(fact) not in said} - heads


def said_shortly(town: str, name: str) -> bool:
    """Return whether nothing is told of an initiative, so that its section has a few lines."""
    now, editions = reports(town)
    state = now.state_of(name)
    assert state is not None
    return is_silent(state, initiative_view(now, state, editions))


def without_what_is_said_for_all(here: Tag) -> None:
    """Take out what the chapter, the matrix, or the sentence on missing updates say."""
    names = {ENGLISH(name) for name in SAID_FOR_ALL}
    for fact in here.select("dl.r-facts > div"):
        if fact.dt and fact.dt.get_text(strip=True) in names:
            fact.extract()
    for table in here.select("#in-editions-table"):
        table.extract()


def unnamed_heads(here: Tag) -> Iterator[str]:
    """Yield heads of columns that a list has no use for: the others are before their values.

    The first names a row, the caption asks for the second, and signals and sources say themselves
    what they are.
    """
    for table in here.find_all("table"):
        name = str(table.get("id", ""))
        if name not in LISTS and not name.startswith(("doubt-", "measure-")):
            continue
        heads = [th.get_text(strip=True) for th in table.find_all("th", scope="col")]
        rows = [row.find_all(["th", "td"]) for row in table.select("tbody tr")]
        for place, head in enumerate(heads):
            cells = [row[place] for row in rows]
            if place < len(("name", "answer")) or all(says_itself(cell) for cell in cells):
                yield head


def says_itself(cell: Tag) -> bool:
    """Return whether a cell is empty, or begins with a signal, or holds sources only."""
    return not cell.get_text(strip=True) or bool(cell.select(".r-signal, .r-citations"))


@each
def test_every_source_of_the_page_is_numbered_in_the_section(town: str) -> None:
    """Whatever source the page names beside a claim or in its list has its number there."""
    now, _ = reports(town)
    numbers = {tight(s.title): n for n, s in enumerate(now.report.sources, start=1)}
    unlisted = {}
    for name in initiatives(town):
        links = page(town, name).select(CITED)
        text = section(town, name)
        listed = text.rpartition("Sources")[2] if "Sources" in text else ""
        said = {int(n) for n in re.findall(r"\d+", "".join((listed, *NUMBERS.findall(text))))}
        assert links
        unlisted[name] = {a.get_text() for a in links if numbers[tight(a.get_text())] not in said}

    assert {name: titles for name, titles in unlisted.items() if titles} == {}


@each
def test_every_match_of_editors_is_marked(town: str) -> None:
    """A claim that editors matched bears its mark on paper as often as on the page.

    What is only related to an initiative, paper has once more above the history.
    """
    now, _ = reports(town)
    printed = {name: section(town, name).count(MATCH) for name in initiatives(town)}
    marks = ".r-match:not(#story ~ .r-timeline .r-match)"
    again = {s.initiative.id: initiative_view(now, s).related for s in now.states}

    assert printed == {
        name: len(page(town, name).select(marks))
        + sum(isinstance(piece, MatchMark) for cell in again[name] for piece in cell)
        for name in printed
    }


@each
def test_history_and_plans_say_what_is_drawn(town: str) -> None:
    """Each row of the table that the page folds below the drawing is told in the section."""
    untold = {name: untold_rows(town, name) for name in initiatives(town)}

    assert {name: rows for name, rows in untold.items() if rows} == {}


def untold_rows(town: str, name: str) -> list[list[str]]:
    """Return the rows of the table below the drawing that the section does not tell."""
    said = NUMBERS.sub("", section(town, name)).replace(MATCH, "")
    rows = page(town, name).select("#own-roadmap-table tbody tr")
    cells = [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] for row in rows]
    # In a few lines a date is a name, with a colon behind it.
    said = said.replace(":", "")
    return [row for row in cells if not all(bare(words) in said for words in told(*row))]


def bare(text: str) -> str:
    """Return a text without spaces and colons."""
    return tight(text).replace(":", "")


def told(day: str, what: str, words: str) -> tuple[str, ...]:
    """Return what must be read of a row: entries of the history begin with their day."""
    match what:
        case "Event":
            return (f"{day}{words}",)
        case "Update":
            status, _, phase = words.partition("; phase: ")
            # Until when it was known follows from the dates of what comes next.
            phase = re.sub(r" \(not known after [^)]*\)$", "", phase)
            return (f"{day}Status update{status}", phase.removesuffix(f", {day}"))
        case "Schedule":
            # The table of the schedule says beside the date what it is of.
            return (day,)
        case "First listed":
            return (f"{day}{'First seen' if words.startswith('first') else 'First listed'}",)
    title, _, _ = words.removeprefix("“").partition("” first planned for")
    outcome = re.sub(r"^(moved to|met|not met|partly met|scheduled|begun|dropped)\b.*", "", title)
    return (day, outcome)


def test_no_exception_outlives_its_reason() -> None:
    """Everything that is said to differ by nature is there on some page."""
    everything = [page(town, s.initiative.id) for town in TOWNS for s in reports(town)[0].states]

    assert all(OTHERWISE.values())
    assert [place for place in OTHERWISE if not any(p.select(place) for p in everything)] == []
