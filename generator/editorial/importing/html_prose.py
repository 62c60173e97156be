"""HTML and plain text to Markdown of the report's one dialect, and where a first sentence ends."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

_DROPPED = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe"})
_BLOCKS = frozenset(
    # Split, because a list of them is one line a word.
    "address article aside blockquote dd div dl dt fieldset figcaption figure footer form "  # noqa: SIM905
    "header li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--)>?")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]+);")
_SIGNS = re.compile(r"[\\`*_\[\]<>&|]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
"""Signs that Markdown does not escape."""
_BEGINNING = re.compile(r"^(\s*)([#+-]|\d+[.)])", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://[^\s/?#\\()<>\"]+|mailto:[^\s@()<>\"]+@)[^\s()<>\"]*")
_OPENING, _CLOSING = "\"'\u201c\u2018«([¿¡", "\"'\u201d\u2019»)]"
_SIGNS_OF_END = ".!?…\u3002\uff01\uff1f"
_ENDS = re.compile(
    rf"[{_SIGNS_OF_END}]+[{re.escape(_CLOSING)}]*(?=\s+[{re.escape(_OPENING)}]*[^\W_])"
)
_SHORT = re.compile(r"(?:^|[\s(])(?:[^\W\d_]{1,2}|approx|etc|Inc|Ltd|Pty|Corp|vs|art|núm|nº)\.$")
_BETWEEN_ITEMS = re.compile(r"^((?:- |\d+\. ).*)\n\n(?=(?:- |\d+\. ))", re.MULTILINE)
_LONGEST_SENTENCE = 600
"""Characters; longer than that is no sentence that stands for the whole."""


def looks_like_html(text: str) -> bool:
    """Return whether a text has tags or entities of HTML in it."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def escaped(text: str) -> str:
    """Return plain words as Markdown that shows just them; lines stay apart as paragraphs."""
    lines = (_SIGNS.sub(_escaped_sign, line) for line in text.split("\n"))
    kept = (_BEGINNING.sub(_as_words, line.strip()) for line in lines)
    return "\n\n".join(line for line in kept if line)


def _as_words(found: re.Match[str]) -> str:
    mark = found[2]
    return found[1] + (f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}")


_PICTURE = re.compile(r"<(?:img|picture|svg|video|audio|iframe|object|embed)\b", re.IGNORECASE)


def pictures_in(text: str) -> int:
    """Return how many pictures and other things a text of HTML has that no prose can hold."""
    return len(_PICTURE.findall(text))


def html_to_markdown(text: str) -> str:
    """Return a text of HTML as Markdown: paragraphs, lists, emphasis, and links; nothing else."""
    reader = _HtmlReader()
    reader.feed(text)
    reader.close()
    return reader.markdown()


def html_to_words(text: str) -> str:
    """Return what a text of HTML says, one paragraph to a line."""
    reader = _HtmlReader(plain=True)
    reader.feed(text)
    reader.close()
    return reader.markdown().replace("\n\n", "\n")


class _HtmlReader(HTMLParser):
    """Gathers paragraphs; a list's items are paragraphs with a mark before them."""

    def __init__(self, *, plain: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self._plain = plain
        self._blocks: list[str] = []
        self._inline: list[str] = []
        self._lists: list[int | None] = []
        """For each open list the number of its next item; None where items have none."""
        self._mark = ""
        self._dropped = 0
        self._address: str | None = None
        self._linked = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in _DROPPED:
            self._dropped += 1
        elif tag == "br":
            self._inline.append("\n")
        elif tag in ("ul", "ol"):
            self._end_block()
            self._lists.append(1 if tag == "ol" else None)
        elif tag == "li":
            self._end_block()
            self._mark = self._item_mark()
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._end_block()
        elif tag == "a" and self._address is None:
            self._address = dict(attrs).get("href") or ""
            self._linked = len(self._inline)
        elif tag in _MARKS and not self._plain:
            self._inline.append(f"\x00{_MARKS[tag]}")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag in ("ul", "ol"):
            self._end_block()
            if self._lists:
                self._lists.pop()
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._end_block()
        elif tag == "a":
            self._end_link()
        elif tag in _MARKS and not self._plain:
            self._inline.append(f"\x00{_MARKS[tag]}")

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._dropped:
            words = re.sub(r"\s+", " ", data)
            self._inline.append(words if self._plain else _SIGNS.sub(_escaped_sign, words))

    def markdown(self) -> str:
        """Return what was gathered."""
        self._end_block()
        text = "\n\n".join(self._blocks)
        return _BETWEEN_ITEMS.sub(r"\1\n", text)

    def _item_mark(self) -> str:
        if self._plain:
            return ""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _end_link(self) -> None:
        address, self._address = self._address, None
        words = "".join(self._inline[self._linked :])
        if address and not self._plain and words.strip() and _ADDRESS.fullmatch(address):
            self._inline[self._linked :] = [f"[{words.strip()}](<{address}>)"]

    def _end_block(self) -> None:
        if self._address is not None:
            self._end_link()
        lines = [" ".join(line.split()) for line in _emphasized("".join(self._inline)).split("\n")]
        self._inline, mark = [], self._mark
        words = [line for line in lines if line]
        if not words:
            return
        self._mark = ""
        if not self._plain:
            words = [_BEGINNING.sub(_as_words, line) for line in words]
        if mark:
            self._blocks.append(mark + " ".join(words))
        else:
            self._blocks += words


def _escaped_sign(sign: re.Match[str]) -> str:
    return _ENTITIES.get(sign[0], f"\\{sign[0]}")


def _emphasized(text: str) -> str:
    """Return a text with its marks of emphasis where they pair around words, and without others."""
    parts = re.split("\x00(\\*\\*?)", text)
    if len(parts) == 1:
        return text
    made, open_mark = parts[0], ""
    for mark, words in zip(parts[1::2], parts[2::2], strict=True):
        if not open_mark and words.strip() and f"\x00{mark}" in text:
            lead = words[: len(words) - len(words.lstrip())]
            made += f"{lead}{mark}{words.strip()}"
            open_mark, tail = mark, words[len(words.rstrip()) :]
        elif mark == open_mark:
            made += f"{mark}{tail}{words}"
            open_mark = ""
        else:
            made += words
    return made + (open_mark or "")


def first_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and the rest of it.

    A sentence ends at its sign where a capital, a figure, or a letter without capitals follows, and
    not behind an abbreviation; in a script without such signs, at the end of its paragraph.
    """
    paragraph, _, others = text.partition("\n")
    for found in _ENDS.finditer(paragraph):
        head, follows = paragraph[: found.end()], paragraph[found.end() :].lstrip(f" {_OPENING}")
        if follows[:1].islower() or _SHORT.search(head):
            continue
        if len(head) <= _LONGEST_SENTENCE:
            return head, f"{paragraph[found.end() :].strip()}\n{others}".strip()
    return paragraph.strip(), others.strip()
