"""An event of the git host about an issue, as its file gives it; nothing in it is trusted."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from generator.core.errors import GeneratorError

LARGEST = 5_000_000
"""How many bytes an event's file may have; the host's own bound on an issue is far lower."""

_ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?", re.ASCII)


@dataclass(frozen=True, slots=True)
class IssueEvent:
    """What of an event a form needs."""

    number: int
    author: str
    """The account that wrote the issue; empty where it is none that the host could give."""
    labels: frozenset[str]
    body: str


def read_event(path: Path) -> IssueEvent:
    """Return the issue of an event's file; raises GeneratorError if there is none."""
    try:
        with path.open("rb") as source:
            raw = source.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise _unfit(path, f"is larger than {LARGEST:,} bytes")
        issue = json.loads(raw)["issue"]
        return IssueEvent(
            int(issue["number"]),
            _account(issue["user"]["login"]),
            frozenset(str(label["name"]) for label in issue["labels"]),
            _text(issue["body"]),
        )
    except OSError as fault:
        raise _unfit(path, f"cannot be opened ({fault.strerror})") from fault
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise _unfit(path, "does not contain an event about an issue") from fault


def text_digest(body: str) -> str:
    """Return the sum of an issue's text, whichever way its lines end."""
    return hashlib.sha256(body.replace("\r\n", "\n").encode(errors="replace")).hexdigest()


def _unfit(path: Path, why: str) -> GeneratorError:
    return GeneratorError(
        f"The file {path} {why}.", "Give the file that the workflow names in GITHUB_EVENT_PATH."
    )


def _account(written: object) -> str:
    return written if isinstance(written, str) and _ACCOUNT.fullmatch(written) else ""


def _text(body: object) -> str:
    """Return the text; an issue without one has null. Halves of a sign become the sign for one."""
    if body is not None and not isinstance(body, str):
        raise TypeError(body)
    return (body or "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
