"""Reading a prose field never takes long: all that the reader's time grows with is bounded."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose import bounds
from generator.prose.bounds import bounds_met
from generator.prose.faults import faults_in
from generator.prose.parser import parse_prose, reader
from generator.prose.tree import words

MOST = {
    "characters": (lambda n: "a" * n, bounds.LONGEST),
    "tabs as four": (lambda n: "\t" * (n // 4) + "a" * (n % 4), bounds.LONGEST),
    "lines": (lambda n: "a\n" * n, bounds.MOST_LINES),
    "list items": (lambda n: "- a\n" * n, bounds.MOST_LINES),
    "paragraphs": (lambda n: "a\n\n" * n, bounds.MOST_LINES),
    "quotations": (lambda n: ">" * n + "a", bounds.DEEPEST),
    "lists in lists": (lambda n: "- " * n + "a", bounds.DEEPEST),
    "numbered lists in quotations": (lambda n: "> 1. " * (n // 2) + "- " * (n % 2) + "a", 20),
    "open brackets": (lambda n: "[" * n + "a" * 200, bounds.OPEN_BRACKETS),
    "brackets in brackets": (lambda n: "[" * n + "]" * n, bounds.OPEN_BRACKETS),
    "images": (lambda n: "![" * n, bounds.OPEN_BRACKETS),
    "open addresses": (lambda n: "[a](b" * n, bounds.OPEN_BRACKETS),
    "marks in a paragraph": (lambda n: "*" + "a*" * (n - 1), bounds.MOST_MARKS_TOGETHER),
    "backslashes": (lambda n: "\\" * n, bounds.MOST_MARKS_TOGETHER),
    "tags": (lambda n: "<b>" * n, bounds.MOST_MARKS_TOGETHER),
    "marks in a text": (lambda n: "*a* *b*\n\n" * (n // 4) + "*" * (n % 4), bounds.MOST_MARKS),
    "headings": (lambda n: "# a\n" * n, bounds.MOST_HEADINGS_TOGETHER),
    "underlined headings": (lambda n: "a\n=\n" * n, bounds.MOST_HEADINGS_TOGETHER),
    "rules": (lambda n: "---\n" * n, bounds.MOST_HEADINGS_TOGETHER),
    "addresses": (lambda n: "[a]:\n" * n, bounds.MOST_HEADINGS_TOGETHER),
    "marks of one note": (lambda n: "[^1]" * (n - 1) + "\n\n[^1]: a", bounds.MOST_NOTE_MARKS),
    "columns": (lambda n: f"|{'a|' * n}\n|{'-|' * n}\n|{'b|' * n}", bounds.MOST_COLUMNS),
    "cells": (lambda n: "|a|b|c|d|\n|-|-|-|-|\n" + "|1|2|3|4|\n" * (n // 4 - 2), bounds.MOST_CELLS),
    "rows of bars": (lambda n: f"a|b\n-|-\n{'|' * n}", bounds.MOST_IN_ROW),
    "bars and code": (lambda n: "a|b\n-|-\n" + "`a`|" * (n // 3) + "|" * (n % 3), 400),
    "number of an item": (lambda n: "1" * n + ". a", bounds.LONGEST_NUMBER),
}
"""What makes n of something, and how many of it are read."""


@pytest.mark.parametrize("what", MOST)
def test_as_much_is_read_and_no_more(what: str) -> None:
    """At the bound a field is read; beyond it a message says the bound, the count, a way out."""
    make, most = MOST[what]

    assert [fault for fault in parse_prose(make(most)).faults if fault.code == "P009"] == []
    beyond = most + (4 if what == "cells" else 1)
    faults = faults_in(parse_prose(make(beyond)), "content/pages/a.md", first_line=8)

    assert {fault.code for fault in faults} == {"P009"}
    assert all(fault.location.line == 8 for fault in faults)
    assert f"{most:,}" in faults[0].expected
    assert f"{beyond:,}" in faults[0].found or f"{most:,}" in faults[-1].expected
    assert faults[0].next_step.endswith(".")


def test_a_bound_is_told_where_it_is_met() -> None:
    """The line is that of the paragraph, and each paragraph that goes too far is named."""
    far = "[" * 30
    source = f"# Title\n\n{far}\n\nGood.\n\n- a\n- {far}\n"

    assert [fault.location.line for fault in bounds_met(source)] == [3, 7]


def test_what_is_over_a_bound_stays_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader never sees such a text, and none of it is lost."""
    monkeypatch.setattr(reader(), "read", None)
    source = "word [" * 25

    assert words(parse_prose(source).children) == source.strip()


@pytest.mark.parametrize(
    "source",
    [
        "\n\n".join(
            f"## Part {n}\n\n" + "Ten words of a report that people like to read. " * 10
            for n in range(95)
        ),
        "|" + "a year|" * 50 + "\n|" + "-|" * 50 + "\n" + ("|" + "1,234|" * 50 + "\n") * 100,
        "\n".join(
            f"- **Point {n}**: see [source {n}](source:s-{n}), *page {n}*." for n in range(200)
        ),
        "\n".join(f"{n}. An item with `code`." for n in range(1, 500)),
        "A [note][^1].\n\n" + "\n".join(f"[^{n}]: Said in [^{n}]." for n in range(1, 120)),
        "Smile :( and (see (this (one))) [or [that [one]]], 5 * 4 * 3, snake_case_name, a \\| b.",
        "    " * 10 + "code that is far to the right",
        "2016. A year at the beginning of a line.",
    ],
)
def test_long_texts_of_people_are_far_from_any_bound(source: str) -> None:
    """Long pages, wide tables, long lists and lists of sources are read."""
    assert len(source) < bounds.LONGEST
    assert list(bounds_met(source)) == []


PIECES = (
    *("*", "_", "**", "__", "***", " ", "a", "\n", "\n\n", "[", "]", "(", ")", "`", "``", "<", ">"),
    *(
        "\\",
        "&",
        "!",
        "|",
        "#",
        "-",
        "1.",
        ":",
        '"',
        "[^1]",
        "[^1]:",
        "    ",
        "> ",
        "- ",
        "]:",
        "](",
    ),
    *("=", "---", "|-|", "x@y.z", "http://a.b", "<a", "/>", "\t", "é"),
)


@given(
    unit=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
    times=st.integers(1, 3000),
    seed=st.integers(0, 9),
)
def test_counting_is_linear_and_never_fails(unit: str, times: int, seed: int) -> None:
    """Whatever is repeated, a field is counted, and read where it is within the bounds."""
    order = random.Random(seed)  # noqa: S311 - no secret
    source = (unit * times)[: order.randint(1, 70_000)]

    met = list(bounds_met(source))

    assert all(fault.found and fault.location.line >= 1 for fault in met)
    if not met and len(source) < 2000:
        assert parse_prose(source).source == source
