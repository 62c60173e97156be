"""Workbooks as accidents and attackers make them: the same seed spoils one the same way."""

import io
import re
import struct
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NUMBERS = (
    *("0", "-1", "1", "16384", "16385", "1048576", "1048577", "4294967296", "99999999999999999999"),
    *("1e308", "1e999", "nan", "-inf", "1_0", "٣", "", " ", "0x10", "9" * 5_000),
)
_REFERENCES = (
    *("A1", "XFD1048576", "XFE1", "A0", "A1048577", "a2", "1A", "$A$1", "ÄÖ1", "A1:B2", ""),
)
_WORDS = (
    *("", "=1+1", "#REF!", "TRUE", "_x000D_", "_x0000_", "_x005F_x0041_", "_xD800_", "\u202e"),
    *("\x85", "[" * 5_000, "x" * 40_000, "12 %", "2023", "a, b; c\nd"),
    *("\N{NO-BREAK SPACE}x\u200b", "🚲"),
)
_CODES = (
    *("General", "@", "0%", "0.00", "#,##0", '0.0,"K"', "# ?/?", "0.00E+00", "yyyy", "mmm-yy"),
    *("d/m", "[h]:mm", "[$-411]ggge", ";;;", '"x"@', "[>5]0;0", "[Red]0;-0", "_(* #,##0_)", "\\"),
    *('"', "[", "0" * 300, "y" * 200, "[$€-407]0", "00000", "[$-zz]0", "Genera", "e", "[$-", "*"),
)
_PIECES = (
    *("<c/>", "<c>", "</c>", "<row>", "</row>", '<row r="7"/>', "<v>1</v>", "<f>1+1</f>", "&amp;"),
    *("&", "<!-- x -->", "<![CDATA[x]]>", "<?x y?>", "\x00", "<is><t>x</t></is>", "<is>" * 80),
    *("]]>", '<!DOCTYPE x [<!ENTITY a "b">]>', '<c r="XFD1048576"><v>1</v></c>'),
    *('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "<rPh><t>x</t></rPh>"),
    *('<cols><col hidden="1"/></cols>', '<dimension ref="A1:XFD1048576"/>', f'<x xmlns="{MAIN}"/>'),
)
_KINDS = ("s", "str", "inlineStr", "b", "e", "n", "d", "z", "")


def repacked(content, change, method=ZIP_DEFLATED):
    """Return a workbook with the parts that `change` makes of its own."""
    with ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    made = io.BytesIO()
    with ZipFile(made, "w", method, compresslevel=1) as archive:
        for name, part in change(parts).items():
            archive.writestr(name, part)
    return made.getvalue()


def with_parts(content, **parts):
    """Return a workbook with other text in some parts, named by the ends of their names."""

    def change(old):
        return {
            name: next(
                (new(text) for end, new in parts.items() if name.endswith(f"/{end}.xml")), text
            )
            for name, text in old.items()
        }

    return repacked(content, change)


def spoiled(content, rng):
    """Return a workbook spoiled in one of the ways below."""
    return rng.choice((_flipped, _cut, _spliced, _headers, _parts, _parts, _parts, _methods))(
        content, rng
    )


def _flipped(content, rng):
    bytes_ = bytearray(content)
    # Half of the time where the list of parts is, which little else reaches.
    begin = rng.choice((0, max(0, len(bytes_) - 15_000)))
    for _ in range(rng.randint(1, 12)):
        bytes_[rng.randrange(begin, len(bytes_))] = rng.randrange(256)
    return bytes(bytes_)


def _cut(content, rng):
    begin = rng.randrange(len(content))
    return content[:begin] + content[begin + rng.choice((1, 4, 100, len(content))) :]


def _spliced(content, rng):
    begin, end = sorted(rng.randrange(len(content)) for _ in range(2))
    at = rng.randrange(len(content))
    return content[:at] + content[begin : min(end, begin + 50_000)] + content[at:]


def _headers(content, rng):
    """Lie in what the archive says of one part: flags, method, sizes, where it begins, its name."""
    places = [found.start() for found in re.finditer(b"PK\x01\x02", content)]
    at = rng.choice(places) + rng.choice((8, 10, 16, 20, 24, 28, 30, 32, 42, 46))
    value = rng.choice((0, 1, 0xFFFFFFFF, 0x7FFFFFFF, rng.randrange(1 << 32)))
    return content[:at] + struct.pack("<I", value) + content[at + 4 :]


def _methods(content, rng):
    return repacked(content, lambda parts: parts, rng.choice((ZIP_BZIP2, ZIP_LZMA, ZIP_STORED)))


def _parts(content, rng):
    return repacked(content, lambda parts: _with_spoiled_part(parts, rng))


def _with_spoiled_part(parts, rng):
    read = [name for name in parts if re.search(r"sheets/sheet|workbook|styles|Types|rels", name)]
    name = rng.choice(read)
    text = parts[name].decode()
    for _ in range(rng.randint(1, 6)):
        text = rng.choice((_value, _value, _piece, _without, _twice, _code, _kind))(text, rng)
    encoded = text.encode(rng.choice(("utf-8",) * 8 + ("utf-16", "latin-1")), "replace")
    return {**parts, name: encoded, **_strings(parts, rng)}


def _strings(parts, rng):
    """Add shared texts now and then, of which cells may ask for any."""
    if rng.random() < 0.8:
        return {}
    items = "".join(f"<si><t>{rng.choice(_WORDS[:8])}</t></si>" for _ in range(rng.randint(0, 4)))
    listed = parts["xl/_rels/workbook.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    one = f'<Relationship Id="t" Type="{kind}" Target="strings.xml"/>'
    return {
        "xl/strings.xml": f'<sst xmlns="{MAIN}">{items}</sst>'.encode(),
        "xl/_rels/workbook.xml.rels": listed.replace("</Rel", f"{one}</Rel").encode(),
    }


def _value(text, rng):
    """Put another value into an attribute, or between two tags."""
    found = list(re.finditer(r'(?<==")[^"]*|(?<=[tv]>)[^<]+', text))
    if not found:
        return text
    at = rng.choice(found)
    made = rng.choice(rng.choice((_NUMBERS, _REFERENCES, _WORDS, _CODES, _KINDS)))
    made = made.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return text[: at.start()] + made + text[at.end() :]


def _piece(text, rng):
    tags = [found.end() for found in re.finditer(">", text)]
    at = rng.choice(tags or [0])
    return text[:at] + rng.choice(_PIECES) + text[at:]


def _without(text, rng):
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.choice((1, 5, 40, 400)) :]


def _twice(text, rng):
    found = list(re.finditer(r"<(row|c|sheet|xf|Relationship)\b.*?(?:/>|</\1>)", text, re.DOTALL))
    return text.replace(made := rng.choice(found)[0], made * 2, 1) if found else text


def _code(text, rng):
    """Show cells by a format that a person, or nobody, would choose."""
    code = rng.choice(_CODES).replace('"', "&quot;").replace(">", "&gt;")
    return re.sub('formatCode="[^"]*"', lambda _: f'formatCode="{code}"', text)


def _kind(text, rng):
    """Make a cell with a number out of one with a text."""
    found = list(re.finditer(r'<c r="([A-Z]+\d+)"[^>]*>.*?</c>', text, re.DOTALL))
    if not found:
        return text
    at = rng.choice(found)
    value = rng.choice((*_NUMBERS[:10], "0.35", "44958", "44958.5", "1.005", "2013"))
    kind, style = rng.choice(_KINDS), rng.randrange(12)
    cell = f'<c r="{at[1]}" s="{style}" t="{kind}"><v>{value}</v></c>'
    return text[: at.start()] + cell + text[at.end() :]
