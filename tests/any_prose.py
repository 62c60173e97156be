"""Random prose of the whole dialect, a town that holds it everywhere, and what must be there."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from html.parser import HTMLParser

from bs4 import BeautifulSoup, Tag
from larkhaven import larkhaven
from nasty import PLAIN

from generator.model.background import NarrativePage
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.model.updates import Evaluation, Update
from generator.prose.parser import parse_prose
from generator.prose.tree import words

WORDS = (
    *(
        "ferry",
        "quay",
        "Łódź",
        "naïve",
        "1st",
        "3.5",
        "5 % more",
        "“quoted”",
        "can't",
        "e.g.",
        "A&B",
    ),
    *(
        "1. one",
        "x_y_z",
        "a*b",
        "<",
        ">",
        "&",
        "&amp;",
        "&#35;",
        "\\*",
        "\\[x\\]",
        "\\`",
        "|",
        "{: #id }",
    ),
    *(
        "{: .c onclick=x }",
        "{{ x }}",
        "{% y %}",
        "::",
        "!!! note",
        "++a++",
        "==b==",
        "~~c~~",
        "$d$",
    ),
    *(
        "[x]",
        "[ ]",
        "[[w]]",
        "(c)",
        "--",
        "...",
        ":smile:",
        "\\<b>",
        "*[HTML]: a",
        "[TOC]",
        "---8<---",
    ),
    *(
        "@me",
        "#12",
        "^up^",
        "%%",
        "klzzwxh:0001",
        "0",
        "\u00a0",
        "🚲",
        "не́что",
        "`` ` ``",
        "term\n: says",
    ),
)
LINKS = (
    *("source:desk-survey", "initiative:tide-gauge", "area:harbour", "page:introduction"),
    *(
        "https://a.example/b_c?d=1&e=*f*#g",
        "http://x.example/(y)",
        "mailto:a@b.example",
        "tel:+1-2",
    ),
)


class Maker:
    """Makes texts that authors could write; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rng = random.Random(seed)  # noqa: S311 - no secret
        self.notes: list[str] = []
        self.number = 0

    def prose(self) -> str:
        """Return the next text: whole blocks, and nothing in it that an author must change."""
        while True:
            self.number += 1
            text = self._text()
            if not parse_prose(text).faults:
                return text

    def _text(self) -> str:
        self.notes = []
        self.level = 0
        blocks = [self._block(0) for _ in range(self.rng.randint(1, 6))]
        first = f"Begin{self.seed}x{self.number}."
        return "\n\n".join([first, *blocks, *self._definitions(), ""])

    def _definitions(self) -> Iterator[str]:
        for name in self.notes:
            yield f"[^{name}]: {self.inline(1)}"
            if self.rng.random() < 0.3:
                yield "    " + self._list(0).replace("\n", "\n    ")

    def _block(self, depth: int) -> str:
        kinds = [self._paragraph, self._list, self._list, self._table, self._code, self._quote]
        if depth == 0:
            kinds += [self._heading, self._heading, self._paragraph, self._rule, self._nasty]
        return self.rng.choice(kinds)(depth)

    def _paragraph(self, depth: int) -> str:
        lines = [self.inline(depth) for _ in range(self.rng.randint(1, 3))]
        return self.rng.choice(("\n", "  \n")).join(lines)

    def _heading(self, depth: int) -> str:
        self.level = self.rng.randint(1, min(6, self.level + 1))
        words = self.inline(depth).replace("\n", " ")
        if self.level <= 2 and self.rng.random() < 0.3:
            return f"{words}\n{'=-'[self.level - 1] * 5}"
        return f"{'#' * self.level} {words}{self.rng.choice(('', ' ##', ' {: #top }'))}"

    def _list(self, depth: int) -> str:
        first = self.rng.choice((1, 1, 3, 2016, 999_999_999))
        loose, numbered = self.rng.random() < 0.4, self.rng.random() < 0.6
        items = []
        for number in range(self.rng.randint(1, 4)):
            item = self.inline(depth)
            if depth < 3 and self.rng.random() < 0.4:
                item += "\n\n" + self._block(depth + 1)
            mark = f"{first + number}. " if numbered else self.rng.choice("-*+") + " "
            items.append(mark + item.replace("\n", "\n    "))
        return ("\n\n" if loose else "\n").join(items)

    def _table(self, depth: int) -> str:
        columns = self.rng.randint(1, 5)
        rule = [self.rng.choice(("-", ":-", "-:", ":-:", "----")) for _ in range(columns)]
        rows = [[self._cell(depth) for _ in range(columns)] for _ in range(self.rng.randint(1, 4))]
        return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))

    def _cell(self, depth: int) -> str:
        return self.inline(depth).replace("\n", " ").replace("|", "\\|")

    def _code(self, depth: int) -> str:
        del depth
        lines = [self.rng.choice(PLAIN) for _ in range(self.rng.randint(1, 3))]
        return "    " + "\n    ".join(lines)

    def _quote(self, depth: int) -> str:
        return "> " + self._block(min(3, depth + 1)).replace("\n", "\n> ")

    def _rule(self, depth: int) -> str:
        del depth
        return self.rng.choice(("---", "***", "* * *"))

    def _nasty(self, depth: int) -> str:
        del depth
        return self.rng.choice(PLAIN)

    def inline(self, depth: int) -> str:
        """Return words with what may be among them."""
        return " ".join(self._piece(depth) for _ in range(self.rng.randint(1, 5)))

    def _piece(self, depth: int) -> str:
        word = self.rng.choice(WORDS)
        link, web = self.rng.choice(LINKS), self.rng.choice(("https://a.example/b", "a@b.example"))
        forms = [f"*{word}*", f"__{word}__", f"`{word}`", f"[{word}]({link})", f"<{web}>"]
        forms += [f"![{word}](media:quay.png)", f'[{word} **b**]({link} "title")', *[word] * 4]
        number = self.rng.randint(0, len(forms))
        if number == len(forms):
            return word if depth else self._note()
        return forms[number]

    def _note(self) -> str:
        if self.notes and self.rng.random() < 0.3:
            return f"again[^{self.rng.choice(self.notes)}]"
        self.notes.append(self.rng.choice(("", "n", "note-")) + str(len(self.notes) + 1))
        return f"noted[^{self.notes[-1]}]"


