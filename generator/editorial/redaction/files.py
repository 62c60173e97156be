"""Every file that people write, without what is to be removed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.core.issues import Location
from generator.core.settings import Settings
from generator.editorial.redaction.reach import Reach, RemovalFor
from generator.editorial.redaction.removal import Removal
from generator.editorial.redaction.values import Hit, Outcome, Redactor, Stored
from generator.load.files import ContentFiles, find_files, read_file, record_types
from generator.load.front_matter import parse_file
from generator.load.normal_form import format_file
from generator.load.source_document import MarkdownDocument, Path, Value
from generator.model.edition import Errata
from generator.model.fields import fields_of
from generator.model.translations import Translation, digest_of
from generator.model.values import Record

Entries = Mapping[str, Mapping[str, str]]
"""What is added to the redactions of a frozen edition, by the path of its edition.yml."""

_BODY = "body"


def reach_files(
    settings: Settings, removal_for: RemovalFor, why: str, entries: Entries, reach: Reach
) -> None:
    """Add to a reach what goes from every file that people write."""
    files, _ = find_files(settings)
    for path, model in _written_files(files):
        raw, _ = read_file(settings, path)
        removal = removal_for(path, "")
        if raw is not None and removal:
            redactor = Redactor(removal, why)
            if model is None:
                _prose(path, raw, redactor, reach)
            else:
                _records(path, raw, (model, entries.get(path)), redactor, reach)
    for (language, _), path in files.translations.items():
        raw, _ = read_file(settings, path)
        removal = removal_for(path, language)
        if raw is not None and removal:
            _translation(path, raw, removal, reach)


def _written_files(files: ContentFiles) -> Iterator[tuple[str, type[Record] | None]]:
    """Yield every file with its type of record; None for one that is prose and nothing else."""
    translated = frozenset(files.translations.values())
    yield from ((p, model) for p, model in record_types(files).items() if p not in translated)
    for edition in files.editions.values():
        if edition.introduction:
            yield edition.introduction, None
        if edition.errata:
            yield edition.errata, Errata


def _prose(path: str, raw: bytes, redactor: Redactor, reach: Reach) -> None:
    text = raw.decode()
    new = redactor.text(text, ("introduction",))
    if new != text:
        reach.files[path] = new.encode()
        reach.take(redactor, lambda hit: Location(path, hit.line + 1))


def _records(
    path: str,
    raw: bytes,
    kind: tuple[type[Record], Mapping[str, str] | None],
    redactor: Redactor,
    reach: Reach,
) -> None:
    document, _ = parse_file(raw, path)
    if document is None:
        return
    model, entry = kind
    data = redactor.record(document.front.data, model)
    of_body = fields_of(model).get(_BODY)
    body = redactor.text(document.body, (_BODY,), of_body) if of_body else document.body
    if entry:
        data = {**data, "redactions": [*data.get("redactions", ()), dict(entry)]}
    if redactor.hits or entry:
        reach.take(redactor, _places(document))
        _write(replace(document, front=replace(document.front, data=data), body=body), model, reach)


def _places(document: MarkdownDocument) -> Callable[[Hit], Location]:
    def place(hit: Hit) -> Location:
        if hit.path == (_BODY,):
            return Location(document.path, document.body_line + hit.line)
        return document.front.place(hit.path)

    return place


def _write(document: MarkdownDocument, model: type[Record], reach: Reach) -> None:
    """Add a file in its normal form, which has no place for comments."""
    lines = document.front.comment_lines
    if lines:
        reach.commented.append(Location(document.path, lines[0]))
    else:
        reach.files[document.path] = format_file(document, model).encode()


def _translation(path: str, raw: bytes, removal: Removal, reach: Reach) -> None:
    """Add a file of translations: what was translated of a changed text is of the changed one."""
    document, _ = parse_file(raw, path)
    if document is None:
        return
    redactor = Redactor(removal, "")
    now = {digest_of(old): new for old, new in reach.changed.items()}
    texts = {
        where: _translated(redactor, entry, ("texts", where), now)
        for where, entry in document.front.data["texts"].items()  # type: ignore[index,call-overload,union-attr]
    }
    data: dict[str, Value] = {"texts": texts}
    if data != document.front.data:
        reach.take(redactor, _places(document))
        _write(replace(document, front=replace(document.front, data=data)), Translation, reach)


def _translated(redactor: Redactor, entry: Stored, path: Path, now: Mapping[str, str]) -> Stored:
    new = now.get(entry["of"])
    made = dict(entry)
    for name in ("original", "text", "outdated"):
        if said := made.get(name):
            made[name] = redactor.text(said, (*path, name))
    if new is None:
        return made
    made["of"] = digest_of(new)
    if "original" in made:
        made["original"] = new
    for name in ("text", "outdated"):
        if (said := made.get(name)) and (less := redactor.removal.translated(said)) != said:
            made[name] = less
            redactor.hits.append(Hit((*path, name), Outcome.MARKED))
    return made
