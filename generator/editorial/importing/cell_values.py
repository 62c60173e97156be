"""What one cell says, by what its column means: values of fields, or why it cannot be taken.

| code | what it means |
| --- | --- |
| I001 | a mapping names a column that the export does not have |
| I002 | a column of the export of which the mapping does not say what it means |
| I003 | a mapping names a field that does not exist, or what does not go together |
| I004 | a row with more cells than there are headings |
| I005 | a row that cannot be read |
| I006 | a cell of a workbook that shows an error |
| I007 | a cell that is not what its column is declared to hold |
| I008 | a word of which the mapping does not say what it means |
| I009 | a name that nothing in the report has |
| I010 | two rows with the same key |
| I011 | a row without a key, or one that belongs to no row of another table |
| I012 | a value that every record of its kind needs, and that no column gives |
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fnmatch import translate
from functools import cache

from generator.core.issues import Issue, Location
from generator.core.naming import did_you_mean, name_list, quoted
from generator.editorial.importing.dates_read import DateForm, ValueFault, after, read_date
from generator.editorial.importing.html_prose import (
    escaped,
    first_sentence,
    html_to_markdown,
    html_to_words,
    looks_like_html,
    pictures_in,
)
from generator.editorial.importing.known_names import (
    KINDS,
    KnownNames,
    MadeRecord,
    fiscal_days,
    fiscal_id,
)
from generator.editorial.importing.mapping import (
    FIRST_SENTENCE,
    HTML,
    MARKDOWN,
    NOTHING,
    REST,
    UNPLACED,
    ColumnMap,
    Consequences,
    MappingFile,
    Reading,
)
from generator.editorial.importing.numbers_read import FORMS, NumberForm, form_of, read_number
from generator.editorial.importing.repairs import (
    PICTURES,
    TAGS,
    TIMES,
    Repairs,
    alike,
    in_a_name,
    in_title_case,
    one_line,
    repaired,
    tidy_lines,
)
from generator.editorial.importing.targets import Target
from generator.editorial.importing.values import CellText
from generator.load.source_document import Value
from generator.model.fields import Field, Holds, Shape
from generator.model.values import LONGEST_TITLE, Name, Title


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: values by the paths of their fields, the target's own among them."""

    path: str
    value: Value


