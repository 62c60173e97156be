"""What the docstring below a field says of it, read from the program's own text when asked for.

Forms, schemas and messages ask; a run that finds everything in order does not. To read them all as
pydantic would (`use_attribute_docstrings`) took a third of the time in which the model is loaded.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pydantic import BaseModel

Meanings = dict[str, str]


@cache
def meanings(model: type[BaseModel]) -> Meanings:
    """Return what each field of a record means, by its name, inherited ones included.

    A field that says nothing of itself is not in it; nor is any whose program text is not there.
    """
    found: Meanings = {}
    for kind in reversed(model.__mro__):
        own = inspect.get_annotations(kind)
        said = _said(kind.__module__).get(kind.__qualname__, {}) if own else {}
        found = {name: text for name, text in found.items() if name not in own} | said
    return {name: text for name, text in found.items() if name in model.model_fields}


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


def _docstrings(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(node.body):
        match field, below:
            case ast.AnnAssign(ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)
