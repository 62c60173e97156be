"""Many random initiatives: the real ones again under new names, with words taken at random.

`python tests/crowd.py 500` prints how long their report takes, beside an empty document.
"""

import random
import resource
import sys
from datetime import UTC, datetime
from time import perf_counter, process_time

import typst
from press import DIGEST, west_hollywood

from generator.derive.snapshot.snapshot import snapshot
from generator.model.initiative import Initiative
from generator.model.report import Report
from generator.publish.pdf.typesetting import print_pdf
from generator.render.pdf.document import render_document
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from tests.spoken import ENGLISH

WORDS = [
    "улица",
    "señal",
    "wayfinding",
    "neighbourhood",
    "bus",
    "tree",
    "€",
    "→",
    "“plan”",
    "of",
    "the",
    "and",
    "with",
    "1,000",
]


def crowd(number: int, seed: int = 1) -> Report:
    """Return a report of `number` initiatives; the same seed, the same report."""
    draw = random.Random(seed)  # noqa: S311 - for tests
    report = west_hollywood()
    made = [_like(draw, draw.choice(report.initiatives), place) for place in range(number)]
    updates = tuple(
        update.model_copy(update={"initiative": one.id})
        for one, model in made
        for update in report.updates
        if update.initiative == model.id
    )
    initiatives = tuple(one for one, _ in made)
    return report.model_copy(
        update={"initiatives": initiatives, "updates": updates, "evaluations": (), "editions": ()}
    )


def _like(draw: random.Random, model: Initiative, place: int) -> tuple[Initiative, Initiative]:
    """Return an initiative like another, with words of its own, and that other."""
    changed = {
        "id": f"initiative-{place:04}",
        "former_ids": (),
        "order": place,
        "title": _words(draw, 3, 20),
        "summary": _words(draw, 5, 60),
        "links": (),
        "work_plan": (),
    }
    return model.model_copy(update=changed), model


def _words(draw: random.Random, least: int, most: int) -> str:
    return " ".join(draw.choices(WORDS, k=draw.randint(least, most)))


def main(number: int) -> None:
    """Print pages, bytes, seconds of processor and clock, and the most memory that was held."""
    started = perf_counter()
    typst.compile(b"= Empty")
    empty = perf_counter() - started
    report = crowd(number)
    started, worked = perf_counter(), process_time()
    now = snapshot(report, report.about.as_of)
    printed = render_document(report_document(DocumentFrame(now, DIGEST)), ENGLISH)
    on = datetime(2026, 11, 23, tzinfo=UTC)
    made = print_pdf(printed, on)
    seconds, work = perf_counter() - started, process_time() - worked
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{number} initiatives: {made.pages} pages, {len(made.content)} bytes "
        f"({len(made.content) / made.pages:.0f} a page), {seconds:.1f} s ({work:.1f} s of "
        f"processor), {held:.0f} MB; an empty document {empty:.2f} s\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
