"""The normal form: the form editor's own bytes, the editor's own meaning, once and for all."""

import json
from decimal import Decimal
from pathlib import Path

import nasty
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from generator.load.front_matter import parse_markdown
from generator.load.normal_form import NormalFormError, emit, format_markdown, format_yaml
from generator.load.yaml.source import parse_yaml
from generator.model.dates import PartialDate
from generator.model.statuses import Status
from generator.model.values import Flag, Number, Record, Text, Whole

# Written by npm yaml 2.9.1 with QUOTE_DOUBLE texts, PLAIN keys and lineWidth 0.
WRITTEN_BY_THE_FORM_EDITOR = json.loads(
    Path(__file__).with_name("form_editor.json").read_text("utf-8")
)


class Part(Record):
    """A toy part."""

    amount: Number | None = None
    note: str | None = None


class Toy(Record):
    """A toy record whose keys have an order."""

    id: Text
    count: Whole | None = None
    open: Flag = False
    on: PartialDate | None = None
    status: Status = Status.PROPOSED
    parts: tuple[Part, ...] = ()
    states: dict[Status, Text] = Field(default={})
    body: str = Field(default="", json_schema_extra={"in_file": "body"})


def formatted(text: str) -> str:
    """Return a toy's file in the normal form."""
    document, issues = parse_yaml(text.encode(), "t.yml")
    assert issues == []
    return format_yaml(document, Toy)


def in_file_order(data: object) -> object:
    """Put keys that JavaScript would sort to the front there, as the form editor does."""
    if isinstance(data, dict):
        pairs = sorted(
            data.items(), key=lambda pair: (0, int(pair[0])) if pair[0].isdigit() else (1,)
        )
        return {key: in_file_order(value) for key, value in pairs}
    return [in_file_order(item) for item in data] if isinstance(data, list) else data


@pytest.mark.parametrize(
    "case", WRITTEN_BY_THE_FORM_EDITOR, ids=lambda case: str(case["data"])[:30]
)
def test_plain_data_is_written_as_the_form_editor_writes_it(case):
    """Byte for byte, so that a form saves one field as a change of one line."""
    assert emit(in_file_order(case["data"])) == case["text"]


def test_a_record_is_written_with_what_was_set():
    """Defaults stay unwritten; numbers and truths are plain, everything else in quotes."""
    toy = Toy(
        id="a",
        open=True,
        on=PartialDate("2016"),
        parts=(Part(amount=Decimal("3.0")),),
        states={"ended": "b"},
    )
    assert emit(toy) == (
        'id: "a"\nopen: true\non: "2016"\nparts:\n  - amount: 3.0\nstates:\n  ended: "b"\n'
    )


def test_a_file_is_put_in_the_order_of_its_model():
    """Only keys that were there are written, with numbers exactly as typed."""
    text = "status: ended\nparts: [{note: no, amount: '3.0'}, {amount: 007}]\ncount: 3\nid: '12'\n"
    assert formatted(text) == (
        'id: "12"\ncount: 3\nstatus: "ended"\n'
        'parts:\n  - amount: 3.0\n    note: "no"\n  - amount: 007\n'
    )


def test_a_body_is_kept_and_ends_in_one_line_feed():
    """Front matter is put in order; of the body only its end changes."""
    raw = b"---\ncount: 1\nid: a\n---\n\n* One  \n\n    code\t\n\n \n"
    document, issues = parse_markdown(raw, "t.md")
    assert issues == []
    assert format_markdown(document, Toy) == '---\nid: "a"\ncount: 1\n---\n\n* One  \n\n    code\n'


def test_a_file_without_a_body_ends_with_its_front_matter():
    """Nothing is added where nothing was."""
    document, _ = parse_markdown(b"---\nid: a\n---\n\n \n", "t.md")
    assert format_markdown(document, Toy) == '---\nid: "a"\n---\n'


@pytest.mark.parametrize(
    "text", ["id: a\nzzz: b\n", "id: a\ncount: x\n", "id: a # note\n", '# x\nid: "a"\n']
)
def test_what_would_lose_something_is_refused(text):
    """Files with faults or comments are left to people."""
    document, _ = parse_yaml(text.encode(), "t.yml")
    with pytest.raises(NormalFormError):
        format_yaml(document, Toy)


TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
    )
    | st.sampled_from(list(' \n\t"\\#:-')),
    max_size=80,
)
WORDS = TEXTS.filter(str.strip)
PARTS = st.fixed_dictionaries(
    {}, optional={"amount": st.decimals(-999, 999, places=2), "note": TEXTS}
)
TOYS = st.fixed_dictionaries(
    {"id": WORDS},
    optional={
        "count": st.integers(0, 10**6),
        "open": st.booleans(),
        "status": st.sampled_from(Status),
        "parts": st.lists(PARTS, max_size=3),
        "states": st.dictionaries(st.sampled_from(Status), WORDS, max_size=3),
    },
)


def test_a_nasty_text_is_written_and_read_exactly():
    """What other formats would misread survives here, as a value, and in a list."""
    records = {text: {"id": text, "parts": [{"note": text}]} for text in nasty.PLAIN}
    read = {text: parse_yaml(emit(record).encode(), "t.yml") for text, record in records.items()}
    assert {text: issues for text, (_, issues) in read.items() if issues} == {}
    assert {text: document.data for text, (document, _) in read.items()} == records


@given(TOYS)
def test_writing_and_reading_gives_the_same_record(data):
    """The normal form loses no character of any text, and formatting it changes nothing."""
    toy = Toy.model_validate(data)
    text = emit(toy)
    document, issues = parse_yaml(text.encode(), "t.yml")
    assert issues == []
    assert Toy.model_validate(document.data) == toy
    assert format_yaml(document, Toy) == text


@given(TOYS, st.randoms())
def test_formatting_keeps_the_meaning_and_is_done_once(data, random):
    """However a file is laid out, all that it says stays, and a second run changes nothing."""
    keys = list(data)
    random.shuffle(keys)
    loose = json.dumps({key: data[key] for key in keys}, ensure_ascii=False, default=str)
    document, issues = parse_yaml(loose.encode(), "t.yml")
    assert issues == []
    text = format_yaml(document, Toy)
    again, _ = parse_yaml(text.encode(), "t.yml")
    assert again.data == {key: said for key, said in document.data.items() if said}
    assert format_yaml(again, Toy) == text
