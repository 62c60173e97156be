"""What an organization itself keeps of an initiative: facts at the top, risks, and documents."""

from collections.abc import Iterator

from generator.derive.progress import newest_progress
from generator.derive.taxonomies import Group, groups_of
from generator.model.initiative import Initiative
from generator.model.own_records import Document, Progress, Risk
from generator.model.places import Place
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Table, Words
from generator.views.base.shared import links, sources, text_cell
from generator.views.base.table_builder import Columns, Value, cited, table_if_any
from generator.words.message import Text, listing, msg


def progress_cell(report: Report, initiative: Initiative) -> Cell:
    """Return how far the initiative is by the organization's own count, if it counts so."""
    newest = newest_progress(initiative)
    if newest is None:
        return ()
    earlier = [_earlier(one) for one in initiative.progress if one is not newest]
    before = msg("facts-progress-before", counts=listing(earlier, "plain")) if earlier else None
    said = text_cell(progress_text(newest), newest.note, before)
    cited = dict.fromkeys(source for one in initiative.progress for source in one.sources)
    return (*said, *sources(report, tuple(cited)))


def progress_text(progress: Progress) -> Text:
    """Return how far an initiative is, by whose count, and when."""
    return msg("facts-progress-count", percent=progress.percent, date=progress.on)


def _earlier(progress: Progress) -> Text:
    """Return an earlier count, among others of the same initiative."""
    return msg("facts-progress-earlier", percent=progress.percent, date=progress.on)


def group_facts(report: Report, initiative: Initiative) -> dict[Text, Value]:
    """Return its groups as facts: each taxonomy with links to the groups it belongs to."""
    found: dict[str, list[Group]] = {}
    for group in groups_of(report, initiative):
        found.setdefault(group.taxonomy.title, []).append(group)
    return {title: links(map(to_group, those)) for title, those in found.items()}


def to_group(group: Group) -> LinkTo:
    """Return the link to the page of a group."""
    return LinkTo(group.value.title, addresses.group(group.reference))


def number_facts(initiative: Initiative) -> dict[Text, Value]:
    """Return the organization's own numbers as facts, by what such numbers are called."""
    found: dict[str, list[str]] = {}
    for own in initiative.own_ids:
        found.setdefault(own.scheme, []).append(own.id)
    return {scheme: listing(numbers) for scheme, numbers in found.items()}


def places_cell(initiative: Initiative) -> Cell:
    """Return where it is carried out, in a row."""
    named = [place_text(place) for place in initiative.places]
    return (Words(listing(named, "apart")),) if named else ()


def place_text(place: Place) -> Text:
    """Return a place with what kind of place it is."""
    return msg("facts-place", name=place.name, kind=place.kind) if place.kind else place.name


def risks(report: Report, initiative: Initiative) -> Table | None:
    """Return its risks, those that are closed last, or None where there are none."""
    columns: Columns[Risk] = {
        msg("facts-risk"): lambda r: r.text,
        msg("facts-risk-likelihood"): lambda r: r.likelihood,
        msg("facts-risk-impact"): lambda r: r.impact,
        msg("facts-risk-rating"): lambda r: r.rating,
        msg("facts-risk-mitigation"): lambda r: r.mitigation,
        msg("facts-risk-as-of"): lambda r: text_cell(r.on, _closed(r)),
        msg("common-sources"): lambda r: sources(report, tuple(dict.fromkeys(_sources(r)))),
    }
    in_order = sorted(initiative.risks, key=lambda risk: risk.closed is not None)
    return table_if_any("risks", msg("facts-risks"), in_order, columns)


def _closed(risk: Risk) -> Text | None:
    if risk.closed is None:
        return None
    if risk.closed.note:
        return msg("facts-risk-closed-note", date=risk.closed.on, note=risk.closed.note)
    return msg("facts-risk-closed", date=risk.closed.on)


def _sources(risk: Risk) -> Iterator[str]:
    yield from risk.sources
    if risk.closed:
        yield from risk.closed.sources


def documents(report: Report, initiative: Initiative) -> Table | None:
    """Return its documents, each with where it can be read or who keeps it; or None."""
    columns: Columns[Document] = {
        msg("facts-document"): lambda d: LinkTo(d.title, d.address) if d.address else d.title,
        msg("facts-document-kind"): lambda d: d.kind,
        msg("facts-document-date"): lambda d: d.on,
        msg("facts-document-holder"): lambda d: d.holder,
        msg("common-sources"): cited(report),
    }
    return table_if_any("documents", msg("facts-documents"), initiative.documents, columns)
