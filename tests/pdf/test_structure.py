"""What the standards leave open: the structure says what the views say, no more and no less."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pdf.papers import NAMES, Paper, every_part, paper
from pdf.tagged import Element, Mark, Run, Tagged
from pikepdf import Dictionary, Name, Object

from generator.prose.escaping import collapsed
from generator.views.base.blocks import Table
from generator.views.print.blocks import (
    Contents,
    Cover,
    DrawingBlock,
    Heading,
    Image,
    Masthead,
    MatrixBlock,
    SwimlaneBlock,
    TableBlock,
)
from generator.views.print.brief import MOST_PAGES
from tests.spoken import spoken

pytestmark = pytest.mark.slow

each = pytest.mark.parametrize("name", NAMES)
DEEPEST_BOOKMARK = 3
HEADING = re.compile(r"H[1-6]")
DOUBLED = re.compile(r"(?<!\[)[.,;:!?][.,;:]|\s[,;:](?:\s|$)")
"""A mark after another, or after a blank; a place in a file may hold a date such as [..2019]."""

CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@cache
def tagged(name: str) -> Tagged:
    """Return a document open for reading."""
    return Tagged(paper(name).pdf.content)


def of_kind(made: Paper, *kinds: type) -> list[Any]:
    """Return the parts of some kinds, in their order."""
    return [part for part in every_part(made.document.parts) if isinstance(part, kinds)]


def prose_nodes(made: Paper, kind: str) -> Iterator[dict[str, Any]]:
    """Yield every node of a kind in the prose of editors."""
    waiting = [part["c"] for part in json.loads(made.printed.data)["parts"] if part["k"] == "prose"]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting += node.values()
            if node.get("k") == kind:
                yield node
        elif isinstance(node, list):
            waiting += node


def plain(text: str) -> str:
    """Return text without what only tells where it may break."""
    return collapsed(text.replace("\u200b", "")).strip()


@each
def test_the_file_says_what_it_is(name: str) -> None:
    """Title, language and description are the document's, and the title is what a reader shows."""
    file, document = tagged(name), paper(name).document
    root = file.pdf.Root
    with file.pdf.open_metadata() as metadata:
        keys = ("dc:title", "dc:language", "dc:description", "dc:creator")
        said = {key: metadata[key] for key in keys}

    assert said["dc:title"] == collapsed(document.title)
    assert said["dc:creator"] == [collapsed(document.author)]
    assert said["dc:description"] == collapsed(document.description)
    assert set(said["dc:language"]) == {str(root.Lang)} == {paper(name).language}
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    assert not root.MarkInfo.get("/Suspects", False)


@pytest.mark.parametrize("town", ["real", "sample"])
def test_short_documents_are_short(town: str) -> None:
    """A brief has two pages at most, and a sheet one, even that of the richest initiative."""
    assert paper(f"{town} brief").pdf.pages <= MOST_PAGES
    assert paper(f"{town} sheet").pdf.pages == 1


@each
def test_headings_are_those_of_the_view(name: str) -> None:
    """One title, and below it every heading at its level, in order."""
    file, made = tagged(name), paper(name)
    found = [
        (int(e.tag[1]), plain(file.text(e)))
        for e in file.root.walk()
        if re.fullmatch(r"H\d", e.tag)
    ]
    title = [(1, plain(part.title)) for part in of_kind(made, Cover, Masthead)]
    known = [(min(part.level, 6), plain(part.text)) for part in of_kind(made, Heading)]
    known += [(2, plain(part.title)) for part in of_kind(made, Contents)]
    extra = Counter(found) - Counter(title + known)

    assert found[0] == title[0]
    assert Counter(title + known) - Counter(found) == Counter()
    assert sum(extra.values()) == sum(1 for _ in prose_nodes(made, "heading"))
    assert [level for level, _ in found].count(1) == len(title) == 1


