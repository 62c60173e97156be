"""R101-R105: every thing has one name, for ever, and is in the file of that name."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.check.references import is_full_day
from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location
from generator.core.naming import name_list, now_called, quoted
from generator.derive.snapshot.citations import LocatedRecord, in_lists
from generator.model.references import PROGRAM, WHOLE
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

KEY_FIELDS = {
    "area": ("id",),
    "initiative": ("id",),
    "page": ("id",),
    "edition": ("year",),
    "meeting": ("on",),
    "update": ("milestone", "initiative"),
    "evaluation": ("year", "subject"),
}
"""What of a record its file is named for, by kind."""


@rule(
    "R101",
    "Every id names exactly one thing.",
    "Two things with the same id would share an address, and readers would be sent to the wrong "
    "one.",
)
def ids_are_unique(context: RuleContext) -> Iterator[Fault]:
    """Yield the second and later holders of an id that another part has already."""
    taken = {PROGRAM: "means the whole program"}
    for kind in ("area", "initiative"):
        yield from _repeated_files(context, kind, taken)
    for kind in ("page", "edition", "meeting", "update", "evaluation"):
        yield from _repeated_files(context, kind, {})
    taken = {"unassigned": "means a vacancy"}
    for name in ("units", "posts", "partners"):
        records: Sequence[Record] = getattr(context.report.organization, name)
        for place, record in enumerate(records):
            if record.key in taken:
                at = context.places.of("organization", "", name, place, "id")
                yield _taken(at, record.key, taken[record.key])
            taken.setdefault(record.key, f"is already under {name}")
    for initiative in context.report.initiatives:
        for place, idea in enumerate(initiative.ideas):
            if idea.id == WHOLE:
                at = context.places.of("initiative", initiative.id, "ideas", place, "id")
                yield _taken(at, idea.id, "means the whole initiative")


def _repeated_files(context: RuleContext, kind: str, taken: dict[str, str]) -> Iterator[Fault]:
    for key, own, _ in context.in_files(kind):
        if own in taken:
            at = context.places.of(kind, key, KEY_FIELDS[kind][-1])
            yield _taken(at, own, taken[own], _SECOND.get(kind, _ANOTHER_ID))
        taken.setdefault(own, f"is already used in {context.files[kind, key]}")


_ANOTHER_ID = (
    "an id that nothing else has",
    "Give the newer of the two a different id; if one is a copy, remove it.",
)
_SECOND = {
    "update": (
        "one status update for each initiative and milestone",
        "Move what is new to the first file and remove this one, or correct its first two lines.",
    ),
    "meeting": (
        "one file for each meeting",
        "Correct the date of one of the two, or remove the file that is a copy.",
    ),
    "evaluation": (
        "one evaluation for each subject and year",
        "Move what is new to the first file and remove this one, or correct its first two lines.",
    ),
}
"""What is expected and what to do where a record has no id of its own to change."""


def _taken(at: Location, name: str, why: str, wanted: tuple[str, str] = _ANOTHER_ID) -> Fault:
    return Fault(at, f"{quoted(name)}, which {why}", *wanted)


@rule(
    "R102",
    "No list holds the same thing twice.",
    "With two entries for one thing, nobody knows whether readers and totals use one or both.",
)
def list_items_are_unique(context: RuleContext) -> Iterator[Fault]:
    """Yield entries of any list that have the key of an entry above them."""
    for part in context.parts:
        for name, value in part.record.__dict__.items():
            if isinstance(value, tuple) and len(value) > 1:
                yield from _repeated_items(context, part, name, value)
    for name, records in in_lists(context.report).items():
        yield from _repeated_items(
            context, LocatedRecord(name, "", (), context.report), name, records
        )


def _repeated_items(
    context: RuleContext, part: LocatedRecord, name: str, items: Sequence[object]
) -> Iterator[Fault]:
    seen: dict[object, int] = {}
    for place, item in enumerate(items):
        fields = item.KEY if isinstance(item, Record) else ()
        key = tuple(item.__dict__.get(field) for field in fields) or item
        if key in seen:
            shown = item.key if isinstance(item, Record) else item
            yield Fault(
                context.at(part, name, place),
                f"{quoted(shown)} a second time under {name}"
                + _elsewhere(context.at(part, name, seen[key]), context.at(part, name, place)),
                f"entries that differ in {name_list(fields, 'and') if fields else 'their words'}",
                "Remove one of the two, or correct what is supposed to tell them apart.",
            )
        seen.setdefault(key, place)


def _elsewhere(first: Location, second: Location) -> str:
    """Return where the first of two is, where that is another file."""
    return f", first in {first.path}" if first.path != second.path else ""


@rule(
    "R103",
    "An id that is no longer used is never given to anything else.",
    "Old links with the former id would lead to something else.",
)
def former_ids_stay_free(context: RuleContext) -> Iterator[Fault]:
    """Yield former ids that are some initiative's present id, or that two initiatives claim."""
    current = {i.id: i.title for i in context.report.initiatives}
    former: dict[str, str] = {}
    for initiative in context.report.initiatives:
        for place, name in enumerate(initiative.former_ids):
            if name in current or name in former:
                holder = current.get(name) or former[name]
                which = "present" if name in current else "former"
                yield Fault(
                    context.places.of("initiative", initiative.id, "former_ids", place),
                    f"the former id {quoted(name)}, which is the {which} id of {quoted(holder)}",
                    "an id that only this initiative ever had, and that no initiative has now",
                    _free_again(context, initiative.id, name),
                )
            former.setdefault(name, initiative.title)


