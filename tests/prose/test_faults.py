"""Whatever an author must fix in a prose field is said, with its line and the way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.issues import Location
from generator.prose.faults import ReadingNotes, faults_in, faults_of
from generator.prose.parser import parse_prose
from generator.prose.tree import Element, words

CASES = {
    "html": ("a\n\nb <b onclick=x>c", "P001", 3, "<b onclick=x>"),
    "html block": ("a\n\n<div>\nb\n</div>", "P001", 3, "<div>"),
    "comment": ("a <!-- hidden --> b", "P001", 1, "<!-- hidden -->"),
    "script link": ("a\n[b](javascript:c)", "P002", 2, "javascript:c"),
    "ftp": ("<ftp://a.example/b>", "P002", 1, "ftp://a.example/b"),
    "misspelt scheme": ("[a](inititive:b)", "P002", 1, "inititive:b"),
    "link by reference": ("[a][b]\n\n[b]: data:x", "P002", 3, "data:x"),
    "host without scheme": ("[a](//b.example)", "P003", 1, "//b.example"),
    "relative": ("[a](../b.md)", "P003", 1, "../b.md"),
    "no address": ("[a]()", "P003", 1, "''"),
    "two ids": ("[a](<source:b c>)", "P004", 1, "source:b c"),
    "no alternative text": ("\n![](media:a.png)", "P005", 2, "media:a.png"),
    "remote image": ("![a](https://b.example/c.png)", "P006", 1, "https://b.example/c.png"),
    "image up and out": ("![a](media:../c.png)", "P006", 1, "media:../c.png"),
    "heading jump": ("# a\n\n### b", "P007", 3, "'b'"),
    "first heading too deep": ("### a\n\n# b", "P007", 1, "'a'"),
    "empty link": ("a\n\n[](page:b)", "P008", 3, "page:b"),
    "lost cell": ("| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 | 5 |", "P010", 4, "| 3 | 4 | 5 |"),
    "mixed emphasis": ("a\n\nSee *a **b*. End.", "P013", 3, "**b*."),
    "crossed signs": ("a\n\nb **[* _ *`c`*", "P013", 3, "do not match"),
    "unused address": ("a\n\n[b]: https://c.example", "P011", 3, "[b]"),
    "unused note": ("a\n\n[^1]: b", "P011", 1, "Footnote 1"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_found_where_it_stands(case: str) -> None:
    """Each fault has its code, its line in the file and what was found."""
    markdown, code, line, found = CASES[case]

    issues = faults_in(parse_prose(markdown), "content/pages/a.md", first_line=8)

    issue = next(issue for issue in issues if issue.code == code)
    assert issue.location == Location("content/pages/a.md", line + 7)
    assert found in issue.found
    assert issue.expected.endswith((".", "?"))
    assert issue.next_step.endswith(".")


@pytest.mark.parametrize(
    "markdown",
    [
        "Costs fell by 3 < 5 & more; see AT&T, `<b>` and \\<i\\>.",
        "    <script>shown as code</script>",
        "# a\n\n## b\n\n### c\n\n## d\n\n# e",
        "[a](source:b) [c](initiative:d-e) [f](area:g) [h](page:i) ![j](media:k/l-m.svg)",
        "[a](https://b.example/c_d?e=f&g=%20#h) <https://i.example> <j@k.example> [l](tel:+1-2)",
        "[a][b]\n\n[b]: https://c.example/?d=1&e=2",
        "a[^1] b[^two] c[^1]\n\n[^1]: d\n[^two]: e `f`\n\n    - g\n\n    - h",
        "| a | b |\n| - | :-: |\n| 1 | 2 \\| 3 |\n| 4 |",
        "> a\n>\n> - b\n>     1. c\n\n---\n\n**d** *e* ***f***  \ng",
        "Не́что 🚲 naïve ½",
        "",
    ],
)
def test_good_prose_has_no_faults(markdown: str) -> None:
    """The whole dialect, used as it is meant, gives no message."""
    assert faults_in(parse_prose(markdown)) == []


def test_a_misspelt_scheme_gets_a_suggestion() -> None:
    """The message names the scheme that was probably meant."""
    (issue,) = faults_in(parse_prose("[a](inititive:b)"))

    assert "Did you mean initiative:?" in issue.expected


def test_the_same_fault_twice_is_found_on_both_lines() -> None:
    """Each of two equal tags is reported on its own line."""
    issues = faults_in(parse_prose("a <br>\n\nb\n\nc <br>"))

    assert [(issue.code, issue.location.line) for issue in issues] == [("P001", 1), ("P001", 5)]


@pytest.mark.parametrize("markdown", [">" * 200 + "deep", "[" * 200_000, "[a](" * 50_000])
def test_absurd_nesting_is_a_fault(markdown: str) -> None:
    """Text nested beyond any reader is refused in words, and at once."""
    prose = parse_prose(markdown)

    assert {issue.code for issue in faults_in(prose)} == {"P009"}
    assert words(prose.children) == markdown


def test_what_the_cleaner_takes_is_told_even_if_nobody_expected_it() -> None:
    """An element or a word that is there before cleaning and not after is a fault."""
    made = (Element("p", (), ("kept ", Element("em", (), ("lost",)))),)
    kept = (Element("p", (), ("kept ",)),)
    noticed = ReadingNotes(refused=(), definitions={}, made=made, kept=kept, too_deep=False)

    (issue,) = faults_of("kept *lost*", noticed, kept)

    assert issue.code == "P012"
    assert "em, lost" in issue.found


WORDS = st.text("abcdefghij", min_size=3, max_size=6)


@given(words=st.lists(WORDS, min_size=1, max_size=8), pieces=st.data())
def test_no_word_vanishes_without_a_fault(words: list[str], pieces: st.DataObject) -> None:
    """Whatever markup surrounds them, all words are in the text or a fault is."""
    around = ("{}", "<{}>", "*{}*", "[{}]", "({})", "`{}`", "- {}\n", "# {}\n", "| {} |", "<b {}>")
    markdown = " ".join(pieces.draw(st.sampled_from(around)).format(word) for word in words)

    prose = parse_prose(markdown)

    kept = str(prose.children)
    assert prose.faults or all(word in kept for word in words)
