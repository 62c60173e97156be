"""Each public page says what it may run, and content cannot widen that."""

import base64
import hashlib

import pytest

from generator.core.errors import GeneratorError
from generator.publish.policy import scripts_of_theme, with_policy

SCOPE = b'<script>scope=new URL("%b",location)</script>'
PALETTE = b"<script>palette()</script>"
DATA = b'<script id="__config" type="application/json">{"base": "."}</script>'
FILE = b'<script src="a.js"></script>'


def _page(*scripts: bytes) -> bytes:
    return b'<html><head><meta charset="utf-8">%b</head><body></body></html>' % b"".join(scripts)


ALLOWED = scripts_of_theme(_page(SCOPE % b"/", PALETTE, DATA, FILE))


def _hash(script: bytes) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script).digest()).decode() + "'"


def test_the_policy_stands_before_anything_that_runs_and_names_each_script() -> None:
    """The rule comes right after the encoding; it has one hash for each inline script."""
    made = with_policy(_page(SCOPE % b"../..", PALETTE, DATA, FILE), "a/index.html", ALLOWED)

    head, _, rest = made.decode().partition('<meta http-equiv="Content-Security-Policy" content="')
    assert head == '<html><head><meta charset="utf-8">'
    rules = rest.partition('"')[0].split("; ")
    scope = _hash(b'scope=new URL("../..",location)')
    assert rules[0] == "default-src 'none'"
    assert rules[1] == f"script-src 'self' {scope} {_hash(b'palette()')}"
    assert not [rule for rule in rules if "unsafe" in rule or "http" in rule or "*" in rule]


@pytest.mark.parametrize(
    "script",
    [
        b"<script>steal()</script>",
        b"<SCRIPT >steal()</SCRIPT >",
        b"<script type=module>steal()</script>",
        b"<script>palette() </script>",
        b'<script>scope=new URL("x",location);steal()</script>',
    ],
)
def test_a_script_that_came_with_content_stops_the_build(script: bytes) -> None:
    """Only what the error page holds too is let in; the message names the page."""
    with pytest.raises(GeneratorError, match=r"a/index\.html contains a script"):
        with_policy(_page(PALETTE, script), "a/index.html", ALLOWED)


def test_what_search_engines_read_is_no_script() -> None:
    """A block of JSON-LD runs nowhere: it needs no hash, and does not stop the build."""
    told = b'<script type="application/ld+json">{"@context":"https://schema.org"}</script>'
    assert b"sha256" not in with_policy(_page(told), "a", ALLOWED)


def test_a_script_that_pretends_to_be_data_stops_the_build() -> None:
    """Only its type makes a block data; a browser would run it in spite of the word elsewhere."""
    with pytest.raises(GeneratorError):
        with_policy(_page(b'<script data-x="application/json">s()</script>'), "a", ALLOWED)
