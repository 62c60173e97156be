"""What a check of addresses found, as content/links.yml holds it."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.links.asking import Answer, Verdict
from generator.editorial.updates.content_files import ContentFile, place_for, read_one, written
from generator.model.link_checks import GoneAddress, LinkChecks

_KEY = ("links",)


def as_recorded(before: LinkChecks, found: Mapping[str, Answer], day: date) -> LinkChecks:
    """Return what is known of each address after a check on a day.

    What was found gone before keeps its first day, also where it could not be checked again.
    """
    known = {one.address: one for one in before.gone}
    gone = {one.address: one for one in _gone(known, found, day)}
    left = {address: answer for address, answer in found.items() if address not in gone}
    return LinkChecks.model_validate(
        {
            "checked": day,
            "answered": [a for a in sorted(left) if left[a].verdict is Verdict.ANSWERED],
            "gone": [gone[address] for address in sorted(gone)],
            "unchecked": [
                {"address": a, "found": left[a].found}
                for a in sorted(left)
                if left[a].verdict is Verdict.UNCHECKED
            ],
        }
    )


def _gone(
    known: Mapping[str, GoneAddress], found: Mapping[str, Answer], day: date
) -> Iterator[GoneAddress]:
    for address, answer in found.items():
        former = known.get(address)
        if answer.verdict is Verdict.GONE:
            first = former.on if former else day
            yield GoneAddress(address=address, on=first, found=answer.found)
        elif former and answer.verdict is Verdict.UNCHECKED:
            yield former


def recorded_file(settings: Settings, checks: LinkChecks) -> dict[str, bytes]:
    """Return the file of a check, by its path.

    Raises GeneratorError if the file that is there has faults, or comments, which would be lost.
    """
    path = place_for(settings, _KEY)
    there = (settings.root / path).is_file()
    file = read_one(settings, _KEY) if there else ContentFile(_KEY, path, {})
    stored = checks.model_dump(mode="json")
    return {path: written(ContentFile(_KEY, path, stored, "", file.comment_lines))}


def refuse_no_connection(found: Mapping[str, Answer]) -> None:
    """Raise GeneratorError where nothing answered at all: then the fault is at this end."""
    if found and not any(a.verdict is Verdict.ANSWERED for a in found.values()):
        raise GeneratorError(
            f"None of {len(found)} addresses answered ({next(iter(found.values())).found}), so "
            "nothing is known about them.",
            "Check that this computer reaches the web without a proxy, and run it again.",
        )
