"""The catalogue: every sentence for readers is in it, is used, and gets what it asks for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from jinja2 import Environment
from jinja2.nodes import Const

import generator
from generator.model.fields import every_field
from generator.model.report import Report
from generator.theme import TEMPLATES
from generator.words.bundles import CATALOG, FIRST_LANGUAGE, fallbacks
from generator.words.field_meanings import field_id

HOME = Path(generator.__file__).parent

ROOMS = ("views", "derive", "render", "export")
"""Rooms whose modules say something to readers."""

TO_EDITORS = frozenset(
    {
        "derive/editions/consistency.py",
        "derive/pasted_text.py",
        "derive/references.py",
        "derive/snapshot/not_yet_shown.py",
        "export/snapshot_json.py",
        "export/snapshot_versions.py",
        "export/snapshot_schema.py",
        "views/base/address_claims.py",
    }
)
"""Modules of these rooms that speak to editors and to programmers, whose language is English."""

_CALL = re.compile(r"\bt\(\s*\"([a-z][\w.-]*)\"((?:\s*,\s*\w+=[^()]*(?:\([^()]*\)[^()]*)*)?)\s*\)")
_ARGUMENT = re.compile(r"(\w+)=")
_SENTENCE = re.compile(r"[^\W\d_]{2,} +[\w{]|[\w}] +[^\W\d_]{2,}|^[A-Z][a-z]{2,}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


class Variables(Visitor):  # type: ignore[misc]
    """Collects the values that a pattern names."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - as the library calls it
        """Keep the name of a value."""
        self.names.add(node.id.name)


