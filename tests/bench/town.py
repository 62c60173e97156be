"""A whole content folder of many initiatives: the real ones first, then their like in new places.

`python tests/bench/town.py FOLDER N [SEED]` makes a project with such content in FOLDER; with
`--portfolio` behind it, one whose initiatives have what capital programs hold (portfolio.py), and
without editions.
"""

import random
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from portfolio import with_all, with_funds

from generator.core.settings import Settings
from generator.editorial.editions.freeze import freeze
from generator.load.normal_form import emit
from generator.load.report import load_report
from generator.model.cycles import Calendar, Milestone
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Initiative
from generator.model.keys import Basis, EditionState, RoleKind
from generator.model.report import Report
from generator.model.statuses import Confidence, Phase, Status
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.english import in_english

ROOT = Path(__file__).resolve().parents[2]
LATER = (2018, 2019)
"""Years of reports that the city never gave; with its own three they make five editions."""

SYLLABLES = tuple(
    line.split()
    for line in (
        "Al Bar Cor Dun El Fen Glen Hart Ivy Kel Lin Mar Nor Oak Pem Quin Ros Stan Thorn Ul Ver",
        "a be der fi go hol ing ke lo mi ne or pen ri so",
        "brook bury dale field ford gate ham hill land mere moor port ridge side stead ton vale",
    )
)
"""Place names are one of each, so that every clone's titles have a word of its own."""

MOVING = (Status.UNDER_WAY, Status.ON_TRACK, Status.AT_RISK, Status.PAUSED, Status.ONGOING)
CLOSED = {Status.COMPLETED, Status.ENDED, Status.CANCELLED, Status.MERGED, Status.SUPERSEDED}


def make_town(folder: Path, number: int, seed: int = 1, *, portfolio: bool = False) -> None:
    """Make `folder` a project of `number` initiatives with five frozen editions behind them.

    A portfolio has no editions: whoever brings one along has published none yet.
    The same number and seed give the same bytes. Nobody has used the folder before.
    """
    for name in ("content", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    settings = Settings(root=folder)
    _reopen(settings)
    report = load_report(settings).report
    if report is None:
        raise SystemExit("The real content has faults; there is nothing to copy.")
    making = _Making(report, _words(report), random.Random(seed), portfolio)  # noqa: S311 - no secret
    for path, text in _files(making, number):
        place = settings.content / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    if portfolio:
        shutil.rmtree(settings.content / "editions")
    else:
        _freeze(settings)


def _reopen(settings: Settings) -> None:
    """Take the real editions for open ones: what they hold is about to grow."""
    for folder in (settings.content / "editions").iterdir():
        (folder / "snapshot.json").unlink(missing_ok=True)
        (folder / "digest").unlink(missing_ok=True)
        (folder / "errata.md").unlink(missing_ok=True)
        file = folder / "edition.yml"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("frozen_on:")]
        file.write_text("".join(kept).replace('"frozen"', '"open"'), encoding="utf-8")


def _freeze(settings: Settings) -> None:
    report = load_report(settings).report
    if report is None:
        raise SystemExit("The content that was made has faults.")
    for edition in sorted(report.editions, key=lambda one: one.year):
        for path, content in freeze(report, edition.year).items():
            (settings.content / path).write_bytes(content)
        frozen = edition.model_copy(update={"state": EditionState.FROZEN})
        others = (e for e in report.editions if e.year != edition.year)
        report = report.model_copy(update={"editions": (*others, frozen)})


@dataclass(frozen=True)
class _Making:
    """What everything is made from: the real report, drawn words and drawn numbers."""

    report: Report
    words: Sequence[str]
    draw: random.Random
    portfolio: bool
    """Whether initiatives have what capital programs hold."""

    def phrase(self, number: int) -> str:
        """Return words of the city's own, in no order."""
        return " ".join(self.draw.sample(self.words, number))

    def post(self) -> str:
        """Return the id of any post."""
        return self.draw.choice(self.report.organization.posts).id


def _files(making: _Making, number: int) -> Iterator[tuple[str, str]]:
    """Yield every file that the town has more than the city, by path below `content`."""
    report, draw = making.report, making.draw
    if making.portfolio:
        yield "report.yml", emit(with_funds(report.about))
    yield "cycles.yml", emit(_calendar(report.calendar))
    for year in LATER:
        yield f"editions/{year}/edition.yml", emit(_edition(report.editions[-1], year))
        told = f"What the town told of {year}, put together from its updates."
        yield f"editions/{year}/introduction.md", f"{told}\n"
    models = report.initiatives
    names = _places(draw)
    ids = {_id(report, models[n % len(models)].id, n) for n in range(number)}
    for place in range(number):
        one = models[place % len(models)]
        updates = [u for u in report.updates if u.initiative == one.id]
        if place >= len(models):
            updates = [_again(making, update, place) for update in updates]
            one = _whole(_like(making, one, place, next(names)), ids)
            one = with_all(one, draw) if making.portfolio else one
            yield f"initiatives/{one.id}.yml", emit(one)
        if not CLOSED & {u.status for u in updates if u.milestone != "review-2026"}:
            updates += [_reported(making, one, y) for y in LATER if draw.random() < 1 / 2]
        for update in updates:
            path = f"updates/{update.milestone}/{update.initiative}.md"
            yield path, f"---\n{emit(update)}---\n{update.body.rstrip()}\n"