@dataclass(slots=True)
class CellReader:
    """Reads the cells of one column."""

    meaning: ColumnMap
    target: Target
    heading: str
    mapping: MappingFile
    names: KnownNames
    repairs: Repairs
    language: str
    dates: DateForm = field(init=False)
    numbers: NumberForm = field(init=False)
    _known: dict[str, Consequences | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take together what holds for the column."""
        said = self.meaning
        self.dates = DateForm(said.dates or "", self.language, said.calendar or "gregorian")
        sample = FORMS[said.numbers] if said.numbers else form_of(self.language)
        self.numbers = NumberForm(*sample, said.scale or "one")

    def read(self, text: str, place: Location, start: str = "") -> Iterator[Said]:
        """Yield what a cell says; nothing where it is blank or stands for nothing.

        `text` is without what nobody sees, `start` is the cell from which a duration is counted.
        Raises ValueFault for what cannot be taken.
        """
        meant = self._consequences(text)
        if meant is not None:
            if UNPLACED in meant.values():
                raise UnknownWord(_WORD_TO_COME, "Write what it means in place of the ?.")
            for path, value in meant.items():
                yield Said(path, CellText(value.replace("{cell}", text), place))
            return
        why = self._missing(text)
        if why == NOTHING:
            return
        if why:
            if self.target.leaf.may_be_missing:
                words = f"The export has {quoted(text)}."
                gap: Value = {"missing": CellText(why, place), "why": CellText(words, place)}
                yield Said(self.target.path, gap)
            return
        parts = self._parts(text)
        values = [self._value(part, place, start) for part in parts]
        kept = [CellText(value, place) for value in values if value]
        if kept:
            is_list = self.target.leaf.shape is Shape.LIST
            yield Said(self.target.path, list(kept) if is_list else kept[0])

    def _parts(self, text: str) -> list[str]:
        if not self.meaning.split:
            return [text]
        return [part.strip() for part in text.split(self.meaning.split) if part.strip()]

    def _consequences(self, text: str) -> Consequences | None:
        """Return what the mapping says that a word means; None where it says nothing of it."""
        folded = alike(text)
        if folded not in self._known:
            general = self.mapping.words.get(self.target.path, {})
            own = _meant(folded, self.meaning.words)
            self._known[folded] = _meant(folded, general) if own is None else own
        return self._known[folded]

    def _missing(self, text: str) -> str:
        if not text:
            return self.mapping.missing.get("", NOTHING)
        folded = alike(text)
        missing = self.mapping.missing.items()
        return next((why for word, why in missing if word and _fits(word, folded)), "")

    def _value(self, text: str, place: Location, start: str) -> str:
        leaf = self.target.leaf
        match leaf.holds:
            case _ if self.meaning.count:
                value = self._end(text, start)
            case Holds.DATE | Holds.DAY:
                value = self._date(text)
            case Holds.NUMBER | Holds.WHOLE:
                value = self._number(text)
            case Holds.KEY | Holds.FLAG:
                value = self._key(text, leaf)
            case Holds.ID if leaf.ref:
                value = self._reference(text, place, leaf)
            case Holds.TEXT | Holds.PROSE:
                value = self._words(text, leaf)
            case _:
                value = " ".join(text.split())
        return value

    def _date(self, text: str) -> str:
        if found := _FISCAL_QUARTER.fullmatch(text.strip()):
            year = fiscal_id(self.names.report, found["a"] or found["b"])
            return f"{year}-q{found['q'] or found['r']}"
        if _FISCAL_YEAR.fullmatch(text.strip()):
            return fiscal_days(self.names.report, text)
        date, had_time = read_date(text, self.dates)
        self.repairs.count(TIMES, self.heading, int(had_time))
        return date

    def _number(self, text: str) -> str:
        number = read_number(text, self.numbers)
        if self.target.leaf.name == "percent" and "%" not in text:
            _refuse_fraction(text, number)
        return "" if self.meaning.zero == NOTHING and number == "0" else number

    def _end(self, text: str, start: str) -> str:
        plain = re.sub(r"\s*[^\W\d_]+\.?$", "", text)
        number = read_number(plain, self.numbers)
        if "." in number or number.startswith("-"):
            raise ValueFault(f"a whole number of {self.meaning.count}", "Correct it.")
        begun = self._date(start) if start else ""
        return after(begun, int(number), self.meaning.count or "days") if begun else ""

    def _key(self, text: str, leaf: Field) -> str:
        word = alike(text)
        for known in leaf.words:
            if word in (known, known.replace("_", " ")):
                return known
        raise UnknownWord(
            f"one of: {name_list(leaf.words, most=20)}",
            f"{did_you_mean(text, leaf.words)}Say what it means under words, "
            f"for example {quoted(text[:40])}: {leaf.words[0]}.",
        )

    def _reference(self, text: str, place: Location, leaf: Field) -> str:
        assert leaf.ref is not None  # noqa: S101  # asked before
        kind = leaf.ref.to
        if kind == "fiscal_year":
            return fiscal_id(self.names.report, text)
        words = one_line(text, self.heading, self.repairs)
        words = in_title_case(words, self.heading, self.repairs) if self._repairs_case else words
        kinds, taxonomy = KINDS.get(kind, ()), self.meaning.taxonomy or ""
        if not kinds:
            return words
        found = self.names.id_of(words, kinds, taxonomy)
        if not found and not self.meaning.create:
            near = self.names.guess(words, kinds, taxonomy)
            raise UnknownName(
                leaf.ref.expected,
                (f"Did you mean {quoted(near)}? " if near else "")
                + f"Add it to the content, or let it be made: create: {kinds[0]}.",
            )
        if not found:
            words = in_a_name(words, self.heading, self.repairs)
            cell = CellText(words[:LONGEST_TITLE], place)
            create = self.meaning.create or kinds[0]
            said = {name: v.replace("{cell}", words) for name, v in self.meaning.created.items()}
            made = MadeRecord(create, "", cell, said, taxonomy, self.heading)
            found = self.names.make(made)
        return f"{taxonomy}/{found}" if kind == "taxonomy_value" else found

    @property
    def _repairs_case(self) -> bool:
        return self.meaning.case == "title"

    def _words(self, text: str, leaf: Field) -> str:
        is_prose = leaf.holds is Holds.PROSE
        if self.meaning.text == HTML and self.meaning.take != REST:
            self.repairs.count(TAGS, self.heading, int(looks_like_html(text)))
            self.repairs.count(PICTURES, self.heading, pictures_in(text))
        plain = html_to_words(text) if self.meaning.text == HTML else text
        if self.meaning.take in (FIRST_SENTENCE, REST):
            head, rest = first_sentence(tidy_lines(plain))
            if self.meaning.take == FIRST_SENTENCE:
                return head
            return self._rest(text, head, rest) if is_prose else rest
        if is_prose:
            return self._prose(text)
        plain = tidy_lines(plain)
        if leaf.value in (Title, Name) or not leaf.is_long:
            plain = one_line(plain, self.heading, self.repairs)
        if leaf.value in (Title, Name):
            plain = in_a_name(plain, self.heading, self.repairs)
        return in_title_case(plain, self.heading, self.repairs) if self._repairs_case else plain

    def _prose(self, text: str) -> str:
        if self.meaning.text == HTML:
            return html_to_markdown(text)
        return text if self.meaning.text == MARKDOWN else escaped(tidy_lines(text))

    def _rest(self, text: str, head: str, rest: str) -> str:
        """Return the rest of a text as prose: with its form where the head is a paragraph alone."""
        if not rest or self.meaning.text != HTML:
            return escaped(rest)
        whole = html_to_markdown(text)
        begins = escaped(head)
        return whole[len(begins) :].strip() if whole.startswith(begins) else escaped(rest)


def _refuse_fraction(text: str, number: str) -> None:
    """Raise ValueFault for a percentage without its sign that could as well be a fraction."""
    percent = (Decimal(number) * 100).normalize()
    if 0 < percent <= 100:  # noqa: PLR2004  # a whole
        raise ValueFault(
            "a percentage that can be read in one way alone: with its sign, or above 1",
            f"It could be {text.strip()}% or {percent:f}%: write it with % in the export, or say "
            "under words which it is.",
        )


_WORD_TO_COME = "a word of which the mapping says what it means"


_FISCAL_QUARTER = re.compile(
    r"Q(?P<q>[1-4])[\s,/-]*(?P<a>FY\s?\d{2,4}(?:[-/]\d{2,4})?)"
    r"|(?P<b>FY\s?\d{2,4}(?:[-/]\d{2,4})?)[\s,/-]*Q(?P<r>[1-4])",
    re.IGNORECASE,
)
_FISCAL_YEAR = re.compile(
    r"(?:FY|Fiscal year)\s?\d{2,4}(?:\s?[-/\u2013]\s?\d{2,4})?", re.IGNORECASE
)


class UnknownWord(ValueFault):
    """A word of which nobody has said what it means."""


class UnknownName(ValueFault):
    """A name that nothing has."""


def _meant(folded: str, words: Mapping[str, Consequences]) -> Consequences | None:
    patterns = []
    for word, meant in words.items():
        if alike(word) == folded:
            return _without_nothing(meant)
        if "*" in word:
            patterns.append((word, meant))
    for word, meant in patterns:
        if _glob(word).fullmatch(folded):
            return _without_nothing(meant)
    return None


def matches(word: str, text: str) -> bool:
    """Tell whether a word of a mapping stands for a text; * in it for any signs."""
    return _fits(word, alike(text))


def _fits(word: str, folded: str) -> bool:
    return alike(word) == folded or ("*" in word and bool(_glob(word).fullmatch(folded)))


def _without_nothing(meant: Consequences) -> Consequences:
    return {path: value for path, value in meant.items() if value != NOTHING}


@cache
def _glob(word: str) -> re.Pattern[str]:
    literal = "*".join(part.replace("[", "[[]").replace("?", "[?]") for part in word.split("*"))
    return re.compile(translate(alike(literal)))


def cell_fault(fault: ValueFault, text: str, heading: str, place: Location) -> Issue:
    """Return why a cell cannot be taken, as an issue at its place."""
    codes = {UnknownWord: "I008", UnknownName: "I009"}
    shown = " ".join(repaired(text, "", Repairs()).split())[:60]
    found = f"{quoted(shown)} in {quoted(heading)}"
    return Issue(codes.get(type(fault), "I007"), place, found, fault.expected, fault.next_step)


def effective(meaning: ColumnMap, *above: Reading) -> ColumnMap:
    """Return a column's meaning with what is said for its table or for all tables filled in."""
    given = {}
    for name in Reading.model_fields:
        if getattr(meaning, name) is None:
            given[name] = next((v for one in above if (v := getattr(one, name)) is not None), None)
    return meaning.model_copy(update=given)
