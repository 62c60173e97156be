"""Pages as Markdown files: nothing undefined, no dead link, and every field as it was typed."""

import difflib
import html
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup
from jinja2 import UndefinedError
from larkhaven import SAMPLE, larkhaven, pictures
from markdown import Markdown
from nasty import PLAIN
from site_pages import pages

from generator.commands.build import docs_folder
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions.shown import Shown
from generator.load.binding import bind
from generator.load.source_document import YamlDocument
from generator.load.yaml.source import parse_yaml
from generator.model.fields import fields_of
from generator.model.initiative import Initiative
from generator.model.report import Report
from generator.model.values import Record, Text, Title
from generator.render.html.environment import site_environment
from generator.render.html.pages import PageFrame, relative, render_page
from generator.views.base.page import Page
from generator.views.base.site_context import SiteContext
from generator.views.registry import pages_by_address
from tests.spoken import ENGLISH

ROOT = Path(__file__).parents[3]
FRAME = PageFrame(disclaimer="Invented.", license="None", as_of="10 February 2024")
SHOWN = {"initiative": "initiatives/tide-gauge/", "narrative": "about/history/"}
"""Which page of a kind stands for it among the golden files; else the first."""

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
DAYS = {"empty": date(2020, 1, 1), "early": date(2021, 12, 31), "later": date(2031, 1, 1)}


class _Config(yaml.SafeLoader):
    """Reads mkdocs.yml without the values of the environment."""


_Config.add_constructor("!ENV", lambda *_: None)


@cache
def site_markdown() -> Markdown:
    """Return Markdown with the extensions of mkdocs.yml, and those that MkDocs always adds."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Config)  # noqa: S506 - is safe
    names: list[str] = ["toc", "tables", "fenced_code"]
    options: dict[str, Any] = {}
    for entry in config["markdown_extensions"]:
        chosen = entry if isinstance(entry, dict) else {entry: None}
        for name, given in chosen.items():
            names += [] if name in names else [name]
            options |= {name: given} if given else {}
    return Markdown(extensions=names, extension_configs=options)


def opened(text: str) -> tuple[dict[str, Any], BeautifulSoup]:
    """Return the front matter of a Markdown file, and the page that its text becomes."""
    _, front, body = text.split("---\n", 2)
    converter = site_markdown()
    converter.reset()
    return yaml.safe_load(front), BeautifulSoup(converter.convert(body), "html.parser")


def rendered(seen: Snapshot) -> dict[str, str]:
    """Return the Markdown file of every page by its address."""
    environment = site_environment(ENGLISH)
    return {page.target: render_page(environment, page, FRAME) for page in pages(seen)}


def whole_site(seen: Snapshot) -> tuple[dict[str, str], set[str]]:
    """Return the Markdown of every page by its address, and the addresses of all other files."""
    made = docs_folder(SAMPLE, Shown(seen, ()), pictures).files()
    files = {f"/{path}": raw for path, raw in made.items()}
    texts = {
        path.removesuffix(".md").removesuffix("index").rstrip("/") + "/": raw.decode()
        for path, raw in files.items()
        if path.endswith(".md")
    }
    return texts, {path for path in files if not path.endswith(".md")}


# --- golden files ---------------------------------------------------------------------------------


def readable(text: str) -> str:
    """Return a page for people to compare: a row or item a line, words as read, no drawings."""
    text = re.sub(r"<svg.*?</svg>", "<svg/>", text)
    text = re.sub(r"&#(?:x[0-9A-Fa-f]+|\d+);", lambda found: html.unescape(found[0]), text)
    parts = r"(?=<(?:h\d|p|dl|div><dt|table|caption|tr|ul|ol|li|section|figure)\b)"
    lines = [part.strip() for part in re.split(rf"{parts}|\n", text)]
    return "\n".join(line for line in lines if line) + "\n"


def one_of_each_kind(seen: Snapshot) -> dict[str, Page]:
    """Return one page for every template, by the template's name."""
    found: dict[str, Page] = {}
    for page in pages(seen):
        if page.template not in found or page.target == SHOWN.get(page.template):
            found[page.template] = page
    return found


def test_pages_of_every_kind(golden: Callable[[str, Mapping[str, str]], None]) -> None:
    """One page of each kind says word for word what was agreed."""
    environment = site_environment(ENGLISH)
    texts = {
        f"{kind}.md": readable(render_page(environment, page, FRAME))
        for kind, page in one_of_each_kind(NOW).items()
    }

    golden("site", texts)