@dataclass(frozen=True)
class Town:
    """A report with random prose in every field that takes any, and the texts by their mark."""

    report: Report
    texts: Mapping[str, str]


def town(seed: int, updates: int, pages: int) -> Town:
    """Return the sample town with as many updates, and pages and evaluations, as are asked for."""
    maker = Maker(seed)
    report = larkhaven()
    texts: dict[str, str] = {}

    def prose() -> str:
        text = maker.prose()
        texts[text.partition(".")[0]] = text
        return text

    def update(number: int) -> Update:
        like = report.updates[number % len(report.updates)]
        day = date(2022, 1, 1) + timedelta(days=number)
        changes = {"milestone": str(day), "as_of": PartialDate.parse(str(day)), "evidence": ()}
        return like.model_copy(update={**changes, "continues_in": None, "body": prose()})

    def evaluation(number: int) -> Evaluation:
        like = report.evaluations[number % len(report.evaluations)]
        return like.model_copy(update={"body": prose()})

    def page(number: int) -> NarrativePage:
        like = report.pages[number % len(report.pages)]
        if number < len(report.pages):
            return like.model_copy(update={"body": prose()})
        return like.model_copy(update={"id": f"page-{number}", "body": prose()})

    return Town(
        report.model_copy(
            update={
                "updates": tuple(update(n) for n in range(updates)),
                "evaluations": tuple(evaluation(n) for n in range(len(report.evaluations))),
                "pages": tuple(page(n) for n in range(max(pages, len(report.pages)))),
                "editions": tuple(
                    e.model_copy(update={"introduction": prose()}) for e in report.editions
                ),
                "initiatives": tuple(
                    i.model_copy(update={"description": prose()}) for i in report.initiatives
                ),
            }
        ),
        texts,
    )


_HEADING = re.compile(r"^## (.*) \{: #(text-\S*) \}$", re.MULTILINE)
_AS_HTML = r'<h2 id="\2">\1</h2>'
"""Headings of a text in a page that is not built yet."""


class _Nesting(HTMLParser):
    """Asserts that each end tag closes what was opened last."""

    VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        del attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass an element that ends at once."""

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


def faults_of_page(html: str, texts: Mapping[str, str]) -> tuple[set[str], list[str]]:
    """Return which texts a page shows, by their mark, and everything that is wrong with it."""
    begins, ends = html.find("<article"), html.rfind("</article>")
    part = html[begins:ends] + "</article>" if begins >= 0 else _HEADING.sub(_AS_HTML, html)
    page = BeautifulSoup(part, "html.parser")
    wrong = [f"nesting: {tag}" for tag in _Nesting(part).wrong]
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    wrong += [f"id twice: {name}" for name in set(ids) if ids.count(name) > 1]
    shown: set[str] = set()
    for mark, parts in _texts(page):
        shown.add(mark)
        wrong += [
            f"no such place: {a['href']}"
            for part in parts
            for a in part.find_all("a", href=True)
            if str(a["href"]).startswith("#") and str(a["href"])[1:] not in ids
        ]
        if mark not in texts:
            wrong.append(f"unknown text: {mark}")
        elif " ".join(filter(None, map(_read, parts))) != words(parse_prose(texts[mark]).children):
            wrong.append(f"other words: {mark}")
    return shown, wrong


def _texts(page: BeautifulSoup) -> list[tuple[str, list[Tag]]]:
    """Return each text of a page by its mark; a page of prose has it cut at its headings."""
    found: list[tuple[str, list[Tag]]] = []
    for part in page.select("div.prose, h2[id^=text-]"):
        mark = part.get_text().strip().partition(".")[0]
        if found and not mark.startswith("Begin"):
            found[-1][1].append(part)
        else:
            found.append((mark, [part]))
    return found


def _read(prose: Tag) -> str:
    """Return what a reader gets, without the marks of notes and the ways back from them."""
    copy = BeautifulSoup(str(prose), "html.parser")
    for mark in copy.select("sup, [role=doc-backlink]"):
        mark.decompose()
    for image in copy.find_all("img"):
        image.replace_with(str(image["alt"]))
    blocks = ["p", "li", "td", "th", "pre", "blockquote", "hr", "br", "ul", "ol", "table", "tr"]
    for block in copy.find_all([*blocks, "h1", "h2", "h3", "h4", "h5", "h6", "section"]):
        block.insert_before(" ")
        block.insert_after(" ")
    return " ".join(copy.get_text().split())
