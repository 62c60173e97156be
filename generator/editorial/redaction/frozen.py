"""Frozen editions without what is to be removed, with the digest that follows, and why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.core.issues import Location
from generator.core.settings import Settings
from generator.editorial.editions.frozen_files import (
    DIGEST,
    SNAPSHOT,
    digest_of,
    edition_files,
)
from generator.editorial.redaction.reach import Reach, RemovalFor
from generator.editorial.redaction.removal import Mark, Removal
from generator.editorial.redaction.values import Hit, Outcome, Redactor
from generator.export.snapshot_json import canonical
from generator.load.json_source import LineIndex, parse_json
from generator.model.edition import Edition
from generator.model.report import Report
from generator.model.translations import digest_of as text_digest
from generator.model.values import Record

_PARTS: Mapping[str, type[Record]] = {"report": Report, "edition": Edition}


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """A frozen edition as it is stored."""

    folder: str
    stored: dict[str, Any]
    digest: str
    """Algorithm and sum."""


def stored_edition(settings: Settings, edition: Edition) -> StoredEdition | None:
    """Return a frozen edition as it is stored; None where that cannot be read."""
    files = edition_files(settings, edition)
    if files.snapshot is None or files.digest is None:
        return None
    stored, faults = parse_json(files.snapshot, files.place(SNAPSHOT).path)
    if faults or not isinstance(stored, dict):
        return None
    return StoredEdition(files.folder, stored, files.digest.decode().split(" ")[0])


def reach_edition(
    edition: StoredEdition, removal: Removal, mark: Mark, why: str, reach: Reach
) -> Mapping[str, str] | None:
    """Add to a reach what goes from a frozen edition; return what is noted of it, if anything."""
    redactor = Redactor(removal, why)
    new = {
        name: redactor.record(part, _PARTS.get(name), (name,)) if isinstance(part, dict) else part
        for name, part in edition.stored.items()
    }
    if isinstance(new.get("notice"), str):
        new["notice"] = redactor.text(new["notice"], ("notice",))
    if not redactor.hits:
        return None
    noted = {
        "on": mark.day.isoformat(),
        "texts": str(len(redactor.hits)),
        "digest": edition.digest,
        "reason": mark.reason,
    }
    own = new.get("edition") or {}
    kept = [*own.get("redactions", ()), {**noted, "texts": len(redactor.hits)}]
    content = canonical({**new, "edition": {**own, "redactions": kept}})
    path, lines = f"{edition.folder}/{SNAPSHOT}", LineIndex(edition.stored)
    reach.files[path] = content
    reach.files[f"{edition.folder}/{DIGEST}"] = digest_of(content)
    reach.take(redactor, lambda hit: Location(path, lines.of(hit.path)))
    return noted


def reach_translations(
    settings: Settings, path: str, removal_for: RemovalFor, reach: Reach
) -> None:
    """Add what goes from the translations that a frozen edition was frozen with."""
    place = settings.root / path
    if not place.is_file():
        return
    stored = json.loads(place.read_bytes())
    lines = LineIndex(stored)
    new = {language: dict(parts) for language, parts in stored.items()}
    now = {text_digest(old): text for old, text in reach.changed.items()}
    for language, parts in stored.items():
        removal = removal_for(path, language)
        if removal:
            redactor = Redactor(removal, "")
            for part, texts in parts.items():
                at = (language, part)
                new[language][part] = _translated(redactor, texts, at, now)
            reach.take(redactor, lambda hit: Location(path, lines.of(hit.path)))
    if new != stored:
        reach.files[path] = canonical(new)


def _translated(
    redactor: Redactor, texts: Mapping[str, str], at: tuple[str, ...], now: Mapping[str, str]
) -> dict[str, str]:
    """Return translations by the digests of their originals, as those are now."""
    made: dict[str, str] = {}
    for digest, text in texts.items():
        less = redactor.text(text, (*at, digest))
        if digest in now:
            rest = redactor.removal.translated(less)
            if rest != less:
                redactor.hits.append(Hit((*at, digest), Outcome.MARKED))
            made[text_digest(now[digest])] = rest
        else:
            made[digest] = less
    return made
