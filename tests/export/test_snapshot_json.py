"""A snapshot as canonical JSON: read back equal, byte for byte the same again."""

import copy
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from larkhaven import larkhaven

from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.snapshot import snapshot
from generator.export.snapshot_json import (
    canonical,
    from_json,
    read_snapshot,
    to_json,
)
from generator.export.snapshot_versions import SnapshotFormError, in_newest_form
from generator.model.link_checks import LinkChecks
from generator.model.look import Look, PaperSize
from generator.model.report import Vocabulary
from generator.model.terms import OrganizationKind

days = st.dates(date(2020, 1, 1), date(2026, 1, 1))


def unworded(then):
    """Return a snapshot without what is true of today alone, stored nowhere."""
    about = then.report.about.model_copy(
        update={
            "kind": OrganizationKind.OTHER,
            "terms": {},
            "typefaces": (),
            "look": Look(),
            "paper": PaperSize.LETTER,
        }
    )
    sources = tuple(s.model_copy(update={"archived": None}) for s in then.report.sources)
    today = {"vocabulary": Vocabulary(), "links": LinkChecks(), "meetings": ()}
    changes = {"about": about, "sources": sources, **today}
    return replace(then, report=then.report.model_copy(update=changes))


@given(day=days, known_by=st.none() | days, whole=st.booleans())
@settings(max_examples=25)
def test_what_is_written_is_read_back_equal(day, known_by, whole):
    """Any snapshot survives the way to bytes and back, derived values as stored."""
    then = snapshot(larkhaven(), day, known_by)
    then = then if whole else frozen_part(then)
    written = to_json(then, larkhaven().editions[0])
    frozen, edition = from_json(written)
    assert (frozen, edition) == (unworded(then), larkhaven().editions[0])
    assert to_json(frozen, edition) == written


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
    raw["states"][0]["freshness"] = "not_measurable"
    frozen, _ = from_json(json.dumps(raw).encode())
    assert frozen.states[0].freshness == "not_measurable"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not json", "not JSON"),
        (b"[]", "version None"),
        (b'{"schema_version": 99}', "version 99"),
        (b'{"schema_version": true}', "version True"),
        (b'{"schema_version": 5}', "No number of rules"),
        (b'{"schema_version": 5, "derivation": 99}', "rules number 99"),
        (b'{"schema_version": 1}', "does not fit"),
        (b'{"schema_version": 1, "derivation": 1}', "does not have"),
        (b'{"schema_version": 1, "edition": null, "report": {}}', "does not fit"),
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
    """Whoever reads only the file learns that it is not the organization's own."""
    for edition in larkhaven().editions:
        raw = json.loads(to_json(snapshot(larkhaven(), edition.as_of), edition))
        made = edition.kind == "reconstructed"
        assert ("by the town itself" in (raw["notice"] or "")) is made


FORM = json.loads(
    to_json(frozen_part(snapshot(larkhaven(), date(2022, 1, 1))), larkhaven().editions[0])
)
"""A snapshot as plain data, of the newest form."""


NAMES = {
    "program": "programme",
    "programs": "programmes",
    "license": "licence",
    "organization": "organisation",
    "states": "standings",
}


def british(value, key=""):
    """Return a value as the second version of the form spelled it."""
    if isinstance(value, dict):
        return {NAMES.get(name, name): british(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [british(part, key) for part in value]
    if key == "kind" and value == "recognized":
        return "recognised"
    if key in {"scope", "subject", "about", "goal", "goals"} and isinstance(value, str):
        return re.sub(r"^program(?=$|/)", "programme", value)
    return value


def states(raw):
    """Return what a form of any version says of the initiatives."""
    return raw["states"] if "states" in raw else raw["standings"]


def as_version_4():
    """Return the snapshot as the fourth version of the form wrote it: without what it lacked."""
    return FORM | {"schema_version": 4}


def as_version_3():
    """Return the snapshot as the third version of the form wrote it."""
    about = dict(FORM["report"]["about"])
    [about["language"]] = about.pop("languages")
    worded = {"about": about, "vocabulary": {"status": {"ended": {"label": "Over"}}}}
    return FORM | {"schema_version": 3, "report": FORM["report"] | worded}


def as_version_2():
    """Return the snapshot as the second version of the form wrote it."""
    return british(as_version_3()) | {"schema_version": 2}


def as_version_1():
    """Return the snapshot as the first version of the form wrote it."""
    second = as_version_2()
    edition = {key: value for key, value in second["edition"].items() if key != "renewals"}
    first = {key: value for key, value in second.items() if key != "derivation"}
    return first | {"schema_version": 1, "edition": edition}


def test_each_earlier_form_is_read_as_it_was_written():
    """The first form is read without being rewritten, and means the same as the newest."""
    newer = read_snapshot(FORM)
    for older in map(
        read_snapshot, (as_version_1(), as_version_2(), as_version_3(), as_version_4())
    ):
        assert (older.snapshot, older.edition) == (newer.snapshot, newer.edition)
    assert read_snapshot(as_version_1()).derivation == 1


def test_a_step_changes_nothing_that_it_was_given():
    """Steps are pure: what was read stays what it was."""
    first = as_version_1()
    before = json.dumps(first)
    in_newest_form(first)
    assert json.dumps(first) == before


@pytest.mark.parametrize(
    "form",
    [FORM, as_version_3(), as_version_2(), as_version_1()],
    ids=["newest", "third", "second", "first"],
)
@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda raw: raw["report"]["areas"][0].update(order="1"), ("report", "areas", 0, "order")),
        (lambda raw: raw["report"]["about"].update(site=None), ("report", "about", "site")),
        (lambda raw: raw["report"]["about"].pop("goals"), ("report", "about", "goals")),
        (lambda raw: raw["edition"].pop("claims"), ("edition", "claims")),
        (lambda raw: raw.update(extra=1), ("extra",)),
        (lambda raw: states(raw)[0].update(extra=1), ("states", 0, "extra")),
    ],
    ids=["a number as text", "a null", "a default", "a default of the edition", "a key", "inside"],
)
def test_another_way_to_write_the_same_is_told(form, change, where):
    """A value that means the same and is written otherwise was not written by freezing."""
    raw = copy.deepcopy(form)
    change(raw)
    with pytest.raises(SnapshotFormError) as told:
        read_snapshot(raw)
    assert told.value.path == where