@each
def test_every_element_says_something(name: str) -> None:
    """No element is empty: a reader would announce it and then be silent."""
    file = tagged(name)
    silent = [(e.tag, str(e.raw.get("/P", {}).get("/S"))) for e in file.root.walk() if not e.kids]

    assert silent == []


@each
def test_headings_and_labels_hold_their_words_themselves(name: str) -> None:
    """Within a heading is no paragraph or part, within the label of a list no other element."""
    allowed = {"Link", "Note", "Reference", "Span", "Em", "Strong", "Code"}
    file = tagged(name)
    within = [
        (e.tag, inner.tag)
        for e in file.root.walk()
        if HEADING.fullmatch(e.tag) or e.tag == "Lbl"
        for inner in e.children
        if inner.tag not in (allowed if e.tag != "Lbl" else {"Link"})
    ]

    assert within == []


@each
def test_tables_are_those_of_the_view(name: str) -> None:
    """Every table of the view is one table, over however many pages, under its caption."""
    file, made = tagged(name), paper(name)
    found = of_kind(made, TableBlock, MatrixBlock)
    printed = [p.matrix if isinstance(p, MatrixBlock) else p.table for p in found]
    in_prose = sum(1 for _ in prose_nodes(made, "table"))
    tables = file.root.find("Table")
    shown = [plain(file.text(caption)) for t in tables for caption in t.find("Caption")]

    assert len(tables) == len(printed) + in_prose
    for table, caption in zip(printed, shown, strict=True):
        said = plain(table.caption)
        # What every row says follows the caption.
        same = isinstance(table, Table) and table.same
        assert caption.startswith(said) if same else caption == said


@each
def test_every_cell_has_its_headers(name: str) -> None:
    """A table is one head row, then rows of one header and cells that name it and their column."""
    torn = [
        f"{tagged(name).text(table)[:60]}: {fault}"
        for table in tagged(name).root.find("Table")
        for fault in faults_in(table)
    ]

    assert torn == []


def faults_in(table: Element) -> Iterator[str]:
    """Yield what is wrong with a table's headers."""
    heads = [row for part in table.find("THead") for row in part.find("TR")]
    rows = [row for part in table.find("TBody") for row in part.find("TR")]
    if len(heads) != 1 or not rows or len(table.find("TR")) != 1 + len(rows):
        yield f"{len(heads)} head rows and {len(rows)} others of {len(table.find('TR'))}"
        return
    columns = heads[0].find("TH", "TD")
    if {(c.tag, c.attribute("Table", "Scope")) for c in columns} != {("TH", Name.Column)}:
        yield "not every cell of the head is a column's header"
    column_ids = [c.raw.get("/ID") for c in columns]
    for row in rows:
        cells = row.find("TH", "TD")
        head = cells[0]
        if cells == [head] and head.attribute("Table", "ColSpan") == len(columns):
            continue
        if [c.tag for c in cells] != ["TH"] + ["TD"] * (len(columns) - 1):
            yield f"a row of {[c.tag for c in cells]}"
        if head.attribute("Table", "Scope") != Name.Row:
            yield "a row's header that is not said to be one"
        for cell, column_id in zip(cells[1:], column_ids[1:], strict=False):
            named = cell.attribute("Table", "Headers")
            ids = {bytes(i) for i in named} if named is not None else set()
            if ids != {bytes(column_id), bytes(head.raw.ID)}:
                yield f"a cell that names {ids}"


@each
def test_ids_lead_to_their_elements(name: str) -> None:
    """Headers are looked up by id in one sorted list, which holds every element with an id."""
    file = tagged(name)
    listed = list(tree_pairs(file.pdf.Root.StructTreeRoot.get("/IDTree", Dictionary())))
    held = {bytes(e.raw.ID): e.raw.objgen for e in file.root.walk() if "/ID" in e.raw}

    assert {key: element.objgen for key, element in listed} == held
    assert all(one < two for (one, _), (two, _) in pairwise(listed))


