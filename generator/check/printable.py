"""R705-R706: what can be printed: characters that a typeface of the report has."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.rule import Fault, RuleContext, rule
from generator.check.typeface import PACKAGES, printable
from generator.core.issues import Location
from generator.core.naming import quoted
from generator.core.typefaces import characters_of, font_files
from generator.derive.snapshot.citations import Path
from generator.model.translations import TRANSLATION, original_of
from generator.model.values import Record
from generator.words.bundles import files_of, spoken_for
from generator.words.formats import month_names

_EXPECTED = "characters of Source Sans 3 (Latin, Greek, and Cyrillic letters, and common symbols)"


@dataclass(frozen=True, slots=True)
class _Unprintable:
    """A character that no typeface of the report has, in a field."""

    character: str
    field: str
    at: Location

    @property
    def script(self) -> str:
        """The script in which it is written, as the first word of its name says it."""
        return re.split("[ -]", unicodedata.name(self.character, "none"))[0]


@rule(
    "R705",
    "Every character is in a typeface of the report.",
    "On paper an empty box would appear in its place, and a PDF with such a box is not accessible.",
)
def characters_can_be_printed(context: RuleContext) -> Iterator[Fault]:
    """Yield characters that no typeface has, each once a field.

    Those of a script for which there is a package are one fault: one line in report.yml fixes all.
    """
    named = context.report.about.typefaces
    known = printable().union(*map(characters_of, named))
    by_package = defaultdict[str, list[_Unprintable]](list)
    every = (_in_languages, _in_records, _in_translations)
    for found in (found for look in every for found in look(context, known)):
        package = PACKAGES.get(found.script, "")
        if package and package not in named:
            by_package[package].append(found)
        else:
            yield _one(found, _expected(named))
    for package, all_found in by_package.items():
        yield _several(all_found, package, _expected(named))


@rule(
    "R706",
    "Every typeface that is named is installed.",
    "The letters for which it was named could not be printed.",
)
def typefaces_are_installed(context: RuleContext) -> Iterator[Fault]:
    """Yield every package with a typeface that is not installed, or holds no font file."""
    about = context.report.about
    named: list[tuple[Path, str | None]] = [(("look", "typeface"), about.look.typeface)]
    named += [(("typefaces", place), package) for place, package in enumerate(about.typefaces)]
    for path, package in named:
        if package and not font_files(package):
            yield Fault(
                context.places.of("about", "", *path),
                f"the typeface {quoted(package)}, which is not installed",
                "the name of an installed package that contains font files (.ttf, .otf, or .ttc)",
                f"Install it beside the program: pip install {package}. Or remove the line.",
            )


def _in_languages(context: RuleContext, known: frozenset[str]) -> Iterator[_Unprintable]:
    """Yield what cannot be printed of the words that a language of the report brings along."""
    for place, language in enumerate(context.report.about.languages):
        said = "".join(file.read_text("utf-8") for file in files_of(language))
        at = context.places.of("about", "", "languages", place)
        for character in sorted({*said, *"".join(month_names(spoken_for(language)))} - known):
            yield _Unprintable(character, f"the words of {quoted(language)}", at)


def _in_records(context: RuleContext, known: frozenset[str]) -> Iterator[_Unprintable]:
    strange = frozenset[str]().union(*context.texts) - known
    for part in context.parts if strange else ():
        for name, value in part.record.__dict__.items():
            for text in _texts(value):
                for character in sorted(strange.intersection(text)):
                    at = context.at(part, name)
                    below = text.count("\n", 0, text.index(character))
                    if below and at.path.endswith(".md"):
                        at = Location(at.path, at.line + below)
                    yield _Unprintable(character, name, at)


def _in_translations(context: RuleContext, known: frozenset[str]) -> Iterator[_Unprintable]:
    for language, translations in context.translations.items():
        for part, translation in translations.items():
            original = original_of(context.files[part])
            for path, one in translation.texts.items():
                for character in sorted({*(one.text or ""), *(one.outdated or "")} - known):
                    key = f"{language}/{original}"
                    at = context.places.of(TRANSLATION, key, "texts", path)
                    yield _Unprintable(character, path, at)


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a field; records below it are parts of their own."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for inside in value.values() if isinstance(value, dict) else value:
            if isinstance(inside, str):
                yield inside
            elif isinstance(value, dict) and isinstance(inside, Record):
                yield from _texts(tuple(inside.__dict__.values()))


def _expected(named: tuple[str, ...]) -> str:
    return " or ".join((_EXPECTED, *named))


def _one(found: _Unprintable, expected: str) -> Fault:
    name = unicodedata.name(found.character, "no name").lower()
    return Fault(
        found.at,
        f"the character {quoted(found.character)} (U+{ord(found.character):04X}, {name})"
        f" in {found.field}",
        expected,
        "Write it in letters, put it into a picture with words that say what it shows, or name an"
        " installed package with a typeface that has it below typefaces in content/report.yml.",
    )


def _several(all_found: list[_Unprintable], package: str, expected: str) -> Fault:
    first = min(all_found, key=lambda found: found.at)
    letters = "".join(sorted({found.character for found in all_found}))
    places = len({(found.at, found.field) for found in all_found}) - 1
    elsewhere = f" and {places} more {'field' if places == 1 else 'fields'}" if places else ""
    return Fault(
        first.at,
        f"the characters {quoted(letters)} ({first.script.capitalize()})"
        f" in {first.field}{elsewhere}",
        expected,
        f'Install a typeface that has them (pip install {package}), and add the line - "{package}"'
        " below typefaces: in content/report.yml.",
    )
