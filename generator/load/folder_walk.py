"""The one walk through the content's folder: what there is, told without following anything."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.load.misnamed import is_no_record


class EntryKind(Enum):
    """The kind of a directory entry."""

    FILE = "a plain file"
    HIDDEN = "a file or folder whose name begins with a point"
    OTHER = "a link, a device, a pipe"
    CLOSED = "a folder that cannot be opened"


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One thing below the content's folder."""

    path: str
    """From the folder, with `/`."""
    kind: EntryKind


_BESIDE = re.compile(
    # What git, systems and editors put beside any file, some of it as a link that leads nowhere.
    r"\.gitkeep|\.gitignore|\.gitattributes|\.editorconfig|\.DS_Store|\.directory"
    r"|\.#.*|\.~.*|\..*\.sw[a-z]|\..*\.kate-swp|\.partial-.*|\.git|\.idea|\.vscode|\.obsidian"
)


def walk(folder: Path, below: str = "") -> Iterator[FolderEntry]:
    """Yield all that is below a folder, sorted; what belongs to programs and READMEs left out.

    No link is followed and no hidden folder is entered.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        yield FolderEntry(below.rstrip("/"), EntryKind.CLOSED)
        return
    for entry in found:
        yield from _one(entry, below + entry.name)


def _one(entry: os.DirEntry[str], path: str) -> Iterator[FolderEntry]:
    mode = entry.stat(follow_symlinks=False).st_mode
    if _BESIDE.fullmatch(entry.name):
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        yield FolderEntry(path, EntryKind.OTHER)
    elif is_no_record(entry.name):
        return
    elif entry.name.startswith("."):
        yield FolderEntry(path, EntryKind.HIDDEN)
    elif stat.S_ISDIR(mode):
        yield from walk(Path(entry.path), path + "/")
    else:
        yield FolderEntry(path, EntryKind.FILE)
