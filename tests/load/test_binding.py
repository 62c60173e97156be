"""Records: what does not fit the model is told once, at its place, in plain words."""

import re
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Discriminator, Field, Tag, field_validator

from generator.core.issues import Issue
from generator.load import binding
from generator.load.binding import CODES, bind
from generator.load.yaml.source import parse_yaml
from generator.model.dates import PartialDate
from generator.model.records import OR_MISSING, MissingTag
from generator.model.statuses import Confidence
from generator.model.values import Day, Flag, Id, Number, Record, Text, Title, Whole


class Point(Record):
    """A toy figure whose field is named like the tag of its branch."""

    value: Number
    period: PartialDate


class Circle(Record):
    """One of two shapes told apart by a key."""

    form: Literal["circle"]
    radius: Number


class Square(Record):
    """The other one."""

    form: Literal["square"]
    side: Number


class Toy(Record):
    """A record with every shape the report uses."""

    id: Id
    title: Title
    color: Confidence = Confidence.GREEN
    day: Day | None = None
    count: Whole = 0
    open: Flag = False
    points: tuple[Point, ...] = ()
    baseline: Annotated[Annotated[Point, Tag("value")] | MissingTag, OR_MISSING] | None = None
    drawn: Annotated[Circle | Square, Discriminator("form")] | None = None
    either: Point | tuple[Id, ...] | None = None
    states: dict[Id, Confidence] = Field(default={})
    named: tuple[Text, ...] = Field(default=(), min_length=1)
    body: str = Field(default="", json_schema_extra={"in_file": "body"})
    """Prose."""

    @field_validator("count")
    @classmethod
    def _not_thirteen(cls, value: int) -> int:
        if value == 13:
            raise ValueError("Thirteen is refused")
        return value


START = 'id: "a"\ntitle: "A"\n'


def faults(text: str) -> list[Issue]:
    """Return the shape faults of a toy whose first two lines are right."""
    document, issues = parse_yaml((START + text).encode(), "t.yml")
    assert issues == []
    bound, found = bind(Toy, document)
    assert (bound is None) == bool(found)
    return found


def test_a_good_record_is_bound():
    """Types come from the model: quoted or not, the text is read as what the field is."""
    text = 'day: "2016-08-30"\ncount: "3"\nopen: true\npoints:\n  - {value: 3.0, period: 2016}\n'
    document, _ = parse_yaml((START + text).encode(), "t.yml")
    toy, issues = bind(Toy, document)
    assert issues == []
    assert (toy.count, toy.open, str(toy.points[0].value)) == (3, True, "3.0")


@pytest.mark.parametrize(
    ("text", "code", "place", "says"),
    [
        ("points:\n  - {value: 1}\n", "S001", "4:5", 'no key "period"'),
        ("colur: red\n", "S002", "3:1", 'Did you mean "color"?'),
        ("points:\n  - {value: 1, period: 2016, valeu: 2}\n", "S002", "4:30", "one of these keys"),
        ("zzz: 1\n", "S002", "3:1", "Remove it"),
        ('body: "x"\n', "S002", "3:1", "below the second line"),
        ("points: none\n", "S003", "3:1", "a list"),
        ("points:\n  value: 1\n", "S003", "3:1", "a list"),
        ("points: [x]\n", "S003", "3:10", "keys with values"),
        ("named: [[a]]\n", "S003", "3:9", "text"),
        ("color: rde\n", "S004", "3:1", 'Did you mean "red"?'),
        ("color: blue\n", "S004", "3:1", "green, amber, red, or not_assessed"),
        ("states: {a: rde}\n", "S004", "3:10", 'Did you mean "red"?'),
        ("drawn: {form: circel, radius: 1}\n", "S006", "3:1", 'Did you mean "circle"?'),
        ("drawn: {radius: 1}\n", "S006", "3:1", "form"),
        ("named: []\n", "S007", "3:1", "at least 1"),
        ("count: 13\n", "S008", "3:1", "thirteen is refused"),
        ("named: ['']\n", "S010", "3:9", "some text"),
        ("states: {A: red}\n", "S013", "3:10", 'the key "A"'),
        ("points: [{value: 1_000, period: 2016}]\n", "S021", "3:11", '"1_000"'),
        ("count: no\n", "S022", "3:1", "whole number"),
        ("open: yes\n", "S023", "3:1", "true or false"),
        ("day: 2016\n", "S024", "3:1", "full day"),
        ("day: 2026-02-30\n", "S025", "3:1", "calendar"),
        ("points: [{value: 1, period: winter 2018}]\n", "S026", "3:21", "2018-24"),
        ("points: [{value: 1, period: 2017/2016}]\n", "S027", "3:21", "Swap"),
    ],
)
def test_a_misfit_has_one_message_at_its_place(text, code, place, says):
    """Code and place are right, and the words say what would be right."""
    found = faults(text)
    assert len(found) == 1, found
    issue = found[0]
    assert (issue.code, str(issue.location)) == (code, f"t.yml:{place}")
    assert says in f"{issue.found} {issue.expected} {issue.next_step}"


