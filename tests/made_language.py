"""A language that is made of the English catalogue: longer, accented, right to left, three plurals.

It stands for all languages in which nobody here writes. What is in English on its pages, or in its
documents, is outside the catalogue; what is cut or overlaps finds no room in many a language.
"""

import shutil
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from generator.words.bundles import CATALOG, FIRST_LANGUAGE

MADE = "ar"
"""Its tag. Arabic is written from right to left, and has forms for one, two, and more."""

TYPEFACE = "fontpkg-noto-sans-arabic"
"""The package with the letters of its months, which are not of the catalogue."""

_ACCENTS = str.maketrans("aeiouncsyAEIOUNCSY", "áéíóúñçšýÁÉÍÓÚÑÇŠÝ")
_VOWELS = frozenset("aeiouAEIOU")


def made(text: str) -> str:
    """Return a text as it is in the made language: every vowel twice, letters with accents."""
    longer = "".join(letter * 2 if letter in _VOWELS else letter for letter in text)
    return longer.translate(_ACCENTS)


class _Making(Transformer):  # type: ignore[misc]
    """Says every text in the made language, and gives every plural a form for two."""

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 - as the library calls it
        """Say a text."""
        return ast.TextElement(made(node.value))

    def visit_SelectExpression(self, node: ast.SelectExpression) -> ast.SelectExpression:  # noqa: N802 - as above
        """Give a choice by number the form that English does not have."""
        node = self.generic_visit(node)
        keys = {v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)}
        if keys == {"one", "other"} and isinstance(node.selector, ast.VariableReference):
            other = next(v for v in node.variants if v.default)
            node.variants.insert(0, ast.Variant(ast.Identifier("two"), other.value))
        return node


def make_catalog(folder: Path, tag: str = MADE) -> None:
    """Write the program's catalogues into an empty folder, and one that is made for a language."""
    shutil.copytree(CATALOG, folder, dirs_exist_ok=True)
    (folder / tag).mkdir()
    for file in sorted((CATALOG / FIRST_LANGUAGE).glob("*.ftl")):
        parsed = FluentParser().parse(file.read_text("utf-8"))
        text = FluentSerializer().serialize(_Making().visit(parsed))
        (folder / tag / file.name).write_text(text, "utf-8")
