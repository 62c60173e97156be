"""JSON lines to rows: one object a line, or a list of them; names of what is inside have a /."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.core.issues import Issue
from generator.editorial.importing.source_rows import (
    MOST_ROWS,
    ExactText,
    SourceRow,
    SourceTable,
    UnreadableError,
)

_DEEPEST = 8
"""How far objects may be inside each other."""


def read_json(raw: bytes, path: str) -> SourceTable:
    """Return the rows of a file of JSON lines, or of a list of objects.

    Raises UnreadableError for what is not UTF-8, and for a file without any object.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableError(f"{path} is not UTF-8.", "Export it again as UTF-8.") from fault
    table = SourceTable(path, [], [], 1, ["read as JSON, one row for each object"])
    flat = [(number, dict(_flat(one))) for number, one in _objects(text, table)]
    table.headings = list(dict.fromkeys(name for _, row in flat for name in row))
    table.rows = [
        SourceRow(number, [row.get(name, "") for name in table.headings]) for number, row in flat
    ]
    if not flat and not table.faults:
        raise UnreadableError(f"{path} holds no objects.", "Export it again.")
    return table


def _objects(text: str, table: SourceTable) -> Iterator[tuple[int, dict[str, Any]]]:
    if text.lstrip().startswith("["):
        whole = _parsed(text, table, 1)
        found: Iterable[tuple[int, Any]] = enumerate(whole if isinstance(whole, list) else [], 1)
    else:
        lines = enumerate(text.split("\n"), start=1)
        found = ((n, _parsed(line, table, n)) for n, line in lines if line.strip())
    for count, (number, one) in enumerate(found):
        if count >= MOST_ROWS:
            raise UnreadableError(
                f"{table.path} has more than {MOST_ROWS:,} objects.", "Import it in parts."
            )
        if isinstance(one, dict):
            yield number, one
        elif one is not None:
            table.faults.append(_fault(table, number, "what is not an object"))


def _parsed(text: str, table: SourceTable, number: int) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(text, parse_float=ExactText, parse_int=ExactText, parse_constant=str)
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else str(error)
        table.faults.append(_fault(table, number, f"text that is no JSON ({why[:80]})"))
        return None


def _fault(table: SourceTable, number: int, found: str) -> Issue:
    step = "Correct this line, or export the file again."
    return Issue("I005", table.place(number), found, "one object in braces on each line", step)


def _flat(value: dict[str, Any], above: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, held in value.items():
        path = f"{above}{' '.join(name.split())}"
        if isinstance(held, dict) and depth < _DEEPEST:
            yield from _flat(held, f"{path}/", depth + 1)
        else:
            yield path, _as_text(held)


def _as_text(held: Any) -> str:  # noqa: ANN401 - any JSON
    if held is None:
        return ""
    if isinstance(held, bool):
        return str(held).lower()
    if isinstance(held, list):
        return "; ".join(_as_text(one) for one in held)
    return held if isinstance(held, str) else json.dumps(held, ensure_ascii=False)
