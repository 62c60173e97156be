"""Content as careless and hostile hands leave it: lines, values and bytes changed at random."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.core.settings import Settings

DATES = (
    *('"0001-01-01"', '"9999-12-31"', '"0000"', '"9999"', '"../0001"', '"9999/.."', '"2024-02-30"'),
    *('"2024-13"', '"2016/2015"', '"2016~"', '"2016-03/2016-05"', "2016", "2016-01-01", '"~"'),
    *('"1969-12-31"', '"1900"', '"2101-01-01"', '" 2024-05-20"', '"2024-05-20 "', '"２０２４"'),
)
VALUES = (
    *DATES,
    *("[]", "{}", "[[]]", "{a: {b: c}}", "[a, b]", "- x", '""', '" "', "no", "yes", "null", "~"),
    *("0", "-1", "1e9", "9" * 400, "0" * 400, "-0.5", "1.5", "NaN", "0x10", "1_000", "12:30"),
    *('"index"', '"con"', '"COM1"', '"nul.yml"', '"program"', '"initiative"', '"part-2"'),
    *('"../../etc/passwd"', '"a/b"', f'"{"a" * 300}"', f'"{"a-" * 60}a"', '"Łódź"', '"not-named"'),
    *('"https://["', '"https://user:pass@host.example/"', '"https://host:99999/"', '"http://"'),
    *('"mailto:"', '"ftp://x"', '"https://x.example/\\u202e"', '"en_US"', '"English"', '"EN"'),
    *('"fy2016-18"', '"fy0000-01"', '"fy9999-00"', '"USD"', '"usd"', '"$"', '"12-31"', '"02-29"'),
    *('"x.png"', '"index.png"', '"initiative:x"', '"area:"', '":"', '"tide-gauge.steps"', "&a 1"),
    *("*a", "!tag x", "%x", "“quoted”", "'x", '"x', "|\n    x", ">-\n    x", '"\\ud800"', '"\\0"'),
    *("{{ x }}", '"{% raw %}"', '"<b>&amp;</b>"', '"# x"', "a: b: c", "? x", "@x", "`x`"),
)
DATE = re.compile(r'("\d{4}(?:-\d\d){0,2}~?"|"[^"\n]{4,11}/[^"\n]{2,11}")')
NOISE = ("\t", "\x00", "\x1b", "\u202e", "\ufeff", "\u00a0", "\r", "\n", "---\n", "<<<<<<< HEAD\n")


@dataclass(frozen=True)
class Edit:
    """A file of the content with other bytes."""

    path: str
    before: bytes
    after: bytes


class Mutations:
    """A copy of a project's content in which examples change files and put them back."""

    def __init__(self, content: Path, root: Path, seed: int) -> None:
        self.settings = Settings(root)
        self.random = random.Random(seed)  # noqa: S311 - examples, no secrets
        shutil.copytree(content, self.settings.content)
        self._files = sorted(
            path
            for path in self.settings.content.rglob("*")
            if path.suffix in {".yml", ".md"} and path.name != "README.md"
        )
        lines = [line for path in self._files for line in path.read_text("utf-8").split("\n")]
        self._typed: dict[str, list[str]] = {}
        for line in lines:
            key, colon, value = line.strip().removeprefix("- ").partition(": ")
            if colon:
                self._typed.setdefault(key, []).append(value)

    def edits(self, most: int = 2) -> list[Edit]:
        """Make some edits in files and return them; `undo` takes them back."""
        made = []
        for path in self.random.sample(self._files, self.random.randint(1, most)):
            before = path.read_bytes()
            after = self._changed(before)
            path.write_bytes(after)
            name = path.relative_to(self.settings.content).as_posix()
            made.append(Edit(name, before, after))
        return made

    def dates(self, most: int = 4) -> list[Edit]:
        """Put other dates into some files and return the edits; `undo` takes them back."""
        made = []
        for path in self.random.sample(self._files, self.random.randint(1, most)):
            before = path.read_bytes()
            parts = DATE.split(before.decode())
            places = range(1, len(parts), 2)
            for at in self.random.sample(places, min(len(places), self.random.randint(1, 3))):
                parts[at] = f'"{some_date(self.random)}"'
            path.write_bytes("".join(parts).encode())
            name = path.relative_to(self.settings.content).as_posix()
            made.append(Edit(name, before, path.read_bytes()))
        return made

    def undo(self, made: list[Edit]) -> None:
        """Put back what edits have changed."""
        for edit in made:
            (self.settings.content / edit.path).write_bytes(edit.before)

    def _changed(self, raw: bytes) -> bytes:
        draw = self.random.random()
        if draw < 0.7:
            return self._value(raw.decode()).encode("utf-8", "surrogatepass")
        if draw < 0.85:
            return self._lines(raw.decode()).encode()
        return self._bytes(raw)

    def _value(self, text: str) -> str:
        """Replace the value of a key or an item: by anything, or by what another such key has."""
        lines = text.split("\n")
        places = [at for at, line in enumerate(lines) if ": " in line or "- " in line] or [0]
        at = self.random.choice(places)
        line = lines[at]
        key, colon, _ = line.partition(": ")
        begin = key + colon if colon else line.partition("- ")[0] + "- "
        others = self._typed.get(key.strip().removeprefix("- "), [])
        value = self.random.choice(others if others and self.random.random() < 0.4 else VALUES)
        return "\n".join([*lines[:at], begin + value, *lines[at + 1 :]])

    def _lines(self, text: str) -> str:
        """Take out, repeat, move or indent a line."""
        lines = text.split("\n")
        at = self.random.randrange(len(lines))
        line = lines[at]
        kinds: list[list[str]] = [[], [line, line], [f"  {line}"], [line.lstrip()], [line.upper()]]
        lines[at : at + 1] = self.random.choice(kinds)
        return "\n".join(lines)

    def _bytes(self, raw: bytes) -> bytes:
        """Cut a file short, or put a strange sign or a wrong byte into it."""
        at = self.random.randrange(len(raw) + 1)
        kinds = [raw[:at], raw[:at] + bytes([self.random.randrange(256)]) + raw[at + 1 :]]
        kinds += [raw[:at] + self.random.choice(NOISE).encode() + raw[at:], b""]
        return self.random.choice(kinds)


def some_date(random: random.Random) -> str:
    """Return what may be a date, whole or partial, and may be none: of any time and any form."""
    draw = random.random()
    if draw < 0.2:
        return f"{some_date(random)}/{some_date(random)}"
    if draw < 0.3:
        return random.choice(("../{}", "{}/..", "{}~", " {}", "{}-", "{}Z")).format(
            some_date(random)
        )
    year = random.choice((0, 1, 999, 1582, 1899, 1970, 2014, 2015, 2016, 2024, 2026, 9998, 9999))
    parts = [f"{year:04}", f"{random.randint(0, 13):02}", f"{random.randint(0, 32):02}"]
    return "-".join(parts[: random.randint(1, 3)])


def examples(mutations: Mutations, count: int, kind: str = "edits") -> Iterator[list[Edit]]:
    """Yield a number of edits of a project's content, each put back before the next.

    `kind` is `edits` for any, `dates` for other dates.
    """
    for _ in range(count):
        made = mutations.edits() if kind == "edits" else mutations.dates()
        try:
            yield made
        finally:
            mutations.undo(made)