def _calendar(calendar: Calendar) -> Calendar:
    model = next(m for m in calendar.milestones if m.id == "budget-fy2018-20")
    reports = [
        Milestone.model_validate(
            {
                "id": f"report-{year}",
                "title": f"Innovations Annual Report {year}",
                "kind": "annual_report",
                "cycle": "fy2018-20",
                "due": f"{year}-12-03",
                "known_since": f"{year}-12-03",
                "stated": f"Presented on 3 December {year}.",
                "owed": True,
                "sources": model.sources,
            }
        )
        for year in LATER
    ]
    in_time = sorted((*calendar.milestones, *reports), key=lambda m: m.due.first())
    return calendar.model_copy(update={"milestones": tuple(in_time)})


def _edition(model: Edition, year: int) -> Edition:
    as_of = PartialDate(f"{year}-12-31")
    original = model.original.model_copy(
        update={
            "title": f"Innovations Annual Report {year}",
            "published": as_of,
            "covered": f"Every initiative as of {in_english(as_of.first())}.",
        }
    )
    return model.model_copy(
        update={
            "year": year,
            "title": f"Innovations Annual Report {year}, reconstructed",
            "as_of": as_of,
            "original": original,
            "claims": (),
        }
    )


def _words(report: Report) -> list[str]:
    """Return the words in which the city speaks of its initiatives, each once."""
    texts = (f"{i.title} {i.summary}" for i in report.initiatives)
    return sorted({w.strip(".,;:()").lower() for t in texts for w in t.split() if w.isalpha()})


def _places(draw: random.Random) -> Iterator[str]:
    first, middle, last = SYLLABLES
    names = [f"{a}{b}{c}" for a in first for b in middle for c in last]
    draw.shuffle(names)
    yield from names


def _like(making: _Making, model: Initiative, place: int, name: str) -> Initiative:
    """Return an initiative like another, in another part of the town, tied to its like."""
    report = making.report

    def here(text: str) -> str:
        return f"{text.rstrip('.')}, in {name}."

    title = " ".join(model.title.split()[:4])
    posts = making.draw.sample([post.id for post in report.organization.posts], 2)
    holders = dict(zip(RoleKind, posts, strict=True))
    roles = (r.model_copy(update={"holder": holders[r.role]}) for r in model.roles)
    links = (link.model_copy(update={"to": _id(report, link.to, place)}) for link in model.links)
    ideas = (i.model_copy(update={"text": here(i.text)}) for i in model.ideas)
    events = (e.model_copy(update={"text": here(e.text)}) for e in model.events)
    return model.model_copy(
        update={
            "id": _id(report, model.id, place),
            "former_ids": (),
            "order": place + 1,
            "title": f"{title} for {name}: {making.phrase(3)}",
            "also_titled": (),
            "summary": here(model.summary),
            "roles": tuple(roles),
            "links": tuple(links),
            "roadmap": _own_steps(model),
            "ideas": tuple(ideas),
            "events": tuple(events),
        }
    )


def _own_steps(model: Initiative) -> tuple[Record, ...]:
    """Return the roadmap without what waits for steps of other initiatives."""
    return tuple(
        step.model_copy(update={"depends_on": tuple(s for s in step.depends_on if "." not in s)})
        for step in model.roadmap
    )


def _id(report: Report, model: str, place: int) -> str:
    """Return the id of a model's like in the same round as `place`."""
    turn = place // len(report.initiatives)
    return f"{model}-{turn}" if turn else model


def _whole(one: Initiative, ids: Collection[str]) -> Initiative:
    """Return an initiative without ties to those that the last round had no place for."""
    return one.model_copy(update={"links": tuple(k for k in one.links if k.to in ids)})


def _again(making: _Making, update: Update, place: int) -> Update:
    heir = update.continues_in
    changed = {
        "initiative": _id(making.report, update.initiative, place),
        "continues_in": _id(making.report, heir, place) if heir else None,
        "body": f"{update.body.rstrip()} More was told of {making.phrase(12)}.",
    }
    return update.model_copy(update=changed)


def _reported(making: _Making, one: Initiative, year: int) -> Update:
    """Return what an Owner told at one of the later reports."""
    body = ". ".join(making.phrase(14).capitalize() for _ in range(4))
    return Update.model_validate(
        {
            "initiative": one.id,
            "milestone": f"report-{year}",
            "as_of": f"{year}-11-{making.draw.randint(10, 28)}",
            "recorded": f"{year}-12-01",
            "basis": Basis.REPORTED,
            "author": making.post(),
            "status": making.draw.choice(MOVING),
            "reason": f"{making.phrase(6).capitalize()}.",
            "phase": Phase.IMPLEMENTATION,
            "phase_reason": "It was in the hands of those who run it.",
            "confidence": Confidence.NOT_ASSESSED,
            "body": f"{body}.",
            "sources": one.sources,
        }
    )


def main(arguments: Iterable[str]) -> None:
    """Make a town as the command line wants it."""
    given = list(arguments)
    folder, number, *seed = (word for word in given if word != "--portfolio")
    seeded = int(seed[0]) if seed else 1
    make_town(Path(folder), int(number), seeded, portfolio="--portfolio" in given)


if __name__ == "__main__":
    main(sys.argv[1:])
