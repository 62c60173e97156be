"""An initiative in plain text, for the command line."""

from collections.abc import Iterable

from generator.views.base.blocks import Cell, Fact, Table
from generator.views.changes.changes import ChangeGroup
from generator.views.initiatives.initiative import InitiativeView


def plain_initiative(view: InitiativeView) -> str:
    """Return an initiative's state, its ideas and its history, as lines of text."""
    lines = [view.title, "", view.summary, "", *_facts(view.facts)]
    if view.gap:
        lines += ["", view.gap]
    if view.newest_update:
        lines += ["", view.newest_update.heading, view.newest_update.body.strip()]
        lines += _facts(view.newest_update.reasons)
    if view.ideas:
        lines += ["", "Ideas", *_rows(view.ideas)]
    lines += ["", "History"]
    lines += [f"  {entry.date}: {plain(entry.value)}" for entry in view.history]
    return "\n".join(lines) + "\n"


def plain_changes(groups: Iterable[ChangeGroup]) -> str:
    """Return what changed, by kind, as lines of text."""
    lines: list[str] = []
    for group in groups:
        lines += ["", f"{group.heading} ({group.count})"]
        if group.list:
            lines += [f"  - {': '.join(map(plain, row))}" for row in group.list.rows]
        for changed in group.subjects:
            lines += [f"  - {plain((changed.who,))}: {plain(text)}" for text in changed.texts]
            if changed.unchanged:
                lines.append(f"    unchanged: {changed.unchanged}")
            lines += [f"    {when}: {plain(value)}" for when, value in changed.evidence]
    return "\n".join(lines[1:]) + "\n" if lines else "Nothing changed.\n"


def _facts(facts: Iterable[Fact]) -> list[str]:
    return [f"  {fact.name}: {plain(fact.value)}" for fact in facts]


def _rows(table: Table) -> list[str]:
    return [f"  - {': '.join(filter(None, map(plain, row)))}" for row in table.rows]


def plain(cell: Cell) -> str:
    """Return the words of a cell, sources by their titles."""
    pieces = []
    for piece in cell:
        match piece.kind:
            case "refs":
                pieces.append(f"[{'; '.join(ref.text for ref in piece.refs)}]")
            case "match":
                pieces.append("(match by editors)")
            case "signal":
                pieces.append(piece.label)
            case _:
                pieces.append(piece.text)
    return " ".join(pieces)
