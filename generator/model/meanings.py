"""What the docstring below a field says of it, read from the program's own text when asked for.

The first words say what the field means. Then may follow, each after its word and a colon: `Label`,
what people call it; `One`, what one of a list is called; `Needed`, when it is filled in; `Example`,
a value as somebody would type it.

Forms, schemas and messages ask; a run that finds everything in order does not. To read them all as
pydantic would (`use_attribute_docstrings`) took a third of the time in which the model is loaded.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pydantic import BaseModel

_SECTION = re.compile(r"\s+(Label|One|Needed|Example): ")


@dataclass(frozen=True, slots=True)
class Said:
    """What a docstring says of a field; empty where it says nothing of the kind."""

    meaning: str = ""
    label: str = ""
    needed: str = ""
    example: str = ""
    one: str = ""

    @classmethod
    def read(cls, docstring: str) -> "Said":
        """Return what a docstring says, each part in one line."""
        meaning, *rest = _SECTION.split(docstring)
        parts = dict(zip(rest[::2], (" ".join(text.split()) for text in rest[1::2]), strict=True))
        return cls(
            " ".join(meaning.split()),
            parts.get("Label", "").removesuffix("."),
            _need(parts.get("Needed", "")),
            parts.get("Example", ""),
            parts.get("One", "").removesuffix("."),
        )


def _need(words: str) -> str:
    """Return when a field is needed as a sentence, also where only "where ..." is said."""
    return f"Needed {words}" if words[:1].islower() else words


Meanings = dict[str, Said]


@cache
def meanings(model: type[BaseModel]) -> Meanings:
    """Return what is said of each field of a record, by its name, inherited ones included.

    A field of which nothing is said is not in it; nor is any whose program text is not there.
    """
    found: Meanings = {}
    for kind in reversed(model.__mro__):
        own = inspect.get_annotations(kind)
        said = _said(kind.__module__).get(kind.__qualname__, {}) if own else {}
        found = {name: words for name, words in found.items() if name not in own} | said
    return {name: words for name, words in found.items() if name in model.model_fields}


@cache
def _said(module: str) -> dict[str, Meanings]:
    """Return the docstrings below the fields of every class of a module, by the class's name."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError):
        return {}
    return {name: dict(_docstrings(node)) for name, node in _classes(tree, "")}


def _classes(parent: ast.AST, prefix: str) -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield every class below a node with its qualified name."""
    for node in ast.iter_child_nodes(parent):
        below = prefix
        if isinstance(node, ast.ClassDef):
            yield prefix + node.name, node
            below = f"{prefix}{node.name}."
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            below = f"{prefix}{node.name}.<locals>."
        yield from _classes(node, below)


def _docstrings(node: ast.ClassDef) -> Iterator[tuple[str, Said]]:
    for field, below in pairwise(node.body):
        match field, below:
            case ast.AnnAssign(ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, Said.read(text)