def tree_pairs(node: Object) -> Iterator[tuple[bytes, Object]]:
    """Yield the entries of a name tree (ISO 32000-1, 7.9.6)."""
    names = list(node.get("/Names", ()))
    yield from ((bytes(key), value) for key, value in zip(names[::2], names[1::2], strict=True))
    for kid in node.get("/Kids", ()):
        yield from tree_pairs(kid)


@each
def test_drawings_have_the_words_of_the_view(name: str) -> None:
    """Every drawing and picture is one figure, and its alternative is the view's own words."""
    file, made = tagged(name), paper(name)
    told = [str(e.raw.get("/Alt", "")) for e in file.root.find("Figure")]
    drawings = [spoken(part.drawing) for part in of_kind(made, DrawingBlock)]
    meant = [f"{drawing.title}. {' '.join(drawing.description)}" for drawing in drawings]
    lanes = [f"{p.title}. {p.chart.note}" for p in map(spoken, of_kind(made, SwimlaneBlock))]
    pictures = [part.alt for part in of_kind(made, Image)]
    pictures += [node["alt"] for node in prose_nodes(made, "img")]
    rows = [row for part in of_kind(made, MatrixBlock) for row in part.matrix.rows]
    pictures += [state.label for row in rows for state in row.states if state]
    known = Counter(map(collapsed, (*meant, *pictures)))
    rest = Counter(told) - known

    assert known - Counter(told) == Counter()
    assert len(told) == len(meant) + len(lanes) + len(pictures)
    assert all(any(alt.startswith(collapsed(start)) for start in lanes) for alt in rest)


@each
def test_no_mark_is_doubled(name: str) -> None:
    """Nor does a blank come before one: what is printed side by side reads as one sentence."""
    file = tagged(name)
    texts = [file.text(part) for part in file.root.find("P", "LI", "TD")]

    assert [text for text in texts if DOUBLED.search(text)] == []


@each
def test_nothing_is_said_outside_the_tags(name: str) -> None:
    """All text is tagged, but for what a page repeats and the dots that lead to its number."""
    file = tagged(name)
    heads = {file.text(cell) for part in file.root.find("THead") for cell in part.find("TH")}
    strays = [
        (run.page, run.text)
        for run in file.runs
        if run.mcid is None and not is_repeated(run, heads) and not is_leader(run)
    ]

    assert strays == []


def is_repeated(run: Run, heads: set[str]) -> bool:
    """Return whether text is at the head or foot of a page, or the head of a table once more."""
    match kind(run.artifact):
        case ("/Pagination", "/Header" | "/Footer"):
            return True
        case ("/Pagination", ""):
            return any(run.text.strip() in head for head in heads)
    return False


def is_leader(run: Run) -> bool:
    """Return whether text is the dots between an entry of the contents and its page."""
    return kind(run.artifact)[0] == "/Layout" and set(run.text) <= {".", " "}


def kind(artifact: Object | None) -> tuple[str, str]:
    """Return an artifact's type and subtype."""
    artifact = Dictionary() if artifact is None else artifact
    return str(artifact.get("/Type", "")), str(artifact.get("/Subtype", ""))


@each
def test_every_page_is_numbered_and_named(name: str) -> None:
    """The foot counts the pages and names the report; the head says as of when, but on page one."""
    file, document = tagged(name), paper(name).document
    last = len(file.pdf.pages)
    feet = {n: running(file, n, "/Footer") for n in range(1, last + 1)}
    heads = {n: running(file, n, "/Header") for n in range(1, last + 1)}
    bad_feet = {
        n: foot
        for n, foot in feet.items()
        if document.foot not in foot or not foot.endswith(f"Page {n} of {last}")
    }
    bad_heads = {n: head for n, head in heads.items() if document.running not in head and n > 1}

    assert (bad_feet, bad_heads, heads[1]) == ({}, {}, "")


def running(file: Tagged, number: int, subtype: str) -> str:
    """Return the text at the head or foot of a page."""
    runs = [r.text for r in file.runs if r.page == number and kind(r.artifact)[1] == subtype]
    return plain("".join(runs))