# --- strictness and links -------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_no_template_asks_for_what_is_not_there(day: date) -> None:
    """Pages can be made of any day, also before anything was promised."""
    assert rendered(snapshot(larkhaven(), day))


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    """A misspelt name stops the run; it never leaves a blank on a page."""
    with pytest.raises(UndefinedError, match="titel"):
        site_environment(ENGLISH).from_string("{{ view.titel }}").render(view={"title": "Gauges"})


def addresses_in(page: BeautifulSoup, front: Mapping[str, Any]) -> Iterator[str]:
    """Yield every address that a page calls up or leads to, the way back included."""
    for tag, name in (("a", "href"), ("img", "src"), ("use", "href"), ("script", "src")):
        yield from (str(found[name]) for found in page.find_all(tag) if found.get(name))
    yield from (f"/{crumb['url']}" for crumb in front.get("crumbs", ()))


def ids_in(page: BeautifulSoup) -> list[str]:
    """Return the ids of a page's elements, in its order."""
    return [str(found["id"]) for found in page.find_all(id=True)]


@pytest.mark.parametrize("day", [NOW.day, *DAYS.values()], ids=["now", *DAYS])
def test_every_link_leads_to_a_page_and_a_place_on_it(day: date) -> None:
    """No page of the site, as built from the same Markdown, has a dead link or anchor."""
    seen = snapshot(larkhaven(), day)
    texts, files = whole_site(seen)
    site = {target: opened(text) for target, text in texts.items()}
    anchors = {target: {"", *ids_in(page)} for target, (_, page) in site.items()}

    dead = []
    for target, (front, page) in site.items():
        for address in addresses_in(page, front):
            path, _, anchor = urljoin(target, address).partition("#")
            known = anchors.get(path, {""} if path in files else set())
            if not path.startswith(("https://", "http://", "mailto:")) and anchor not in known:
                dead.append((target, address))

    assert dead == []


def test_prose_names_without_a_link_what_was_not_yet_on_the_record() -> None:
    """Before an initiative is proposed, prose of undated pages keeps its words alone."""
    before, now = (snapshot(larkhaven(), day) for day in (DAYS["empty"], NOW.day))
    pages = [opened(whole_site(seen)[0]["/about/history/"])[1] for seen in (before, now)]
    links = [
        [a.get_text() for a in page.select(".prose a") if "initiatives/" in str(a["href"])]
        for page in pages
    ]

    assert links[0] == []
    assert links[1]
    assert all(words in pages[0].get_text() for words in links[1])


def test_no_id_stands_twice_on_a_page() -> None:
    """An anchor means one place, and a label names one thing."""
    ids = {target: ids_in(opened(text)[1]) for target, text in whole_site(NOW)[0].items()}

    twice = {target: [i for i in found if found.count(i) > 1] for target, found in ids.items()}

    assert {target: found for target, found in twice.items() if found} == {}


