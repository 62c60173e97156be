"""A mapping file to what it says: short forms written out, every fault at its line."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.core.issues import Issue, Location
from generator.editorial.importing.mapping import MappingFile
from generator.load.binding import bind
from generator.load.source_document import Path, Value, YamlDocument
from generator.load.yaml.source import parse_yaml

COLUMNS = ("columns", "columns_if_there")
"""The sections that say what columns mean; those of the second may be absent."""

_LISTS = ("by", "row_key", "ignore")


@dataclass(frozen=True, slots=True)
class ReadMapping:
    """A mapping file that was read."""

    mapping: MappingFile | None
    """What it says; None where a fault prevents it."""
    issues: list[Issue]
    document: YamlDocument | None = None

    def place(self, *at: str | int) -> Location:
        """Return where a part of it is."""
        return self.document.place(at) if self.document else Location("map")


def read_mapping(raw: bytes, path: str) -> ReadMapping:
    """Return what a mapping file says, and every fault in it."""
    document, issues = parse_yaml(raw, path)
    if document is None:
        return ReadMapping(None, issues)
    written_out = YamlDocument(path, _written_out(document.data), document.places, document.faulted)
    mapping, misfits = bind(MappingFile, written_out)
    issues = [*issues, *misfits]
    return ReadMapping(None if issues else mapping, issues, written_out)


def _written_out(data: Value) -> Value:
    """Return a mapping file without short forms.

    A column's field alone stands for `to`, a word's value for that value in the column's field, a
    list of missing words for words that mean nothing.
    """
    if not isinstance(data, dict):
        return data
    full = _table(data)
    if isinstance(full.get("missing"), list):
        full["missing"] = {str(word): "nothing" for word in full["missing"]}
    if isinstance(words := full.get("words"), dict):
        full["words"] = {path: _words(of, path) for path, of in words.items()}
    if isinstance(tables := full.get("tables"), dict):
        full["tables"] = {
            name: _table(table) if isinstance(table, dict) else table
            for name, table in tables.items()
        }
    source = full.get("source")
    if isinstance(source, dict) and "published" not in source:
        full["source"] = {**source, "published": _UNKNOWN}
    return full


_UNKNOWN: Value = {"missing": "not_stated", "why": "The export does not say when it appeared."}


def _table(data: dict[str, Value]) -> dict[str, Value]:
    full = dict(data)
    for name in _LISTS:
        if isinstance(one := full.get(name), str):
            full[name] = [one]
    if isinstance(skip := full.get("skip"), dict):
        full["skip"] = {name: [of] if isinstance(of, str) else of for name, of in skip.items()}
    for section in COLUMNS:
        if isinstance(columns := full.get(section), dict):
            full[section] = {name: list(_targets(value)) for name, value in columns.items()}
    return full


def _targets(value: Value) -> Iterator[Value]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield {"to": one}
        elif isinstance(one, dict) and "words" in one:
            yield {**one, "words": _words(one["words"], str(one.get("to", "")))}
        else:
            yield one


def _words(words: Value, path: str) -> Value:
    if not isinstance(words, dict):
        return words
    return {word: {path: said} if isinstance(said, str) else said for word, said in words.items()}


def column_path(table: str, section: str, column: str, number: int = 0) -> Path:
    """Return where a column's meaning stands in a mapping file."""
    above: Path = ("tables", table) if table else ()
    return (*above, section, column, number)


def mapping_title(raw: bytes) -> str:
    """Return which export a mapping file says that it is for."""
    read = read_mapping(raw, "")
    return read.mapping.about or "" if read.mapping else ""
