"""What the public sees of a report: the living report and its editions, with all they lead to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from generator.check.used_pictures import published, shown_in, shown_in_edition
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.derive.editions.edition_comparison import (
    CurrentContent,
    LaterRecord,
    current_content,
    found_since,
)
from generator.derive.editions.editions import (
    EditionSnapshot,
    open_edition,
    shown_on,
    with_needs_of,
)
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.snapshot.visibility import CompleteDates
from generator.derive.translations import (
    TranslationCounts,
    Translations,
    counts_of,
    edition_in_language,
    in_language,
    over,
    texts_in_language,
)
from generator.editorial.editions.frozen_files import (
    SNAPSHOT,
    FrozenEditionFiles,
    edition_files,
    errata_of,
    stored_translations,
)
from generator.editorial.editions.frozen_snapshot import read_frozen
from generator.load.pictures import Pictures, read_pictures
from generator.load.report import LoadedReport
from generator.model.edition import Edition
from generator.model.keys import EditionState
from generator.model.report import Report
from generator.words.localization import Localization
from generator.words.report_language import languages_of


@dataclass(frozen=True, slots=True)
class Shown:
    """The living report and its editions, as they are shown on its day."""

    now: Snapshot
    editions: tuple[EditionSnapshot, ...]


def edition_of(editions: Iterable[EditionSnapshot], year: int) -> EditionSnapshot:
    """Return the edition of a year; raises GeneratorError, which names the others, for none."""
    by_year = {e.edition.year: e for e in editions}
    if year not in by_year:
        known = ", ".join(map(str, sorted(by_year))) or "none"
        raise GeneratorError(f"There is no edition for {year}.", f"The editions are: {known}.")
    return by_year[year]


def as_shown(report: Report, now: Snapshot, editions: tuple[EditionSnapshot, ...]) -> Shown:
    """Return the living report, and its editions in the order of their years, as pages show them.

    `report` is the whole content, which holds what is dated later than `now` as well.
    """
    seen = shown_on(now.day, editions)
    return Shown(with_needs_of(seen, now, report), seen)


@dataclass(frozen=True, slots=True)
class SaidReport:
    """A report and its editions as they are said in one language."""

    words: Localization
    shown: Shown
    """With the texts that are translated into it."""
    counts: TranslationCounts | None = None
    """How much is translated; None for the language in which it was written."""


def said_in_each(
    settings: Settings, shown: Shown, translations: Mapping[str, Translations]
) -> tuple[SaidReport, ...]:
    """Return a report as it is said in each of its languages, first as it was written.

    An edition has, beside what is translated now, what was when it was frozen.
    """
    first, *further = languages_of(shown.now.report)
    stored = {e.edition.year: stored_translations(settings, e.edition) for e in shown.editions}
    made = [SaidReport(first, shown)]
    for words in further:
        tag = words.language
        own = translations.get(tag, {})
        memories = ((e, over(stored[e.edition.year].get(tag, {}), own)) for e in shown.editions)
        editions = tuple(edition_in_language(*one) for one in memories)
        counts = counts_of(texts_in_language(shown.now.report, own))
        made.append(SaidReport(words, Shown(in_language(shown.now, own), editions), counts))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class ReadEdition:
    """An edition, and the files that it was read from if it is frozen."""

    files: FrozenEditionFiles | None
    edition: EditionSnapshot


def read_editions(
    settings: Settings, loaded: LoadedReport, days: CompleteDates, known: Mapping[int, ReadEdition]
) -> Iterator[ReadEdition]:
    """Yield the editions that `verify` would return, not verified, in the order of their years.

    `known` are editions as they were read before, by year; a frozen one is read again only where
    its files differ. `days` are from when today's records are seen whole.
    """
    report = loaded.report
    if report is None:
        return
    now = cache(partial(current_content, report, days))
    for edition in sorted(report.editions, key=lambda e: e.year):
        if edition.state is not EditionState.FROZEN:
            yield ReadEdition(None, open_edition(report, edition, days))
            continue
        files = edition_files(settings, edition)
        before = known.get(edition.year)
        if before is None or before.files != files:
            read, _ = read_frozen(files, edition.year, now().stock)
            before = ReadEdition(files, read.then(edition)) if read else None
        if before:
            errata, _ = errata_of(settings, edition, loaded.media)
            find = cache(partial(_found_since, before.edition.then, before.edition.edition, now))
            yield replace(before, edition=replace(before.edition, errata=errata, find_since=find))


def _found_since(
    then: Snapshot, edition: Edition, now: Callable[[], CurrentContent]
) -> tuple[LaterRecord, ...]:
    return found_since(then, edition, now())


def pictures_of(
    settings: Settings, media: Mapping[str, str], report: Report, shown: Shown
) -> Pictures:
    """Return the pictures that the living report and its editions show, and all faults of any.

    `media` has the path of every file of content/media by name. Pictures that only records of a
    later day show are looked at, so that they are fit when their day comes, and are not returned.
    """
    frozen = {
        name: f"{settings.content.name}/editions/{edition.edition.year}/{SNAPSHOT}"
        for edition in reversed(shown.editions)
        if edition.is_frozen
        for name in shown_in_edition(edition)
    }
    if not media and not frozen:
        return Pictures()
    read = read_pictures(settings, media, shown_in(report), frozen)
    names = published(shown.now.report, shown.editions)
    return replace(read, cleaned={n: raw for n, raw in read.cleaned.items() if n in names})