def catalog(language: str) -> dict[str, set[str]]:
    """Return the values that each message of a language names, attributes under a dot."""
    found: dict[str, set[str]] = {}
    for file in sorted((CATALOG / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if not isinstance(entry, ftl.Message):
                continue
            assert entry.id.name.startswith(f"{file.stem}-"), f"{file.name}: {entry.id.name}"
            patterns = {a.id.name: a.value for a in entry.attributes}
            for name, pattern in {"": entry.value, **patterns}.items():
                if pattern is None:
                    continue
                variables = Variables()
                variables.visit(pattern)
                full = f"{entry.id.name}.{name}" if name else entry.id.name
                assert full not in found, f"{full} is there twice"
                found[full] = variables.names
    return found


def referred(language: str) -> set[str]:
    """Return the ids of the messages that other messages have inside them."""
    text = "".join(file.read_text("utf-8") for file in (CATALOG / language).glob("*.ftl"))
    return set(re.findall(r"\{ ([a-z][\w-]*) \}", text))


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Yield every module of the rooms that speak, with its path."""
    for file in sorted(HOME.rglob("*.py")):
        yield file.relative_to(HOME).as_posix(), ast.parse(file.read_text("utf-8"))


def called(node: ast.Call) -> str:
    """Return the name of the function that is called."""
    return ast.unparse(node.func)


def uses() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield where a message is used, its id (`*` for what varies), and the values it is given.

    None in place of the values says that they cannot be told from reading the code.
    """
    for path, tree in trees():
        calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
        # A sentence with pieces inside it gets these beside the message's own values.
        pieces = {n.args[0]: n.keywords for n in calls if called(n) == "phrase" and n.args}
        for node in calls:
            if called(node) == "msg" and node.args:
                keywords = [*node.keywords, *pieces.get(node, ())]
                known = all(keyword.arg for keyword in keywords)
                given = {keyword.arg or "" for keyword in keywords} if known else None
                for named in ids(node.args[0]):
                    yield f"{path}:{node.lineno}", named, given
    for file in sorted(TEMPLATES.rglob("*.j2")):
        for found in _CALL.finditer(file.read_text("utf-8")):
            yield file.name, found[1], set(_ARGUMENT.findall(found[2]))


def ids(node: ast.expr) -> Iterator[str]:
    """Yield the ids that an expression may be."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(p.value) if isinstance(p, ast.Constant) else "*" for p in node.values)
    elif isinstance(node, ast.IfExp):
        yield from ids(node.body)
        yield from ids(node.orelse)
    else:
        pytest.fail(f"line {node.lineno}: a message's id is written out where it is used")


def matches(pattern: str, name: str) -> bool:
    """Return whether an id is one that a use may name."""
    return re.fullmatch(re.escape(pattern).replace(r"\*", r"[\w-]+"), name) is not None


def test_every_message_that_is_used_is_there_and_gets_its_values():
    """A page is never stopped by a message that is missing, or that asks for more."""
    known = catalog(FIRST_LANGUAGE)
    wrong = []
    for place, pattern, given in uses():
        found = [name for name in known if matches(pattern, name)]
        wrong += [] if found else [f"{place}: no message {pattern}"]
        for name in found:
            missing = known[name] - given if given is not None else set()
            wrong += [f"{place}: {name} asks for {', '.join(sorted(missing))}"] if missing else []
    assert wrong == []


def test_every_message_is_used():
    """What nobody says is no work for translators."""
    patterns = {pattern for _, pattern, _ in uses()}
    exact = {pattern for pattern in patterns if "*" not in pattern}
    open_ones = patterns - exact
    exact |= referred(FIRST_LANGUAGE)
    unused = [
        name
        for name in catalog(FIRST_LANGUAGE)
        if name not in exact and not any(matches(pattern, name) for pattern in open_ones)
    ]
    assert unused == []


@pytest.mark.parametrize("language", sorted(f.name for f in CATALOG.iterdir()))
def test_a_translation_asks_for_nothing_else(language):
    """A message of another language names no value that the first does not.

    It may say besides what fields of the model mean, which the model itself says in English.
    """
    of_the_model = {field_id(field): set() for field in every_field(Report)}
    first = of_the_model | catalog(FIRST_LANGUAGE)
    for name, names in catalog(language).items():
        assert names <= first[name], name


@pytest.mark.parametrize("language", sorted(f.name for f in CATALOG.iterdir()))
def test_only_a_variant_of_a_language_may_lack_messages(language):
    """Nobody meets an English sentence in the midst of another language."""
    base = language.partition("-")[0]
    is_variant = any(other.partition("-")[0] == base for other in fallbacks(language)[1:])
    missing = catalog(FIRST_LANGUAGE).keys() - catalog(language).keys()
    assert is_variant or not missing


def unspoken(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what no reader reads: docstrings, what is raised, and parts of a text seen whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
        elif isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call) and ast.unparse(node.func) == "GeneratorError"
        ):
            yield from ast.walk(node)


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield what a module says in words: texts with a blank between words, or a capital first."""
    quiet = set(unspoken(tree))
    for node in ast.walk(tree):
        if node in quiet:
            continue
        if isinstance(node, ast.JoinedStr):
            said = "".join(p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        else:
            continue
        # Markup and looks of drawings are no words.
        if _SENTENCE.search(said) and not re.search(r"[<=]", said):
            yield node.lineno, said


ALLOWED = frozenset(
    {
        *("Not known on this date.", "Inline", "Owner", "Part"),
        # Of GeoJSON, and of schema.org.
        *("Feature", "FeatureCollection", "Point"),
        *("WebPage", "Report", "Dataset", "Project"),
    }
)
"""Texts of the rooms that speak which no reader reads: names of types and values of records."""


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_is_outside_the_catalogue(room):
    """Modules carry ids: a second language is a file, and no fork."""
    found = [
        f"{path}:{line}: {said}"
        for path, tree in trees()
        if path.startswith(f"{room}/") and path not in TO_EDITORS
        for line, said in sentences(tree)
        if said not in ALLOWED
    ]
    assert found == []


def said_by(template: str) -> Iterator[str]:
    """Yield what a template says in words: its text, what is read out, and its texts in code."""
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    read_out = re.findall(r"(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"", bare)
    for text in (*read_out, re.sub(r"<[^>]*>|\{:[^}]*\}|&#?\w+;", "", bare)):
        if _LETTERS.search(text):
            yield text
    for constant in Environment().parse(template).find_all(Const):  # noqa: S701 - parsed only
        if isinstance(constant.value, str) and _SENTENCE.search(constant.value):
            yield constant.value


def test_no_template_holds_a_sentence():
    """Neither between the tags nor in what is read out."""
    found = []
    for file in sorted((TEMPLATES / "site").rglob("*.j2")):
        text = file.read_text("utf-8")
        found += [f"{file.name}: {said.strip()}" for said in said_by(text) if said.strip()]
    assert found == []
