"""Every record has an address, and every citation is found."""

from larkhaven import larkhaven, loaded, records_in

from generator.derive.snapshot.citations import (
    cited_by,
    evaluation_key,
    located_records,
    update_key,
)
from generator.model.link_checks import GoneAddress, LinkChecks, UncheckedAddress
from generator.model.records import Missing
from generator.model.values import Record


def test_every_record_has_one_address() -> None:
    """No two parts share kind, key and path; none is left out."""
    found = list(located_records(larkhaven()))
    addresses = {(part.kind, part.key, part.path) for part in found}
    report = larkhaven()
    # These hold others and have no file of their own; what is missing makes no claim, and neither
    # does what a program found at an address.
    holders = (type(report), type(report.background), Missing)
    holders += (LinkChecks, GoneAddress, UncheckedAddress)

    assert len(addresses) == len(found)
    assert {id(part.record) for part in found} == {
        id(r) for r in records_in(report) if not isinstance(r, holders)
    }


def test_an_address_leads_to_its_record() -> None:
    """Steps of a path are fields, keys and places in lists, from the file's own record."""
    roots = {(p.kind, p.key): p.record for p in located_records(larkhaven()) if p.path == ()}
    for part in located_records(larkhaven()):
        if (part.kind, part.key) in roots:
            here: object = roots[part.kind, part.key]
            for step in part.path:
                here = getattr(here, step) if isinstance(here, Record) else here[step]
            assert here is part.record


def test_every_part_has_a_place_in_its_file() -> None:
    """The addresses are those under which the loader remembers lines and columns."""
    for part in located_records(larkhaven()):
        place = loaded().places.of(part.kind, part.key, *part.path)
        assert place.path == loaded().files[part.kind, part.key]


def test_parents_come_before_their_children() -> None:
    """Whoever walks the parts has met what a part is in."""
    order = {(p.kind, p.key, p.path): place for place, p in enumerate(located_records(larkhaven()))}
    for (kind, key, path), place in order.items():
        above = [order.get((kind, key, path[:length]), -1) for length in range(len(path))]
        assert max(above, default=-1) < place


def test_whoever_cites_a_source_is_found() -> None:
    """All that rests on one source, in the report's order; sources that nobody cites are absent."""
    found = cited_by(larkhaven())

    assert [(p.kind, p.key, p.path) for p in found["late-memoir"]] == [
        ("initiative", "night-ferry", ("events", 1)),
        ("initiative", "shade-trees", ("events", 0)),
    ]
    assert set(found) == {source.id for source in larkhaven().sources}
    assert all(source in part.sources for source, cited in found.items() for part in cited)


def test_updates_and_evaluations_are_named_as_their_files() -> None:
    """Milestone and initiative; year and subject, without the word for its kind."""
    keys = {update_key(u) for u in larkhaven().updates}
    evaluated = {evaluation_key(e) for e in larkhaven().evaluations}

    assert "2023-08-15/kiosk-hours" in keys
    assert evaluated == {
        *("2022/program", "2023/harbour", "2023/town-hall", "2023/kiosk-hours"),
        "2023/tide-gauge",
    }
