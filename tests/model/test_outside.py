"""What a browser, Typst, a spreadsheet or the git host would refuse is refused when typed."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model import outside

TAKEN: list[tuple[Any, str]] = [
    *((outside.Language, tag) for tag in ("en", "es", "ru", "pt-BR", "zh-Hant", "zh-Hant-TW")),
    (outside.Address, "mailto:a@b.example"),
    (outside.Address, "mailto:a.b+c@b.example?subject=Hello"),
    (outside.Address, "https://b.example"),
    (outside.Address, "http://b.example:8080/a_(b)/~c/?d=e,f;g&h=%20#i"),
    (outside.Address, "https://müller.example/straße"),
    (outside.Address, "https://[2001:db8::1]/"),
    (outside.Address, "https://web.archive.org/web/2016/http://b.example/@me"),
    (outside.Site, "https://b.example/report/"),
    (outside.Repository, "https://github.com/city/report"),
    (outside.Repository, "https://git.example/group/team/report.git"),
    (outside.Account, "@city/innovation"),
    (outside.Account, "jo-lund"),
    (outside.Account, "jo@city.example"),
]
REFUSED: list[tuple[Any, str, str]] = [
    (outside.Language, "English", '"en" for English'),
    (outside.Language, "en_US", 'Write "en-US"'),
    (outside.Language, "EN", 'Write "en"'),
    (outside.Language, "de_DE.UTF-8", 'Write "de-DE"'),
    (outside.Language, "xx", "For example"),
    (outside.Language, "eng", "For example"),
    (outside.Language, "en ", "For example"),
    (outside.Language, "", "For example"),
    (outside.Address, "www.b.example", "Copy all of it"),
    (outside.Address, "javascript:alert(1)", "Copy all of it"),
    (outside.Address, "https:/b.example", "Copy all of it"),
    (outside.Address, "https://", "the name of a site"),
    (outside.Address, "https:///path", "the name of a site"),
    (outside.Address, "https://[", "the name of a site"),
    (outside.Address, "https://b.example:99999/", "the name of a site"),
    (outside.Address, "https://b..example/", "the name of a site"),
    (outside.Address, "https://user:secret@b.example/", "without a username or password"),
    (outside.Address, "https://user@b.example/", "without a username or password"),
    (outside.Address, "https://b.example/a b", "%20"),
    (outside.Address, "https://b.example/a\u00a0b", "U+00A0"),
    (outside.Address, "https://b.example/\u202e", "U+202E"),
    (outside.Address, 'https://b.example/"x"', 'found "'),
    (outside.Address, "https://b.example\\x", "found \\"),
    (outside.Address, f"https://b.example/{'x' * 2000}", "at most 2000"),
    (outside.Address, "mailto:", "an email address"),
    (outside.Address, "mailto:Jo Lund", "%20"),
    (outside.Address, "mailto:jo@", "an email address"),
    (outside.Site, "mailto:a@b.example", "first page"),
    (outside.Site, "https://b.example/?page=1", "first page"),
    (outside.Repository, "https://github.com/city", "OWNER/NAME"),
    (outside.Repository, "git@github.com:city/report.git", "OWNER/NAME"),
    (outside.Repository, "https://github.com/city/report?tab=readme", "OWNER/NAME"),
    (outside.Account, "jo lund", "only one"),
    (outside.Account, "@city/innovation @city/it", "only one"),
    (outside.Account, "jo\n* @evil", "only one"),
]


@pytest.mark.parametrize(("kind", "typed"), TAKEN)
def test_what_every_program_takes_is_taken(kind: Any, typed: str) -> None:
    """Nothing that works elsewhere is refused here."""
    assert TypeAdapter(kind).validate_python(typed) == typed


@pytest.mark.parametrize(("kind", "typed", "says"), REFUSED)
def test_what_a_program_would_refuse_is_explained(kind: Any, typed: str, says: str) -> None:
    """A refusal says what is expected and what to do, mostly with an example."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(typed)
    (fault,) = refused.value.errors()
    assert says in f"{fault['ctx']['expected']} {fault['ctx']['next_step']}"
