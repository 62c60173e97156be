"""What stops a run altogether: wrong use or a broken environment, never a fault in content."""

import errno
import os
import re


class GeneratorError(Exception):
    """A run cannot go on. `message` says why and `next_step` what to do; both for people."""

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(f"{message} {next_step}")
        self.message = message
        self.next_step = next_step

    def __reduce__(self) -> tuple[type["GeneratorError"], tuple[str, str]]:
        """Return what makes it again: it is raised by workers as well, and sent by pickle."""
        return type(self), (self.message, self.next_step)


_ROOM = "Free up space: what is in build/ can be deleted at any time. Then run the command again."
_RIGHTS = "Ask whoever set up this computer for permission, or work in a folder of your own."
_SHORTER = "Choose a shorter name, or keep the project in a folder with a shorter path."

_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("the disk is full", _ROOM),
    errno.EDQUOT: ("your disk quota is used up", _ROOM),
    errno.EFBIG: ("the file would be larger than allowed here", _ROOM),
    errno.EROFS: (
        "this disk is read-only",
        "Copy the project to a disk that you can write to, and run the command there.",
    ),
    errno.EACCES: ("you do not have permission", _RIGHTS),
    errno.EPERM: ("you do not have permission", _RIGHTS),
    errno.ENAMETOOLONG: ("the name is too long for this disk", _SHORTER),
    errno.EISDIR: (
        "there is a folder where a file is needed",
        "Move that folder away, or choose another name.",
    ),
    errno.ENOTDIR: (
        "there is a file where a folder is needed",
        "Move that file away, or choose another name.",
    ),
    errno.ENOENT: (
        "it does not exist",
        "Check that the name is right, and that nothing was moved in the meantime.",
    ),
    errno.EXDEV: (
        "its folder is on a different disk than the files beside it",
        "Keep the project on one disk.",
    ),
    errno.EMFILE: ("too many files are open", "Close other programs; then run the command again."),
    errno.ENFILE: ("too many files are open", "Close other programs; then run the command again."),
    errno.ENOMEM: ("the memory is full", "Close other programs; then run the command again."),
    errno.EBUSY: ("another program is using it", "Close that program; then run the command again."),
    errno.EIO: (
        "the disk is not working properly",
        "Save your work on another disk, and have this one checked.",
    ),
    errno.ELOOP: ("the links there lead in a circle", "Put the file itself there."),
}
_ELSE = "Fix that; then run the command again."
_ASIDE = re.compile(r"[/\\]\.partial-")
_NUMBER = re.compile(r"\[Errno (\d+)\]")


def refused(
    error: OSError, doing: str = "use", place: os.PathLike[str] | str = ""
) -> GeneratorError:
    """Return in words that the disk or the system refused something.

    `doing` is a verb such as "write", and `place` what it was done to, where the system does not
    name it.
    """
    number, named = _told_by(error)
    reason, next_step = _REASONS.get(number, (_of_the_system(number, error), _ELSE))
    where = os.fspath(place) or named or "a file"
    # What is written aside has a name that nobody chose.
    beside = f" ({named})" if named and named != where and not _ASIDE.search(named) else ""
    return GeneratorError(f"Could not {doing} {where}: {reason}{beside}.", next_step)


def _told_by(error: OSError) -> tuple[int, str]:
    """Return the number of the fault, and the file that it is about as far as that is told."""
    if error.errno is not None:
        named = error.filename2 or error.filename
        return error.errno, _path(named)
    # Copying a whole folder collects its faults, each as from, to and words.
    told = error.args[0] if error.args else ""
    first = told[0] if isinstance(told, list) and told else ("", "", str(told))
    number = _NUMBER.search(str(first[-1]))
    return int(number[1]) if number else 0, _path(first[1])


def _path(named: object) -> str:
    if isinstance(named, bytes):
        return os.fsdecode(named)
    return str(named) if isinstance(named, str | os.PathLike) else ""


def _of_the_system(number: int, error: OSError) -> str:
    return (os.strerror(number) if number else str(error) or "no reason was given").lower()
