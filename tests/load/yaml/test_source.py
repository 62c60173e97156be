"""YAML: exact text or a located message, never a guess and never a traceback."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.core.issues import Issue
from generator.load.source_document import YamlDocument
from generator.load.yaml.source import FAST_LOADER, PURE_LOADER, parse_yaml

LOADERS = pytest.mark.parametrize("loader", [PURE_LOADER, FAST_LOADER], ids=["pure", "fast"])

VALID = """\
id: "bikes"  # a note
title: "Room #3: bikes"
ideas:
  - {id: "one", text: "First"}
  - id: "two"
    text: 'Second'
empty: []
counts: {a: 1, b: 2.50}
long: |
  Several
  lines
"""


def read(text: str, loader: type = FAST_LOADER) -> tuple[YamlDocument | None, list[Issue]]:
    """Parse text as a file of content."""
    return parse_yaml(text.encode(), "a.yml", loader=loader)


def only(text: str, loader: type = FAST_LOADER) -> Issue:
    """Return the one issue of a text."""
    _, issues = read(text, loader)
    assert len(issues) == 1, issues
    return issues[0]


@LOADERS
@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "12:30", "0417", "1_000", "2026-02-30", "3.0", "0x1F", "1e3", "=", "<"],
)
def test_a_scalar_stays_the_text_as_typed(typed, loader):
    """What YAML 1.1 would turn into a truth, a time or a number reaches the model as text."""
    document, issues = read(f"key: {typed}\n", loader)
    assert issues == []
    assert document.data == {"key": typed}


@LOADERS
@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: “Street cafes”\n", 4),
        ("a: ”Katukahvilat”\n", 4),
        ("a: „Straßencafés“\n", 4),
        ("a: «Cafés»\n", 4),
        ("a: »Cafés«\n", 4),
        ("a: ‘O’Neill’s’\n", 4),
        ("a: ‚Wort‘\n", 4),
        ('a: “Half mended"\n', 4),
        ("a:\n  - “Street cafes”\n", 5),
        ("a: {b: “Street cafes”}\n", 8),
        ("a: “Over\n  two lines”\n", 4),
        ("a: “”\n", 4),
    ],
)
def test_marks_that_a_word_processor_changed_are_told(text, column, loader):
    """Typographic marks around a whole value would be published with it."""
    issue = only(text, loader)
    assert (issue.code, issue.location.column) == ("Y027", column)
    assert "Type the marks again by hand" in issue.next_step


@LOADERS
@pytest.mark.parametrize(
    "text",
    [
        'a: "“Street cafes”"\n',
        "a: '“Street cafes”'\n",
        "a: >\n  “Street cafes”\n",
        "a: “Street” and “cafes”\n",
        "a: ”Katu” ja ”kahvila”\n",
        "a: The “Street cafes”\n",
        "a: “Street” cafes\n",
        "a: ’90s\n",
        "a: “\n",
    ],
)
def test_marks_that_belong_to_a_text_are_kept(text, loader):
    """Within straight marks, or around a part of a text, they are what the editor wrote."""
    _, issues = read(text, loader)
    assert issues == []


@LOADERS
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "Y009", 3, 1),
        ("a: &x 1\n", "Y010", 1, 4),
        ("a: *x\n", "Y011", 1, 4),
        ("a: !!python/object:os.system 1\n", "Y012", 1, 4),
        ("a: !tag {b: 1}\n", "Y012", 1, 4),
        ("%YAML 1.1\n---\na: 1\n", "Y012", 1, 1),
        ("a: [[[[[[[[1]]]]]]]]\n", "Y013", 1, 11),
        ("a: " + "[" * 5000 + "\n", "Y013", 1, 11),
        ("[a]: 1\n", "Y014", 1, 1),
        ("~: 1\n", "Y014", 1, 1),
        ("<<: {a: 1}\n", "Y014", 1, 1),
        ("a: 1\n---\nb: 2\n", "Y015", 2, 1),
        ("where: Room #3\n", "Y016", 1, 13),
        ("- Room #3\n- x\n", "Y016", 1, 8),
        ("a:\nb: 1\n", "Y017", 1, 1),
        ("a: null\n", "Y017", 1, 1),
        ("a: #3\n", "Y017", 1, 1),
        ("- \n- b\n", "Y017", 1, 2),
        ("", "Y018", 1, 1),
        ("# only a note\n", "Y018", 1, 1),
        ("title: Bikes: a new way\n", "Y019", 1, 13),
        ('a: "open\nb: 1\n', "Y020", 1, 4),
        ('a: "open\nb: "one"\nc: "two"\n', "Y020", 1, 4),
        ('a:\n  - "open\n  - "one"\n', "Y020", 2, 5),
        ('a: "over\n  lines" b\n', "Y025", 2, 10),
        ('a: "\\d"\n', "Y021", 1, 6),
        ('a: "\\UFFFFFFFF"\n', "Y021", 1, 1),
        ("a: *important*\n", "Y022", 1, 4),
        ("a: @home\n", "Y022", 1, 4),
        ("a: 1\njust words\n", "Y023", 2, 1),
        ("a: [1, 2\nb: 1\n", "Y024", 2, 2),
        ("a: 1\n  b: 2\n", "Y019", 2, 4),
        ('a: "one" two\n', "Y025", 1, 10),
        ("a: - b\n", "Y025", 1, 4),
    ],
)
def test_a_surprise_is_a_located_message(text, code, line, column, loader):
    """Everything that YAML would do silently, or cannot do, is said at its place."""
    issue = only(text, loader)
    assert (issue.code, issue.location.line, issue.location.column) == (code, line, column)
    assert issue.found
    assert issue.expected
    assert issue.next_step


def test_a_duplicate_key_names_the_first():
    """An editor is told where the other one is."""
    assert "line 1" in only("a: 1\nb: 2\na: 3\n").found


def test_a_note_after_a_quoted_text_is_no_fault():
    """Comments are allowed where they cut nothing off, and their lines are known."""
    document, issues = read('# top\na: "Room #3"  # note\nb: [1]\n')
    assert issues == []
    assert document.data == {"a": "Room #3", "b": ["1"]}
    assert document.comment_lines == (1, 2)


def test_all_faults_of_a_file_come_at_once():
    """A hidden character does not keep a duplicate key, or an empty one, from being told."""
    _, issues = read("a: x\u202ey\nb: 1\nb: 2\nc:\nd: Room #3\n")
    assert [issue.code for issue in issues] == ["Y006", "Y009", "Y017", "Y016"]


def test_every_key_and_item_has_its_place():
    """Places are 1-based and point at the key, or at the item of a list."""
    document, issues = read(VALID)
    assert issues == []
    assert str(document.place(("ideas", 0, "text"))) == "a.yml:4:17"
    assert document.place(("ideas", 1)).column == 5
    assert document.place(("counts", "b")).column == 16
    assert str(document.places[()]) == "a.yml:1:1"


def test_places_count_from_the_first_line_given():
    """Front matter begins in line 2 of its file."""
    document, _ = parse_yaml(b"a: 1\n", "u.md", first_line=2)
    assert document.place(("a",)).line == 2


def test_a_place_that_is_not_there_is_that_of_its_parent():
    """A missing key is told where the record begins."""
    document, _ = read(VALID)
    assert document.place(("ideas", 1, "missing", 3)) == document.places[("ideas", 1)]


def test_special_spaces_inside_a_text_are_text():
    """A non-breaking space is refused as layout and kept as text."""
    document, issues = read('a: "x:\u00a05\n\n  \u00a0end"\n')
    assert issues == []
    assert document.data == {"a": "x:\u00a05\n\u00a0end"}


JSONISH = st.recursive(
    st.text(
        st.characters(
            exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
        )
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), JSONISH, min_size=1, max_size=4)
)
def test_quoted_text_arrives_exactly(data):
    """Whatever is in double quotes is what the document holds."""
    text = yaml.safe_dump(data, default_style='"', allow_unicode=True, width=10**6, sort_keys=False)
    document, issues = read(text)
    if any(issue.code == "Y013" for issue in issues):
        return
    assert issues == []
    assert document.data == data


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), JSONISH, min_size=1, max_size=4)
)
def test_a_place_points_at_the_key_it_names(data):
    """At each place of a key, the file reads that key."""
    text = yaml.safe_dump(data, allow_unicode=True, default_style=None, sort_keys=False)
    document, issues = read(text)
    if document is None or issues:
        return
    lines = text.split("\n")
    for path, place in document.places.items():
        if path and isinstance(path[-1], str):
            there = lines[place.line - 1][place.column - 1 :]
            assert there.lstrip("'\"").startswith(path[-1])


PIECES = st.lists(
    st.sampled_from(
        [
            *"ab:#-?*&!|>%@`'\"{}[],\\~\n ",
            "key: ",
            "- ",
            "\n  ",
            ' "',
            "\t",
            "\u00a0",
            "é",
            "😀",
            "\r\n",
            "---\n",
            "...",
            "\\u202e",
            "\\ud83d",
            "|#",
            "[x?y]",
            "http://x",
            "null",
            "<<: ",
            "\ufeff",
            "\u202e",
        ]
    ),
    max_size=25,
).map("".join)


@given(PIECES | st.text() | PIECES.map(lambda piece: VALID[:60] + piece + VALID[60:]))
def test_both_parsers_give_the_same_answer(text):
    """Where PyYAML's C parser is missing, nothing changes but the speed."""
    raw = text.encode("utf-8", "surrogatepass")
    assert parse_yaml(raw, "a.yml", loader=FAST_LOADER) == parse_yaml(
        raw, "a.yml", loader=PURE_LOADER
    )


@given(st.binary(max_size=300), st.integers(0, len(VALID)), st.integers(0, 30))
def test_no_bytes_give_a_traceback(junk, position, removed):
    """Random bytes, alone or put into a good file, give a document or issues with a place."""
    good = VALID.encode()
    for raw in (junk, good[:position] + junk + good[position + removed :]):
        document, issues = parse_yaml(raw, "a.yml")
        assert document is not None or issues
        assert all(issue.location.line >= 1 and issue.location.column >= 1 for issue in issues)
