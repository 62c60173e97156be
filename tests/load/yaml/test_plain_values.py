"""The quick reading of a text gives what the whole reading gives, or leaves it to that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.settings import Settings
from generator.load.characters import read_text, space_faults, tab_faults
from generator.load.yaml.builder import Builder
from generator.load.yaml.plain_values import plain_values
from generator.load.yaml.source import FAST_LOADER, PURE_LOADER, parse_yaml

ROOT = Path(__file__).resolve().parents[3]

DOUBTFUL = {
    "a comment": "a: 1 # one\n",
    "an anchor": "a: &b 1\n",
    "an alias": "a: &b 1\nc: *b\n",
    "a tag": "a: !!str 1\n",
    "a tag on a list": "a: !!set [1]\n",
    "a directive": "%YAML 1.1\n---\na: 1\n",
    "a second document": "a: 1\n---\nb: 2\n",
    "a key twice": "a: 1\na: 2\n",
    "a list as key": "? [a]\n: 1\n",
    "a key that is nothing": "~: 1\n",
    "a merge": "<<: {a: 1}\n",
    "nothing after a key": "a:\n",
    "a mark that parsers read differently": "a: what?\n",
    "marks of a word processor": "a: “text”\n",
    "a written hidden character": 'a: "\\u200e"\n',
    "values nine deep": "[[[[[[[[[1]]]]]]]]]\n",
    "no YAML": "a: [\n",
    "nothing at all": "",
}

_PIECES = st.sampled_from(
    [
        *(
            "a: ",
            "b: ",
            "c:\n",
            "  - ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "\n",
            "\n  ",
            ": ",
            "'",
            '"',
        ),
        *(
            "“",
            "”",
            "?",
            "? ",
            "#",
            " #",
            "&x ",
            "*x",
            "!!str ",
            "~",
            "null",
            "<<",
            "---\n",
            "...\n",
        ),
        *("%", "1", "text", "é", "\\", "\\u200e", ">-\n", "@", "`", "=", ".", "-"),
    ]
)


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_text_in_doubt_is_left_to_the_whole_reading(text):
    """Nothing that has a message, or may lose words, is read quickly."""
    assert plain_values(text, FAST_LOADER) is None


@pytest.mark.parametrize("loader", [PURE_LOADER, FAST_LOADER], ids=["pure", "fast"])
@given(pieces=st.lists(_PIECES, max_size=14))
def test_both_readings_agree(loader, pieces):
    """What is read quickly is the same value, and the whole reading has nothing to say of it."""
    text = "".join(pieces)
    if (
        tab_faults(text, "a.yml")
        or space_faults(text, "a.yml")
        or read_text(text.encode(), "").issues
    ):
        return
    values = plain_values(text, loader)
    whole = Builder(text, "a.yml", 1)
    whole.read(PURE_LOADER)
    if values is not None:
        assert whole.issues == []
        assert whole.document is not None
        assert values == (whole.document.data, whole.document.places.marks[()])


def test_most_files_are_read_quickly():
    """Content that people keep in order is the common case."""
    files = [*Settings(root=ROOT).content.rglob("*.yml")]
    quickly = [plain_values(file.read_text(encoding="utf-8"), FAST_LOADER) for file in files]
    assert sum(values is not None for values in quickly) > len(files) / 2


def test_places_are_those_of_the_whole_reading():
    """Whoever asks where something is gets its line and column, however the text was read."""
    raw = b"a:\n  - b: 1\n    c: 'two'\nd: 3\n"
    document, issues = parse_yaml(raw, "a.yml")
    whole = Builder(raw.decode(), "a.yml", 1)
    whole.read(PURE_LOADER)
    assert issues == []
    assert dict(document.places) == dict(whole.document.places)