@pytest.mark.parametrize(
    ("text", "found", "step"),
    [
        ('day: " 2024-05-20"\n', '" 2024-05-20" for "day"', "Remove the space before it. "),
        ('day: "2024-05-20 "\n', '"2024-05-20 " for "day"', "Remove the space after it. "),
        ('count: "\\t3\\n"\n', '" 3 " for "count"', "Remove the space before it and after it. "),
        ('color: "green\u00a0"\n', '"green " for "color"', "Remove the space after it. "),
        ('day: "2024 05 20"\n', '"2024 05 20" for "day"', 'For example "2016-08-30".'),
    ],
)
def test_a_blank_that_nobody_sees_is_shown(text, found, step):
    """What was typed is told with its blanks, and taking them out is the first advice."""
    (issue,) = faults(text)
    assert issue.found == found
    assert issue.next_step.startswith(step)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("baseline: {value: x, period: 2016}\n", "S021", "3:12"),
        ("baseline: {value: 1}\n", "S001", "3:1"),
        ("baseline: {missing: not_fuond, why: x}\n", "S004", "3:12"),
        ("baseline: {missing: not_found}\n", "S001", "3:1"),
        ("baseline: {missing: not_found, why: x, value: 1}\n", "S002", "3:40"),
        ("either: {value: x, period: 2016}\n", "S021", "3:10"),
        ("either: [A]\n", "S013", "3:10"),
        ("either: word\n", "S003", "3:1"),
        ("drawn: {form: square, side: x}\n", "S021", "3:23"),
    ],
)
def test_a_union_speaks_for_the_branch_that_was_meant(text, code, place):
    """One message, about the branch that comes nearest, at the right place despite its tag."""
    found = faults(text)
    assert [(issue.code, str(issue.location)) for issue in found] == [(code, f"t.yml:{place}")]


def test_a_mistyped_key_is_not_told_twice():
    """The key that was meant is not reported as missing as well."""
    document, _ = parse_yaml(b'id: "a"\ntitel: "A"\n', "t.yml")
    _, issues = bind(Toy, document)
    assert [issue.code for issue in issues] == ["S002"]
    assert issues[0].next_step == 'Did you mean "title"?'


def test_all_misfits_come_at_once():
    """An editor fixes a file in one go."""
    assert [issue.code for issue in faults("count: x\nopen: yes\nday: x\n")] == [
        "S024",
        "S022",
        "S023",
    ]


def test_a_faulted_value_is_not_told_again_and_never_bound():
    """What the YAML reader has complained about stays one complaint."""
    document, issues = parse_yaml((START + "count:\nopen: yes\n").encode(), "t.yml")
    assert [issue.code for issue in issues] == ["Y017"]
    bound, found = bind(Toy, document)
    assert bound is None
    assert [issue.code for issue in found] == ["S023"]
    document, _ = parse_yaml((START + "named: [&x a]\n").encode(), "t.yml")
    assert bind(Toy, document) == (None, [])


def test_one_item_of_a_file_can_be_bound():
    """Places are those of the file, not of the item."""
    document, _ = parse_yaml(b"- {value: 1, period: 2016}\n- {value: x, period: 2016}\n", "t.yml")
    assert bind(Point, document, (0,))[0].period.text == "2016"
    assert str(bind(Point, document, (1,))[1][0].location) == "t.yml:2:4"


def test_what_another_file_holds_is_added():
    """A Markdown body becomes the field that is kept for it."""
    document, _ = parse_yaml(START.encode(), "t.md")
    toy, issues = bind(Toy, document, added={"body": "Words"})
    assert issues == []
    assert toy.body == "Words"


VALUES = st.recursive(
    st.sampled_from(["a", "1", "true", "2016", "red", "circle", "not_found", ""]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["value", "missing", "why", "form", "period", "radius", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from([*Toy.model_fields, "value", "missing"]), VALUES, max_size=6)
)
def test_no_data_gives_a_traceback(data):
    """Any structure whatever is bound, or has issues with a place that exists."""
    text = "".join(f"{key}: {flow(value)}\n" for key, value in data.items()) or "{}\n"
    document, issues = parse_yaml(text.encode(), "t.yml")
    assert issues == []
    bound, found = bind(Toy, document)
    assert (bound is None) == bool(found)
    places = set(document.places.values())
    assert all(issue.location in places for issue in found)


def flow(value: object) -> str:
    """Write a value in brackets and quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return f'"{value}"'


def test_every_refusal_of_the_model_has_its_own_code(root):
    """No refusal of a scalar type falls into the nameless rest."""
    sources = [path.read_text("utf-8") for path in (root / "generator/model").glob("*.py")]
    refused = {code for text in sources for code in re.findall(r'refusal\(\s*"(\w+)"', text)}
    refused |= {code for text in sources for code in re.findall(r'"(not_an?_(?!such)\w+)"', text)}
    assert len(refused) > 15
    assert {code for code in refused if code not in CODES} == set()


def test_every_code_is_explained():
    """The table at the top of the module names each code that can be given."""
    for code in CODES.values():
        assert f"| {code} |" in binding.__doc__