@each
def test_bookmarks_are_the_headings(name: str) -> None:
    """A reader may jump to every heading of the first levels, by its own words."""
    file = tagged(name)
    with file.pdf.open_outline() as outline:
        found = [plain(item.title) for item in flat(outline.root)]
    headings = of_kind(paper(name), Heading)

    assert found == [plain(h.text) for h in headings if h.level <= DEEPEST_BOOKMARK]


def flat(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    """Yield bookmarks in the order in which they are listed."""
    for item in items:
        yield item
        yield from flat(item.children)


@pytest.mark.parametrize("name", [n for n in NAMES if n.split()[1] in ("report", "edition")])
def test_contents_lead_to_their_pages(name: str) -> None:
    """Every entry of the contents names a heading, and the page on which it really is."""
    file = tagged(name)
    depth = of_kind(paper(name), Contents)[0].depth
    listed = [h for h in of_kind(paper(name), Heading) if h.listed and h.level <= depth]
    entries = file.root.find("TOCI")
    shown = [plain(file.text(entry)) for entry in entries]
    targets = [target_page(file, entry) for entry in entries]
    places = list(headings_by_page(file))
    lost = [
        (h.text, page)
        for h, page in zip(listed, targets, strict=True)
        if (page, plain(h.text)) not in places
    ]

    assert shown == [f"{plain(h.text)} {page}" for h, page in zip(listed, targets, strict=True)]
    assert lost == []


def headings_by_page(file: Tagged) -> Iterator[tuple[int, str]]:
    """Yield every heading with the page on which it begins."""
    for element in file.root.walk():
        if HEADING.fullmatch(element.tag):
            yield file.pages_of(element)[0], plain(file.text(element))


def target_page(file: Tagged, entry: Element) -> int:
    """Return the page to which the link of an entry leads."""
    held = [kid for link in entry.find("Link") for kid in link.raw.K if isinstance(kid, Dictionary)]
    annotation = next(kid.Obj for kid in held if "/Obj" in kid)
    place = annotation.get("/Dest") or annotation.A.D
    if isinstance(place, pikepdf.String):
        place = dict(tree_pairs(file.pdf.Root.Names.Dests))[bytes(place)]
    return file.number(place[0])


@each
def test_every_font_is_in_the_file(name: str) -> None:
    """No reader's machine has to have the typeface."""
    file = tagged(name)
    described = [
        o
        for o in file.pdf.objects
        if isinstance(o, Dictionary) and o.get("/Type") == "/FontDescriptor"
    ]
    absent = [
        str(d.FontName) for d in described if not {"/FontFile2", "/FontFile3"} & set(d.keys())
    ]

    assert described
    assert absent == []


@each
def test_every_script_has_its_language(name: str) -> None:
    """Cyrillic words are said to be Russian or Ukrainian, and nothing else is."""
    file = tagged(name)
    spoken = languages(file.root, str(file.pdf.Root.Lang))
    wrong = [
        (run.page, run.text)
        for run in file.runs
        if run.mcid is not None
        and bool(CYRILLIC.search(run.text))
        != ((run.language or spoken[run.page, run.mcid]) in ("ru", "uk"))
    ]

    assert wrong == []


def languages(element: Element, language: str) -> dict[Mark, str]:
    """Return the language that is in force for all marked content at or below an element."""
    language = str(element.raw.get("/Lang", language))
    found = dict.fromkeys(element.marked, language)
    for child in element.children:
        found |= languages(child, language)
    return found


@each
def test_the_data_comes_with_it(name: str) -> None:
    """A document carries the data behind it, and says what each file is."""
    file, made = tagged(name), paper(name)
    inside = {
        str(entry.UF): (entry.EF.F.read_bytes(), str(entry.AFRelationship), str(entry.Desc))
        for entry in file.pdf.Root.get("/AF", ())
    }

    assert inside == {a.name: (a.content, "/Data", a.says) for a in made.attachments}
    assert "initiatives.csv" in inside