@pytest.mark.parametrize(
    ("origin", "target", "address"),
    [
        ("", "status/", "status/"),
        ("", "", "./"),
        ("", "#ideas", "#ideas"),
        ("status/", "", "../"),
        ("status/", "status/#status-paused", "../status/#status-paused"),
        ("areas/harbour/", "initiatives/tide-gauge/", "../../initiatives/tide-gauge/"),
        ("areas/harbour/", "#goals", "#goals"),
        ("areas/", "https://a.example/?x=1&y=2", "https://a.example/?x=1&amp;y=2"),
        ("areas/", 'https://a.example/"onclick=x', "https://a.example/&#34;onclick=x"),
        ("areas/", "mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_addresses_are_relative_to_the_page(origin: str, target: str, address: str) -> None:
    """The site works in any folder of any host; web addresses stay, safe between quotes."""
    assert str(relative(origin, target)) == address


def test_what_all_languages_share_is_the_first_languages() -> None:
    """Data and pictures exist once; pages and documents in each language."""
    targets = ("data/sources.csv", "media/gauge.png", "data/", "downloads/report.pdf")
    found = [str(relative("about/", target, "../")) for target in targets]
    assert found == [
        "../../data/sources.csv",
        "../../media/gauge.png",
        "../data/",
        "../downloads/report.pdf",
    ]


# --- every field as it was typed ------------------------------------------------------------------

PLACEHOLDER = "plainword"
NAMES_OTHERS = {"about", "milestone", "subject", "measures"}
"""Texts that are ids of other things."""

FIELD_OF_TEXT = {*Text.__metadata__}
FIELD_OF_TITLE = {*Title.__metadata__}


def metadata(annotation: Any) -> Iterator[tuple[object, ...]]:
    """Yield what is noted at the types of an annotation, however deep."""
    if get_origin(annotation) is Annotated:
        yield annotation.__metadata__
    for part in get_args(annotation):
        yield from metadata(part)


def is_text(record: Record, name: str) -> bool:
    """Return whether a field holds plain text of any characters."""
    if fields_of(type(record))[name].is_markup:
        return False
    field = type(record).model_fields[name]
    noted = [{*notes} for notes in ([*field.metadata], *metadata(field.annotation))]
    texts = [notes for notes in noted if notes >= FIELD_OF_TEXT and not notes >= FIELD_OF_TITLE]
    return name not in NAMES_OTHERS and bool(texts)


def filled(value: Any, text: str) -> Any:
    """Return the value with the text in every plain text field, at whatever depth."""
    if isinstance(value, tuple):
        return tuple(filled(part, text) for part in value)
    if not isinstance(value, Record):
        return value
    changed = {
        name: (tuple(text for _ in part) if isinstance(part, tuple) else text)
        if part and is_text(value, name)
        else filled(part, text)
        for name, part in value.__dict__.items()
    }
    return value.model_copy(update=changed)


def filled_report(text: str) -> Report:
    """Return the sample with the text in every text field of initiatives, updates and money."""
    report = larkhaven()
    parts = ("initiatives", "updates", "areas", "organization", "calendar", "background")
    changed = {name: filled(getattr(report, name), text) for name in parts}
    return report.model_copy(update=changed)


def page_of_initiative(text: str) -> tuple[dict[str, Any], BeautifulSoup]:
    """Return the page of the richest initiative, its texts replaced."""
    seen = snapshot(filled_report(text), larkhaven().about.as_of)
    group = pages_by_address(SiteContext(seen))["initiatives/tide-gauge/"]
    page = next(made for made in group.pages() if isinstance(made, Page))
    return opened(render_page(environment(), page, FRAME))


environment = cache(partial(site_environment, ENGLISH))


def arrived(value: str) -> str:
    """Return a typed text as a reader meets it: white space in runs of one."""
    return re.sub(r"[\t-\r\x1c-\x20\x85\u2028\u2029]+", " ", value).strip(" ")


def flat(page: BeautifulSoup) -> list[str]:
    """Return a page as a list of tags, attributes and words, in its order."""
    found = []
    for node in page.descendants:
        if getattr(node, "name", None):
            found.append(f"<{node.name}>")
            found += [f"{name}={value}" for name, value in node.attrs.items()]
        elif words := re.sub(r"[ \n]+", " ", str(node)).strip(" "):
            found.append(words)
    return found


UNMARKED = dict.fromkeys((0x2068, 0x2069))
"""Takes away what keeps words from right to left apart inside an English sentence."""


def as_if_typed(piece: str, typed: str) -> str:
    """Return a piece of the harmless page as it must read with another text in its place."""
    first = typed[:1].upper() + typed[1:]
    return piece.replace(PLACEHOLDER, typed).replace(PLACEHOLDER.capitalize(), first)


@cache
def harmless() -> tuple[str, ...]:
    """Return the page with a plain word in every text field."""
    return tuple(flat(page_of_initiative(PLACEHOLDER)[1]))


def test_the_harmless_page_holds_many_fields() -> None:
    """The proof below is no empty one: dozens of places on the page hold a text field."""
    assert sum(PLACEHOLDER in piece.lower() for piece in harmless()) > 60


@pytest.mark.slow
def test_every_field_arrives_as_typed() -> None:
    """Any string in all text fields gives the same elements, with that string as their words."""
    differing = {}
    for typed in PLAIN:
        front, page = page_of_initiative(typed)
        expected = [as_if_typed(piece, arrived(typed)) for piece in harmless()]
        shown = [piece.translate(UNMARKED) for piece in flat(page)]
        lines = difflib.unified_diff(expected, shown, n=0, lineterm="")
        differing[typed] = (front["description"], [*lines])

    assert differing == {typed: (typed, []) for typed in PLAIN}


@pytest.mark.parametrize("sign", ["<", ">", "{", "}", "\u202e"])
def test_titles_with_markup_never_reach_a_page(sign: str) -> None:
    """The loader refuses them at their place, so no template need be trusted with them."""
    raw = (SAMPLE.content / "initiatives" / "bench-map.yml").read_text("utf-8")
    line = 'title: "Map of resting benches"'
    changed = raw.replace(line, f'title: "Map {sign} of benches"', 1)
    document, found = parse_yaml(changed.encode(), "bench-map.yml")

    issues = list(found)
    if isinstance(document, YamlDocument):
        issues += bind(Initiative, document)[1]

    assert [(i.location.path, i.location.line) for i in issues][:1] == [("bench-map.yml", 2)]
