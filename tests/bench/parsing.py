"""A plain parse of a project's YAML with PyYAML's C loader, and beside it with positions.

`python tests/bench/parsing.py PROJECT` parses every file once and prints nothing.
`python tests/bench/parsing.py PROJECT ROUNDS` prints the seconds of processor of both, by turns.
"""

import json
import sys
from pathlib import Path
from time import process_time

import yaml


def texts_of(project: Path) -> list[tuple[str, bytes]]:
    """Return the path and bytes of each YAML file, of Markdown files their front matter."""
    found = []
    for path in sorted((project / "content").rglob("*")):
        if path.suffix in (".yml", ".yaml"):
            found.append((path.name, path.read_bytes()))
        elif path.suffix == ".md":
            raw = path.read_bytes()
            if raw.startswith(b"---\n"):
                found.append((path.name, raw[4:].partition(b"\n---\n")[0] + b"\n"))
    return found


def plain(texts: list[tuple[str, bytes]]) -> float:
    """Return the seconds that a plain parse takes."""
    started = process_time()
    for _, raw in texts:
        yaml.load(raw, yaml.CSafeLoader)
    return process_time() - started


def with_positions(texts: list[tuple[str, bytes]]) -> float:
    """Return the seconds that our reader takes, which knows the place of every value."""
    from generator.load.yaml.source import parse_yaml  # noqa: PLC0415 - the plain run lacks it

    started = process_time()
    for name, raw in texts:
        parse_yaml(raw, name)
    return process_time() - started


def main(project: str, rounds: str = "0") -> None:
    """Parse once, or measure both ways by turns."""
    texts = texts_of(Path(project))
    if rounds == "0":
        plain(texts)
        return
    with_positions(texts[:1])
    pairs = [(plain(texts), with_positions(texts)) for _ in range(int(rounds))]
    sys.stdout.write(json.dumps(pairs))


if __name__ == "__main__":
    main(*sys.argv[1:])
