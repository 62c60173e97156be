"""An initiative in plain text, for the command line."""

from collections.abc import Iterable

from generator.render.phrases import pieces_of
from generator.views.base.blocks import Cell, Fact, Table
from generator.views.changes.change_groups import ChangeGroup
from generator.views.initiatives.initiative import InitiativeView
from generator.words.localization import Localization
from generator.words.message import msg


def plain_initiative(view: InitiativeView, words: Localization) -> str:
    """Return an initiative's state, its ideas and its history, as lines of text."""
    found = view.verdict
    lines = [words(view.title), "", plain(found.state, words), words(found.sentence), ""]
    facts = (*found.facts, *view.facts, *view.further_facts)
    lines += [words(view.summary), "", *_facts(facts, words)]
    if view.related:
        lines += [words(msg("initiative-related-heading"))]
        lines += [f"  - {plain(cell, words)}" for cell in view.related]
    if view.newest_update:
        lines += ["", words(view.newest_update.heading), view.newest_update.body.strip()]
        if evidence := plain(view.newest_update.evidence, words):
            lines.append(f"  {words(msg('initiative-evidence'))}: {evidence}")
    if view.ideas:
        lines += ["", words(msg("terminal-ideas")), *_rows(view.ideas, words)]
    lines += ["", words(msg("terminal-history"))]
    lines += [f"  {words(entry.date)}: {plain(entry.value, words)}" for entry in view.history]
    return "\n".join(lines) + "\n"


def plain_changes(groups: Iterable[ChangeGroup], words: Localization) -> str:
    """Return what changed, by kind, as lines of text."""
    lines: list[str] = []
    for group in groups:
        lines += ["", f"{words(group.heading)} ({group.count})"]
        if group.list:
            lines += [
                f"  - {': '.join(plain(cell, words) for cell in row)}" for row in group.list.rows
            ]
        for changed in group.subjects:
            lines += [
                f"  - {plain((changed.who,), words)}: {plain(text, words)}"
                for text in changed.texts
            ]
            if changed.unchanged:
                lines.append(f"    {words(changed.unchanged)}")
            lines += [
                f"    {words(when)}: {plain(value, words)}" for when, value in changed.evidence
            ]
    return "\n".join(lines[1:] or [words(msg("terminal-no-changes"))]) + "\n"


def _facts(facts: Iterable[Fact], words: Localization) -> list[str]:
    return [f"  {words(fact.name)}: {plain(fact.value, words)}" for fact in facts]


def _rows(table: Table, words: Localization) -> list[str]:
    return [
        f"  - {': '.join(filter(None, (plain(cell, words) for cell in row)))}" for row in table.rows
    ]


def plain(cell: Cell, words: Localization) -> str:
    """Return the words of a cell, sources by their titles."""
    pieces = []
    for piece in cell:
        match piece.kind:
            case "refs":
                pieces.append(f"[{'; '.join(words(ref.text) for ref in piece.refs)}]")
            case "match":
                pieces.append(words(msg("print-match")))
            case "signal":
                pieces.append(words(piece.label))
            case "phrase":
                inside = pieces_of(piece, words)
                pieces.append(
                    "".join(one if isinstance(one, str) else plain((one,), words) for one in inside)
                )
            case _:
                pieces.append(words(piece.text))
    return " ".join(pieces)
