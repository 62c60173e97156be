"""What the program says is about any organization, and in American English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.serializer import serialize_pattern

import generator
from generator.words.bundles import CATALOG, FIRST_LANGUAGE

HOME = Path(generator.__file__).parent

ROOMS = (
    *("check", "cli", "commands", "core", "editorial", "load", "model", "prose", "publish"),
    *("derive", "views", "export"),
)
"""Rooms whose modules say something to editors."""

PARTICULAR = re.compile(
    r"\b(?:city hall|city|cities|town|towns|borough|mayor|councils?|councillors?|july|dollars?"
    r"|west hollywood)\b",
    re.IGNORECASE,
)
"""Words that fit some organizations only."""

BRITISH = re.compile(
    r"\b(?:programmes?|organis\w+|recognis\w+|labell\w+|cancell(?:ed|ing)|towards|afterwards"
    r"|backwards|licence|colours?|neighbours?|favour\w*|behaviour|centre|catalogue|grey|judgement"
    r"|whilst|amongst|shall|mend(?:s|ed)?|telephones?|of which nothing|as of which"
    r"|hold\w* \w+ against)\b",
    re.IGNORECASE,
)
"""Spellings, words, and turns of phrase that are not those of the United States."""

EXAMPLES = frozenset(
    {
        # Addresses and names, as they are typed.
        "Write OWNER/NAME, such as city/report.",
        'For example "mailto:name@city.example".',
        'For example "https://report.city.example/".',
        'For example "https://github.com/city/report".',
        'For example "@city/innovation" or "jo-lund"; only one.',
        # What a key was called in the first version of content.
        r"(.*[/ ])programme([/ ].*)?",
        # The kinds among which an organization or a unit says what it is.
        "-organization-city",
        "key-organizationkind-city",
        "key-unitkind-council",
    }
)
"""What may have such words: texts of modules, and ids of the catalog."""


def documented(tree: ast.Module) -> set[ast.AST]:
    """Return what stands alone as a statement, as docstrings do; but not the help of commands."""
    found: set[ast.AST] = {n.value for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(
            re.search(r"\.(command|group)\(", ast.unparse(one)) for one in node.decorator_list
        ):
            found.discard(node.body[0].value)  # type: ignore[attr-defined]
    return found


def sentences() -> Iterator[tuple[str, str]]:
    """Yield each text of more than a word that a module holds, with its place."""
    for room in ROOMS:
        for path in sorted((HOME / room).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            parts = {
                part for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for part in n.values
            }
            silent = documented(tree) | parts
            for node in ast.walk(tree):
                if node in silent:
                    continue
                if isinstance(node, ast.JoinedStr):
                    kept = (p.value for p in node.values if isinstance(p, ast.Constant))
                    said = "{}".join(map(str, kept))
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said = node.value
                else:
                    continue
                if " " in said.strip():
                    yield f"{path.relative_to(HOME)}:{node.lineno}", said


def entries() -> Iterator[tuple[str, str]]:
    """Yield each message, attribute, and term of the first language, by its id."""
    for file in sorted((CATALOG / FIRST_LANGUAGE).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message | ftl.Term):
                name = f"-{entry.id.name}" if isinstance(entry, ftl.Term) else entry.id.name
                for pattern in (entry.value, *(a.value for a in entry.attributes)):
                    if pattern is not None:
                        yield name, serialize_pattern(pattern)


@pytest.mark.parametrize("words", [PARTICULAR, BRITISH], ids=["particular", "British"])
@pytest.mark.parametrize("texts", [sentences, entries])
def test_no_sentence_is_for_some_only(texts, words):
    """A department, a borough, and a foundation read what a city reads; examples may name one."""
    found = [
        f"{place}: {said}"
        for place, said in texts()
        if words.search(said) and EXAMPLES.isdisjoint({place, said})
    ]
    assert found == []


def test_every_example_is_there():
    """What is allowed is said somewhere."""
    assert {text for pair in (*sentences(), *entries()) for text in pair} >= EXAMPLES
