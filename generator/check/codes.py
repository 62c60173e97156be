"""Codes of faults that no rule gives: modules that give them list them in their docstrings."""

import re
from dataclasses import dataclass

_ROW = re.compile(r"^\| ([A-Z]\d{3}) \| (.+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReadingCodes:
    """What one module refuses beside the rules: its subject, and a row for every code."""

    subject: str
    rows: tuple[tuple[str, str], ...]


def reading_codes(docstring: str) -> ReadingCodes:
    """Return the table of codes in a module's docstring; no rows where it has none."""
    subject = docstring.strip().partition("\n")[0]
    return ReadingCodes(subject, tuple((code, means) for code, means in _ROW.findall(docstring)))
