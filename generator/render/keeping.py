"""Rendered pages and compiled templates, kept from one run to the next by all that they depend on.

A page's text follows from its view, its frame, the addresses of all pages, and the program with its
templates. What is the same to the last byte is not rendered again. Views are only ever digested;
nothing that is read from the disk is taken for a Python object but Jinja's own bytecode.
"""

import hashlib
import io
import pickle
from collections.abc import Callable, Collection, Container
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.memory import Shelf
from generator.model.values import Record


class KeptTexts:
    """Texts on a shelf, each under a name that tells all it depends on."""

    def __init__(self, shelf: Shelf, program: str, known: Collection[str]) -> None:
        self._shelf = shelf
        self._around = digest_of((program, sorted(known)))

    def name(self, made_of: object) -> str:
        """Return under which name a text made of such values is kept; none where it cannot be."""
        if self._shelf.folder is None or self._around is None:
            return ""
        return digest_of((self._around, made_of)) or ""

    def text(self, name: str, make: Callable[[], str]) -> str:
        """Return the text of a name, or what `make` gives, which is kept then."""
        if not name:
            return make()
        kept = self._shelf.get(name)
        if kept is not None:
            return kept.decode()
        made = make()
        self._shelf.put(name, made.encode())
        return made

    def keep_only(self, names: Container[str]) -> None:
        """Remove the texts that this run had no use for."""
        self._shelf.keep_only(names)


class CompiledTemplates(BytecodeCache):
    """Jinja's bytecode on a shelf, by the state of the program: templates, options, versions."""

    def __init__(self, shelf: Shelf, program: str) -> None:
        self._shelf = shelf
        self._program = program
        self._used: set[str] = set()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled before; Jinja compiles the template where nothing was."""
        self._used.add(self._name(bucket))
        kept = self._shelf.get(self._name(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, and nothing of an earlier program."""
        self._shelf.put(self._name(bucket), bucket.bytecode_to_string())
        self._shelf.keep_only(self._used)

    def _name(self, bucket: Bucket) -> str:
        return hashlib.blake2b(f"{self._program}{bucket.key}".encode(), digest_size=20).hexdigest()


def digest_of(value: object) -> str | None:
    """Return what tells a value from any other that would print otherwise.

    None where the value holds something, as a function of its own, that cannot be told apart.
    """
    written = io.BytesIO()
    pickler = _Digester(written, protocol=5)
    pickler.fast = True  # equal values are written alike, whether or not they share objects
    try:
        pickler.dump(value)
    except (pickle.PicklingError, AttributeError, TypeError, ValueError, RecursionError):
        return None
    return hashlib.blake2b(written.getbuffer(), digest_size=20).hexdigest()


class _Digester(pickle.Pickler):
    """Writes values out for their digest; what it writes is never read."""

    def reducer_override(self, obj: Any) -> Any:  # noqa: ANN401 - of any type
        kind = type(obj)
        parts = _parts_of(kind)  # type: ignore[arg-type] # every type can be hashed
        return (kind, parts(obj)) if parts else NotImplemented


@cache
def _parts_of(kind: type) -> Callable[[Any], tuple[object, ...]] | None:
    """Return what takes a value of a type apart into all that tells it from others."""
    if kind is Markup:
        return lambda obj: (str(obj),)
    if issubclass(kind, Record):
        return lambda obj: tuple(obj.__dict__.items())
    if issubclass(kind, Enum):
        return lambda obj: (obj.value,)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda obj: (getattr(obj, names[0]),)) if names else None
