"""A suggested correction: words that are once in the content, replaced where they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.core.settings import Settings
from generator.editorial.forms.answers import Answers
from generator.editorial.forms.content_changes import ContentChange, add_file
from generator.load.files import find_files, read_file, record_types
from generator.load.front_matter import parse_file
from generator.load.source_document import Path, Value, YamlDocument
from generator.model.background import NarrativePage
from generator.model.edition import Edition
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.organization import Organization
from generator.model.references import PROGRAM
from generator.model.report import About
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

FEWEST = 3
"""How many characters words must have to be looked for."""

BODY: Path = ("the text",)
"""Stands for the body of a Markdown file among the ways to its values."""

_MOST_PLACES = 5

_WORDS_OF_REPORT = frozenset(
    (name,)
    for name in (
        *("title", "program", "city", "summary", "disclaimer"),
        *("reporting_period", "goals", "events", "sources"),
    )
)
"""What of report.yml is told to readers; all else there, also what may come, is a setting."""

_SETTINGS: dict[type[Record], tuple[Path, ...]] = {
    Organization: (("posts", "*", "account"), ("posts", "*", "id")),
    Initiative: (("id",), ("former_ids", "*"), ("roles", "*", "holder")),
    Area: (("id",),),
    NarrativePage: (("id",),),
    Update: (("initiative",), ("milestone",)),
    Evaluation: (("subject",), ("year",)),
}
"""Of other files: who is asked to review, and what a file is named for."""


@dataclass(frozen=True, slots=True)
class _CandidateFile:
    """One file that the correction may be about."""

    model: type[Record]
    front: YamlDocument
    body: str | None = None
    """None where the file is YAML."""


def correction(settings: Settings, answers: Answers) -> ContentChange:
    """Return the one file that the correction changes, or why no one place can be meant.

    Frozen editions are not looked at: what is wrong in them belongs into their errata.
    """
    about, now = answers.get("about"), answers.get("now")
    change = ContentChange(f"Correction: {about}")
    if not about or not now or not answers.get("should"):
        return change
    if len(now) < FEWEST:
        change.faults.append(f"Give at least {FEWEST} characters of the current words.")
        return change
    files = dict(_files(settings, about))
    found = [
        (path, way)
        for path, file in files.items()
        for way, text in _texts(file)
        for _ in range(text.count(now))
    ]
    if len(found) != 1:
        change.faults.append(_not_once(found))
        return change
    path, way = found[0]
    if is_setting(files[path].model, way):
        change.faults.append(_setting(path, way))
        return change
    file, should = files[path], answers.get("should")
    data = _replaced(file.front.data, way, now, should)
    body = file.body and file.body.replace(now, should) if way == BODY else file.body
    add_file(change, file.model, replace(file.front, data=data), body)
    return change


def is_setting(model: type[Record], way: Path) -> bool:
    """Return whether a value configures the site, its workflows or reviews, and is no text."""
    if model is About:
        return way[:1] not in _WORDS_OF_REPORT
    return any(_matches(way, pattern) for pattern in _SETTINGS.get(model, ()))


def _matches(way: Path, pattern: Path) -> bool:
    return len(way) == len(pattern) and all(
        wanted in ("*", step) for step, wanted in zip(way, pattern, strict=True)
    )


def _setting(path: str, way: Path) -> str:
    return (
        f"These words are {'.'.join(map(str, way))} in {path}. That is a setting: it decides who "
        "is asked, where the site is, or how it is made, and forms cannot change it. A staff "
        "member can change it in the file."
    )


def _files(settings: Settings, about: str) -> Iterator[tuple[str, _CandidateFile]]:
    found, _ = find_files(settings)
    own = {
        found.initiatives.get(about),
        *(path for (_, some_id), path in found.updates.items() if some_id == about),
        *(path for (_, some_id), path in found.evaluations.items() if some_id == about),
    }
    of_initiatives = {*found.initiatives.values(), *found.updates.values()}
    for path, model in record_types(found).items():
        wanted = path not in of_initiatives if about == PROGRAM else path in own
        if wanted and model is not Edition:
            raw, _ = read_file(settings, path)
            if raw is not None and (file := _read(path, raw, model)):
                yield path, file


def _read(path: str, raw: bytes, model: type[Record]) -> _CandidateFile | None:
    document, _ = parse_file(raw, path)
    return (
        _CandidateFile(model, document.front, document.body if path.endswith(".md") else None)
        if document
        else None
    )


def _texts(file: _CandidateFile) -> Iterator[tuple[Path, str]]:
    """Yield every text of a file with the way to it."""
    yield from _leaves(file.front.data, ())
    if file.body:
        yield BODY, file.body


def _leaves(value: Value, way: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield way, value
        return
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for step, below in items:
        yield from _leaves(below, (*way, step))


def _not_once(found: list[tuple[str, Path]]) -> str:
    if not found:
        return (
            "These words are not in the content of what you chose. Copy them exactly, including "
            "capitals and punctuation, and choose the initiative or the program again."
        )
    places = [f"{path}, {'.'.join(map(str, way))}" for path, way in dict.fromkeys(found)]
    shown = "; ".join(places[:_MOST_PLACES])
    more = f" and {len(places) - _MOST_PLACES} more places" if len(places) > _MOST_PLACES else ""
    return (
        f"These words appear {len(found)} times ({shown}{more}). Add more of the words around "
        "them, so that they match one place."
    )


def _replaced(value: Value, way: Path, now: str, should: str) -> Value:
    if isinstance(value, str):
        return value.replace(now, should)
    if isinstance(value, dict):
        return {
            name: _replaced(below, way[1:], now, should) if name == way[0] else below
            for name, below in value.items()
        }
    return [
        _replaced(below, way[1:], now, should) if place == way[0] else below
        for place, below in enumerate(value)
    ]