def _free_again(context: RuleContext, some_id: str, former: str) -> str:
    """Return what to do about a former id that is not free."""
    step = "Remove it here, or give the other initiative an id of its own."
    old, new = (context.files.get(("initiative", name), "") for name in (former, some_id))
    if former == some_id or not old or not new:
        return step
    return f"{step} If {old} is an old copy, move what is new into {new} and remove it."


@rule(
    "R104",
    "A file's name is the id inside it.",
    "Editors and forms find a record by its file name; its address comes from its id.",
)
def file_names_are_ids(context: RuleContext) -> Iterator[Fault]:
    """Yield areas, initiatives, pages, editions and meetings whose files have another name."""
    for kind in ("area", "initiative", "page", "edition", "meeting"):
        (field,) = KEY_FIELDS[kind]
        what = "folder" if kind == "edition" else "file"
        for key, own, _ in context.in_files(kind):
            if own != key:
                step = (
                    f"Rename the {what} or correct the {field}; once an id is published, "
                    "it must stay."
                )
                if kind == "initiative" and context.renamed.get(key) == own:
                    step = f"{now_called(key, own)}: rename the file to {own}.yml."
                yield Fault(
                    context.places.of(kind, key, field),
                    f"{field} {quoted(own)} in the {what} named {quoted(key)}",
                    f"the same word for both: {quoted(key)}, or a {what} named {quoted(own)}",
                    step,
                )


@rule(
    "R105",
    "A status update or an evaluation is where its first lines say.",
    "A misplaced update would count toward the wrong initiative or milestone.",
)
def paths_agree(context: RuleContext) -> Iterator[Fault]:
    """Yield updates and evaluations whose path names another milestone, year or subject."""
    for kind in ("update", "evaluation"):
        for key, own, record in context.in_files(kind):
            # A name that nothing has is told by R107, R109 or R111, together with the file's.
            if own != key and _names_what_is_there(context, record):
                yield _misplaced(context, kind, key, record)


def _names_what_is_there(context: RuleContext, record: Record) -> bool:
    known = context.known
    if isinstance(record, Update):
        milestone = record.milestone in known["milestone"] or is_full_day(record.milestone)
        return milestone and record.initiative in {*known["initiative"], *context.renamed}
    return not isinstance(record, Evaluation) or record.subject in known["subject"]


def _misplaced(context: RuleContext, kind: str, key: str, record: Record) -> Fault:
    path = PurePosixPath(context.files[kind, key])
    folder, name = (str(getattr(record, field)) for field in KEY_FIELDS[kind])
    name = name.rpartition(":")[2]
    home = path.parent.parent / folder / f"{name}.md"
    fields = KEY_FIELDS[kind]
    same_folder = path.parent.name == folder
    at = context.places.of(kind, key, fields[1] if same_folder else fields[0])
    expected = f"the file {home}; one for each {name_list(fields, 'and')}"
    if same_folder and re.fullmatch(re.escape(name) + r"-(?:\d+|copy)", path.stem):
        found = f"a second file for {quoted(name)}, named {quoted(path.name)}"
        return Fault(at, found, expected, f"Move its text to {home.name} and remove this file.")
    found = f"{fields[0]} {quoted(folder)} and {fields[1]} {quoted(name)} in {path}"
    step = "Move the file, or correct these two lines."
    if same_folder and context.renamed.get(path.stem) == name:
        step = f"{now_called(path.stem, name)}: rename the file to {home.name}."
    return Fault(at, found, expected, step)
