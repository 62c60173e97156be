"""All addresses of the report asked, few sites at once and one address of a site at a time.

| code | what it means |
| --- | --- |
| L001 | an address at which there is nothing any more |
| L002 | an address of which a program cannot tell whether anything is there (a warning) |
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.core.issues import Issue, Location, Severity
from generator.editorial.links.asking import Answer, Verdict
from generator.model.report import Report

Places = Mapping[str, Sequence[Location]]
"""Where each address is written."""

Ask = Callable[[str], Answer]

_LOOKUP = "https://web.archive.org/web/*/"
"""Lists what the largest archive of the web has of an address that is written behind it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many sites are asked at once, and what is done between two addresses of a site."""

    sites: int
    pause: Callable[[], object]


def answers(addresses: Sequence[str], ask: Ask, pace: Pace) -> dict[str, Answer]:
    """Return what came of each address, in their order.

    A site that asks to be left alone is asked nothing more.
    """
    by_site: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_site[_site(address)].append(address)
    found: dict[str, Answer] = {}
    with ThreadPoolExecutor(pace.sites) as pool:
        for of_site in pool.map(lambda few: dict(_of_site(few, ask, pace)), by_site.values()):
            found |= of_site
    return {address: found[address] for address in addresses}


def _site(address: str) -> str:
    return urlsplit(address).netloc.casefold()


def _of_site(addresses: Sequence[str], ask: Ask, pace: Pace) -> Iterator[tuple[str, Answer]]:
    told_to_wait: Answer | None = None
    for number, address in enumerate(addresses):
        if told_to_wait is None:
            if number:
                pace.pause()
            answer = ask(address)
            yield address, answer
            told_to_wait = answer if answer.is_too_often else None
        else:
            yield address, told_to_wait


def link_issues(report: Report, places: Places, found: Mapping[str, Answer]) -> Iterator[Issue]:
    """Yield addresses that are gone, and those of which nothing can be said.

    The address of a source that has a copy in an archive needs no more than that.
    """
    copied = {source.address for source in report.sources if source.archived}
    for address, answer in found.items():
        first, *further = places[address]
        also = f" (also in {', '.join(map(str, further))})" if further else ""
        if answer.verdict is Verdict.UNCHECKED:
            yield Issue(
                "L002",
                first,
                f"{address} could not be checked: {answer.found}{also}",
                "an answer that tells whether anything is there",
                "Open it in a browser; it is not counted as gone.",
                Severity.WARNING,
            )
        elif answer.verdict is Verdict.GONE and address not in copied:
            yield Issue(
                "L001",
                first,
                f"{address} is gone: {answer.found}{also}",
                "an address at which the page still is, or a copy of it in an archive",
                _next_step(report, address),
            )


def _next_step(report: Report, address: str) -> str:
    lookup = f"Look for a copy at {_LOOKUP}{address}"
    if any(source.address == address for source in report.sources):
        return f"{lookup} and add it to the source as archived, with its address and its day (on)."
    if any(source.archived and source.archived.address == address for source in report.sources):
        return "Look for another copy, and correct archived."
    return f"{lookup} and write the address of the copy, or where the page is now."


def told(places: Places, found: Mapping[str, Answer]) -> Iterator[str]:
    """Yield in lines which pages moved for good, and how many addresses answered."""
    for address, answer in found.items():
        if answer.moved_to:
            yield f"{places[address][0]}: {address} has moved to {answer.moved_to}"
    verdicts = [answer.verdict for answer in found.values()]
    gone, unchecked = verdicts.count(Verdict.GONE), verdicts.count(Verdict.UNCHECKED)
    number = "1 address" if len(verdicts) == 1 else f"{len(verdicts)} addresses"
    yield (
        f"{number}: {verdicts.count(Verdict.ANSWERED)} answered, {gone} gone, "
        f"{unchecked} could not be checked."
    )
