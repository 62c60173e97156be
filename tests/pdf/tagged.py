"""Reads a tagged PDF as assistive technology does: elements, their text, what is outside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}


Mark = tuple[int, int]
"""Marked content: its page and id."""


@dataclass(frozen=True)
class Element:
    """An element of the structure tree."""

    tag: str
    raw: Object
    kids: tuple["Element | Mark", ...]
    """What is in it, in reading order."""

    @property
    def children(self) -> list["Element"]:
        """Return the elements in it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def marked(self) -> list[Mark]:
        """Return the marked content that is in it and in no element below it."""
        return [kid for kid in self.kids if not isinstance(kid, Element)]

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, *tags: str) -> list["Element"]:
        """Return the elements with one of the tags at or below this one, in reading order."""
        return [e for e in self.walk() if e.tag in tags]

    def attribute(self, owner: str, name: str) -> Object | None:
        """Return an attribute of the element, None where it is not set."""
        held = self.raw.get("/A")
        for one in held if isinstance(held, Array) else [held]:
            if one is not None and one.get("/O") == f"/{owner}" and f"/{name}" in one:
                return one[f"/{name}"]
        return None


@dataclass(frozen=True)
class Run:
    """Text that a page shows at one stroke, and the marked content that it is in."""

    text: str
    page: int
    marks: tuple[tuple[str, Object | None], ...]
    """Tag and properties of each marked content around it, outermost first."""
    color: str
    """In hexadecimal digits, such as `#17202a`."""

    @property
    def mcid(self) -> int | None:
        """Return the id that ties it to an element, None where it has none."""
        for _, properties in reversed(self.marks):
            if properties is not None and "/MCID" in properties:
                return int(properties["/MCID"])
        return None

    @property
    def language(self) -> str | None:
        """Return the language that the page itself says it is in, None where it says none."""
        said = [str(p.Lang) for _, p in self.marks if p is not None and "/Lang" in p]
        return said[-1] if said else None

    @property
    def artifact(self) -> Object | None:
        """Return the properties of the artifact around it, None where it is no artifact."""
        return next((p or Dictionary() for tag, p in self.marks if tag == "/Artifact"), None)


class Tagged:
    """A PDF that is open for reading."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(content))
        self.page_numbers = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages, 1)}

    @cached_property
    def root(self) -> Element:
        """The one element that everything is in."""
        inside = self.pdf.Root.StructTreeRoot.K
        tops = list(inside) if isinstance(inside, Array) else [inside]
        if len(tops) != 1:
            raise AssertionError(f"{len(tops)} elements stand at the top of the structure")
        return self._element(tops[0], 0)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All text that pages show, page by page."""
        return tuple(run for n, page in enumerate(self.pdf.pages, 1) for run in _runs(page, n))

    def text(self, element: Element) -> str:
        """Return the text of an element and of all below it, in reading order."""
        return "".join(self._texts(element)).strip()

    def _texts(self, element: Element) -> Iterator[str]:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from self._texts(kid)
            else:
                yield self._marked.get(kid, "")

    def pages_of(self, element: Element) -> list[int]:
        """Return the numbers of the pages on which an element is."""
        return sorted({page for e in element.walk() for page, _ in e.marked})

    def number(self, page: Object) -> int:
        """Return the number of a page."""
        return self.page_numbers[page.objgen]

    @cached_property
    def _marked(self) -> Mapping[tuple[int, int], str]:
        found: dict[tuple[int, int], str] = {}
        for run in self.runs:
            if run.mcid is not None:
                place = (run.page, run.mcid)
                found[place] = found.get(place, "") + run.text
        return found

    def _element(self, raw: Object, page: int) -> Element:
        page = self.number(raw.Pg) if "/Pg" in raw else page
        inside = raw.get("/K", Array())
        kids: list[Element | Mark] = []
        for kid in inside if isinstance(inside, Array) else [inside]:
            if isinstance(kid, int):
                kids.append((page, int(kid)))
            elif kid.get("/Type") == "/MCR":
                kids.append((self.number(kid.Pg) if "/Pg" in kid else page, int(kid.MCID)))
            elif "/S" in kid:
                kids.append(self._element(kid, page))
        return Element(str(raw.S)[1:], raw, tuple(kids))


def _runs(page: pikepdf.Page, number: int) -> Iterator[Run]:
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    properties = page.resources.get("/Properties", Dictionary())
    marks: list[tuple[str, Object | None]] = []
    letters: Mapping[bytes, str] = {}
    colors = ["#000000"]
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                colors.append(colors[-1])
            case "Q":
                colors.pop()
            case "scn" | "sc" | "rg" | "g":
                colors[-1] = _color(operands)
            case "BMC":
                marks.append((str(operands[0]), None))
            case "BDC":
                given = operands[1]
                held = properties[given] if isinstance(given, Name) else given
                marks.append((str(operands[0]), held))
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case shown if shown in SHOWS_TEXT:
                yield Run(_decoded(operands[-1], letters), number, tuple(marks), colors[-1])


def _color(parts: Sequence[Object]) -> str:
    values = [round(float(part) * 255) for part in parts]
    return "#" + "".join(f"{value:02x}" for value in (values if len(values) > 1 else values * 3))


def _decoded(shown: Object, letters: Mapping[bytes, str]) -> str:
    strings = (
        [s for s in shown if isinstance(s, pikepdf.String)] if isinstance(shown, Array) else [shown]
    )
    codes = b"".join(map(bytes, strings))
    return "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _letters(font: Object) -> dict[bytes, str]:
    """Return what each two-byte code of a font means (ISO 32000-1, 9.10.3)."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, meant in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(meant).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, meant in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = int(meant, 16)
            for step, code in enumerate(range(int(low, 16), int(high, 16) + 1)):
                found[code.to_bytes(2, "big")] = chr(first + step)
    return found
