"""R101-R105: every thing has one name, for ever, and stands in the file of that name."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.check.rule import Fault, Subject, rule
from generator.check.wording import quoted
from generator.derive.citations import Part, evaluation_key, parts, update_key
from generator.model.values import Record

RESERVED = {"programme": "the whole programme", "initiative": "the whole initiative"}
"""Words that stand for something else where an id could stand."""


@rule(
    "R101",
    "Every id names one thing.",
    "Two things with one id would share an address, and a reader would be sent to the wrong one.",
)
def ids_are_unique(subject: Subject) -> Iterator[Fault]:
    """Yield the second and later holders of an id that another part has already."""
    report = subject.report
    subjects = [*_top("area", report.areas), *_top("initiative", report.initiatives)]
    yield from _repeated(subject, subjects, RESERVED)
    yield from _repeated(subject, _top("page", report.pages), {})
    yield from _repeated(subject, [(p, p.key) for p in _of_kind(subject, "update")], {})
    yield from _repeated(subject, [(p, p.key) for p in _of_kind(subject, "evaluation")], {})
    yield from _repeated(subject, [(p, p.key) for p in _of_kind(subject, "edition")], {})
    organisation = [
        (Part("organisation", "", (name, place), record), record.key)
        for name in ("units", "posts", "partners")
        for place, record in enumerate(getattr(report.organisation, name))
    ]
    yield from _repeated(subject, organisation, {"unassigned": "a vacancy"})


def _top(kind: str, records: Sequence[Record]) -> list[tuple[Part, str]]:
    return [(Part(kind, record.key, (), record), record.key) for record in records]


def _of_kind(subject: Subject, kind: str) -> list[Part]:
    return [part for part in parts(subject.report) if part.kind == kind and not part.path]


def _repeated(
    subject: Subject, named: list[tuple[Part, str]], reserved: dict[str, str]
) -> Iterator[Fault]:
    seen: dict[str, str] = {word: f"stands for {means}" for word, means in reserved.items()}
    for part, name in named:
        if name in seen:
            yield Fault(
                subject.at(part, "id"),
                f"the id {quoted(name)}, which {seen[name]}",
                "an id that nothing else has",
                "Give the newer of the two another id; if it is a copy, remove it.",
            )
        seen.setdefault(name, f"names another {part.kind} already")


@rule(
    "R102",
    "No list holds the same thing twice.",
    "Of two entries for one thing, readers and totals would take one or both, and nobody knows.",
)
def list_items_are_unique(subject: Subject) -> Iterator[Fault]:
    """Yield entries of any list that have the key of an entry above them."""
    for part in parts(subject.report):
        for name, value in part.record.__dict__.items():
            if isinstance(value, tuple):
                yield from _repeated_items(subject, part, name, value)
    for name in ("sources", "discrepancies", "questions"):
        records = getattr(subject.report, name, None) or getattr(
            subject.report.background, name, ()
        )
        yield from _repeated_items(subject, Part(name, "", (), subject.report), name, records)


def _repeated_items(
    subject: Subject, part: Part, name: str, items: tuple[object, ...]
) -> Iterator[Fault]:
    if part.kind == "organisation" and not part.path:
        return
    seen: set[tuple[object, ...]] = set()
    for place, item in enumerate(items):
        key = tuple(getattr(item, k, None) for k in item.KEY) if isinstance(item, Record) else item
        shown = item.key if isinstance(item, Record) else str(item)
        if (key,) in seen:
            told_by = " and ".join(item.KEY) if isinstance(item, Record) else "text"
            yield Fault(
                subject.at(part, name, place),
                f"{quoted(shown)} a second time under {name}",
                f"entries that differ in {told_by}",
                "Remove one of the two, or correct what tells them apart.",
            )
        seen.add((key,))


@rule(
    "R103",
    "An id that was given up is never used again.",
    "Old links lead to a former id; they would arrive at something else.",
)
def former_ids_stay_free(subject: Subject) -> Iterator[Fault]:
    """Yield former ids that are some initiative's present id, or that two initiatives claim."""
    current = {i.id: i.title for i in subject.report.initiatives}
    former: dict[str, str] = {}
    for initiative in subject.report.initiatives:
        for place, name in enumerate(initiative.former_ids):
            if name in current or name in former:
                holder = current.get(name) or former[name]
                which = "present" if name in current else "former"
                yield Fault(
                    subject.places.of("initiative", initiative.id, "former_ids", place),
                    f"the former id {quoted(name)}, which is the {which} id of {quoted(holder)}",
                    "an id that only this initiative had, and none has now",
                    "Take it out here, or give the other initiative an id of its own.",
                )
            former.setdefault(name, initiative.title)


@rule(
    "R104",
    "A file's name is the id inside it.",
    "Editors and forms find a thing by its file; its address comes from its id.",
)
def file_names_are_ids(subject: Subject) -> Iterator[Fault]:
    """Yield areas, initiatives, pages and editions whose file has another name."""
    for (kind, key), path in subject.files.items():
        file = PurePosixPath(path)
        named = {"area": file.stem, "initiative": file.stem, "page": file.stem}
        name = named | {"edition": file.parent.name}
        if kind in name and name[kind] != key:
            field = "year" if kind == "edition" else "id"
            what = "the folder" if kind == "edition" else "the file"
            yield Fault(
                subject.places.of(kind, key, field),
                f"{field} {quoted(key)} in {what} {quoted(name[kind])}",
                f"the same word as {field} and as the name of {what}",
                f"Rename {what}, or correct the {field}; a published id must stay.",
            )


@rule(
    "R105",
    "A status update and an evaluation stand where their first lines say.",
    "A misplaced update would count for the wrong initiative or milestone.",
)
def paths_agree(subject: Subject) -> Iterator[Fault]:
    """Yield updates and evaluations whose path names another milestone, year or subject."""
    report = subject.report
    expected = {("update", update_key(u)): ("milestone", "initiative") for u in report.updates}
    expected |= {("evaluation", evaluation_key(e)): ("year", "subject") for e in report.evaluations}
    for address, fields in expected.items():
        path = PurePosixPath(subject.files.get(address, ""))
        found = f"{path.parent.name}/{path.stem}"
        if path.name and found != address[1]:
            yield _misplaced(subject, address, fields, path)


def _misplaced(
    subject: Subject, address: tuple[str, str], fields: tuple[str, str], path: PurePosixPath
) -> Fault:
    folder, name = address[1].split("/")
    field = fields[0] if path.parent.name != folder else fields[1]
    copy = re.fullmatch(re.escape(name) + r"[-_ (]*(?:\d+|copy)\)?", path.stem)
    home = path.parent.parent / folder / f"{name}.md"
    if copy and path.parent.name == folder:
        found = f"a copy of {quoted(name + '.md')}, called {quoted(path.name)}"
        next_step = f"Put both texts together in {home} and remove this file."
    else:
        found = f"{fields[0]} {quoted(folder)} and {fields[1]} {quoted(name)} in {path}"
        next_step = "Move the file, or correct these lines."
    at = subject.places.of(*address, field)
    return Fault(at, found, f"the file {home}, one for each {' and '.join(fields)}", next_step)
