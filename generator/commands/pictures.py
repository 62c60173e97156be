"""The pictures of a report: those of all times are looked at, those that are shown go out."""

from collections.abc import Mapping
from dataclasses import replace

from generator.check.shown_pictures import published, shown_in, shown_in_edition
from generator.core.settings import Settings
from generator.derive.editions.editions import EditionThen
from generator.derive.snapshot.snapshot import Snapshot
from generator.editorial.editions.files import SNAPSHOT
from generator.load.pictures import Pictures, read_pictures
from generator.model.report import Report


def pictures_of(
    settings: Settings,
    media: Mapping[str, str],
    report: Report,
    now: Snapshot,
    editions: tuple[EditionThen, ...],
) -> Pictures:
    """Return the pictures that the living report and its editions show, and all faults of any.

    `media` has the path of every file of content/media by name. Pictures that only records of a
    later day show are looked at, so that they are fit when their day comes, and are not returned.
    """
    frozen = {
        name: f"{settings.content.name}/editions/{edition.edition.year}/{SNAPSHOT}"
        for edition in reversed(editions)
        if edition.is_frozen
        for name in shown_in_edition(edition)
    }
    if not media and not frozen:
        return Pictures()
    read = read_pictures(settings, media, shown_in(report), frozen)
    shown = published(now.report, editions)
    return replace(read, cleaned={n: raw for n, raw in read.cleaned.items() if n in shown})
