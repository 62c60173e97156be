"""Texts and keys of YAML as the form editor's library (npm `yaml`) writes them."""

import json
import re
from collections.abc import Iterator

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
"""Numbers that are without quotes."""

# From this length on, a text with line ends is broken over lines. The length counts UTF-16 units,
# quotes and escapes, as the library does.
_BREAKS_FROM = 40
_TOKEN = re.compile(r"\\u[0-9a-f]{4}|\\.|[^\\]", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT = {r"\u0000": r"\0", r"\u0007": r"\a", r"\u000b": r"\v", r"\u001b": r"\e"}
_LINE_END = r"\n"
# A key is plain unless YAML would read it as a sign of its own, a number, true, false or null.
_UNSAFE_KEY = re.compile(
    r"""^[\n\t ,\[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[\n\t ]\#|[\n\t :]$|\n"""
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]"
)
_DOCUMENT_MARK = re.compile(r"---|\.\.\.")
_READ_AS_OTHER = re.compile(
    r"|~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)"
    r"|\.nan|\.NaN|\.NAN"
)


def quoted(text: str, indent: str) -> str:
    """Return a text in double quotes; lines after the first are indented by `indent`."""
    literal = _literal(text)
    tokens = _TOKEN.findall(literal[1:-1])
    breaks = len(literal.encode("utf-16-le", "surrogatepass")) // 2 >= _BREAKS_FROM
    return '"' + "".join(_pieces(tokens, indent if breaks else None)) + '"'


def key_text(key: str, *, top: bool) -> str:
    """Return a key, in quotes only where it needs them; `top` where it begins a line."""
    marks = top and _DOCUMENT_MARK.match(key)
    if not marks and not _UNSAFE_KEY.search(key) and not _READ_AS_OTHER.fullmatch(key):
        return key
    if '"' in key and "'" not in key and "\n" not in key and not _literal(key).count("\\u"):
        return f"'{key}'"
    return '"' + "".join(_pieces(_TOKEN.findall(_literal(key)[1:-1]), None)) + '"'


def _literal(text: str) -> str:
    literal = json.dumps(text, ensure_ascii=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", literal)


def _pieces(tokens: list[str], indent: str | None) -> Iterator[str]:
    """Give the text between the quotes; `indent` is None where line ends stay escapes."""
    last = len(tokens) - 1
    position = 0
    while position <= last:
        piece = tokens[position]
        following = tokens[position + 1] if position < last else None
        if piece == " " and following == _LINE_END:
            yield "\\ "
        elif piece == _LINE_END and indent is not None and following is not None:
            yield "\n\n"
            while tokens[position + 1] == _LINE_END and position + 1 < last:
                yield "\n"
                position += 1
            yield indent
            # A space before a line end brings its own backslash; here the library writes two, and
            # loses the text.
            if tokens[position + 1] == " " and tokens[position + 2 : position + 3] != [_LINE_END]:
                yield "\\"
        elif piece.startswith("\\u00"):
            yield _SHORT.get(piece, f"\\x{piece[4:]}")
        else:
            yield piece
        position += 1
