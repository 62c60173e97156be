"""A snapshot as canonical JSON: read back equal, byte for byte the same again."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from larkhaven import larkhaven

from generator.derive.frozen_part import frozen_part
from generator.derive.snapshot import snapshot
from generator.export.snapshot_json import SnapshotFormError, canonical, from_json, to_json

days = st.dates(date(2020, 1, 1), date(2026, 1, 1))


@given(day=days, known_by=st.none() | days, whole=st.booleans())
@settings(max_examples=25)
def test_what_is_written_is_read_back_equal(day, known_by, whole):
    """Any snapshot survives the way to bytes and back, derived values as stored."""
    then = snapshot(larkhaven(), day, known_by)
    then = then if whole else frozen_part(then)
    written = to_json(then, larkhaven().editions[0])
    thawed, edition = from_json(written)
    assert (thawed, edition) == (then, larkhaven().editions[0])
    assert to_json(thawed, edition) == written


PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda below: st.one_of(
        st.lists(below, max_size=4), st.dictionaries(st.text(), below, max_size=4)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_the_form_is_that_of_the_standard_library(value):
    """Whatever library writes it, frozen editions are written as Python's own would."""
    written = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    assert canonical(value) == f"{written}\n".encode()


def test_every_character_is_written_as_it_always_was():
    """Of all characters that text may hold, the same ones are escaped, in the same way."""
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    assert canonical(every) == f"{json.dumps(every, ensure_ascii=False)}\n".encode()


def test_the_form_is_canonical():
    """Keys are sorted, figures are text, the file ends in one line feed and holds no floats."""
    written = to_json(snapshot(larkhaven(), date(2024, 1, 1)))
    assert written.endswith(b"}\n")
    assert b"\r" not in written

    def refuse(number):
        raise AssertionError(number)

    raw = json.loads(written, parse_float=refuse)
    assert json.dumps(raw, ensure_ascii=False, indent=2, sort_keys=True) == written.decode()[:-1]


def test_derived_values_are_stored_not_worked_out_again():
    """A thawed standing says what the bytes say, even where deriving would say otherwise."""
    raw = json.loads(to_json(snapshot(larkhaven(), date(2024, 1, 1))))
    raw["standings"][0]["freshness"] = "not_measurable"
    thawed, _ = from_json(json.dumps(raw).encode())
    assert thawed.standings[0].freshness == "not_measurable"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not json", "not JSON"),
        (b"[]", "version None"),
        (b'{"schema_version": 99}', "version 99"),
        (b'{"schema_version": 1}', "not a snapshot"),
        (b'{"schema_version": 1, "edition": null, "report": {}}', "not a snapshot"),
    ],
)
def test_other_bytes_are_refused_in_words(content, words):
    """Whatever is not such a snapshot is refused without a traceback of the library."""
    with pytest.raises(SnapshotFormError, match=words):
        from_json(content)


def test_an_edition_holds_only_cited_sources():
    """A frozen part keeps what something in it cites, and leaves what only lives."""
    then = frozen_part(snapshot(larkhaven(), date(2022, 1, 1)), "See [this](source:harbour-news).")
    ids = {source.id for source in then.report.sources}
    whole = {source.id for source in larkhaven().sources}
    assert "harbour-news" in ids
    assert ids < whole
    assert (then.report.pages, then.report.editions) == ((), ())


def test_a_reconstruction_says_so_in_its_data():
    """Whoever reads only the file learns that it is not the city's own document."""
    for edition in larkhaven().editions:
        raw = json.loads(to_json(snapshot(larkhaven(), edition.as_of), edition))
        made = edition.kind == "reconstructed"
        assert ("not the City's" in (raw["notice"] or "")) is made
