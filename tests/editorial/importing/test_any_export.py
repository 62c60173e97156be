"""Whatever is in an export or a mapping: it comes in or is told in words, and never half."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from offices import EXPORTS, OF_UNITS, make_office

from generator.core.errors import GeneratorError

CAPITAL = (EXPORTS / "capital.csv").read_bytes()
MAPPING = (EXPORTS / "capital.yml").read_text("utf-8")

_ODD = """" , ; <script> ( - 99999999999999999999 31/31/2024 =1+1 {cell} [[x https:// *:"""
_SNIPPETS = st.sampled_from(
    [*_ODD.encode().split(), b"\n", b"\r\n", b"\t", b"\x00", b"\xff", b"\xe2\x80\xae"]
)
_BYTES = st.one_of(st.binary(max_size=4), _SNIPPETS)


@st.composite
def mutated(draw, raw):
    """Return bytes with a few pieces taken out and others put in."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        stop = min(len(raw), start + draw(st.integers(0, 12)))
        raw = raw[:start] + draw(_BYTES) + raw[stop:]
    return raw


@pytest.fixture(scope="module")
def busy_office(tmp_path_factory):
    """Return an office that no test changes."""
    return make_office(tmp_path_factory.mktemp("busy") / "office", roles=OF_UNITS)


def outcome_in_words(office, mapping, file):
    """Import a file without writing; every fault has a place and a next step."""
    with suppress(GeneratorError):
        for fault in office.bring(mapping, file, apply=False).faults:
            assert fault.location.line
            assert fault.expected
            assert fault.next_step


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=mutated(CAPITAL))
def test_no_export_ends_in_a_traceback(busy_office, raw):
    """Bytes of any kind in a CSV file are read, or told at their place."""
    outcome_in_words(busy_office, MAPPING, busy_office.put("any.csv", raw))


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=mutated(MAPPING.encode()))
def test_no_mapping_ends_in_a_traceback(busy_office, raw):
    """A mapping that was damaged is told line by line."""
    file = busy_office.put("capital.csv", CAPITAL)
    place = busy_office.put("any.map.yml", raw)
    outcome_in_words(busy_office, str(place), file)
