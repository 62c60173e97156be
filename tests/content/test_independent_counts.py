"""Every number on the pages that count most, and in the brief, is that of an independent count."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from press import living
from site_pages import pages

from generator.model.statuses import Confidence, Freshness, Phase, Status
from generator.render.text.terminal import plain
from generator.views.base.blocks import Count, EntryPoint, Fact, Signal, Table
from generator.views.charts.matrix import Matrix, MatrixRow
from generator.views.charts.shapes import Drawing
from generator.views.print.blocks import Heading
from generator.views.print.brief import brief_document
from generator.words.message import Listing, Message
from generator.words.states import label
from tests.content.independent_counts import Content, counts, span
from tests.spoken import ENGLISH

Key = tuple[str, ...]


def numbers(value: Any, where: Key = ()) -> Iterator[tuple[Key, int]]:  # noqa: C901, PLR0912 - a kind a line
    """Yield every number that a view says, with where: labels, rows, messages and their values."""
    match value:
        case bool() | Drawing() | Heading() | str() | None:
            return
        case int():
            yield where, value
        case Message(id="status-list-link"):
            said = dict(value.values)
            yield (*where, ENGLISH(said["value"])), said["count"]  # type: ignore[misc]
        case Message():
            for name, part in value.values:
                yield from numbers(part, (*where, value.id, name))
        case Listing():
            yield from numbers(value.items, where)
        case Table():
            yield from numbers(value.caption, (value.id, "caption"))
            heads = [ENGLISH(column.label) for column in value.columns]
            for row in value.rows:
                for head, cell in zip(heads, row, strict=True):
                    yield from numbers(cell, (value.id, plain(row[0], ENGLISH), head))
        case Count():
            yield ("count", ENGLISH(value.signal.label)), value.count
            age = [getattr(value, f.name) for f in fields(value) if f.name not in _DRAWN]
            yield from numbers(age, ("count", ENGLISH(value.signal.label)))
        case Matrix():
            yield from (((*_KEYED, *_look(key.signal)), key.count) for key in value.key)
            yield from numbers(value.rows, ("matrix",))
        case MatrixRow():
            if value.strip:
                yield (*where, "finds", value.id), value.strip.count
            if value.ideas:
                yield (*where, "ideas", value.id), value.ideas.proposed
                yield (*where, "ideas later", value.id), value.ideas.found
        case Fact():
            yield from numbers(value.value, ("fact", ENGLISH(value.name)))
        case EntryPoint():
            yield from numbers(value.text, ("way", ENGLISH(value.title)))
        case tuple() | list():
            for part in value:
                yield from numbers(part, where)
        case dict():
            yield from numbers(list(value.values()), where)
        case _ if is_dataclass(value):
            yield from numbers([getattr(value, field.name) for field in fields(value)], where)


_DRAWN = ("signal", "count", "width", "recent")
"""Parts of a count that are no number of their own."""


_KEYED = ("matrix", "status")


def _look(signal: Signal) -> Key:
    return signal.key, "old" if signal.outdated else "as it is"


@cache
def content() -> Content:
    """Return the files of the real content."""
    return Content()


@cache
def found() -> dict[Key, int]:
    """Return what is counted in them."""
    return counts(content())


def count(*name: str) -> int:
    """Return one count; what never occurs is none."""
    return found().get(name, 0)


def sum_of(name: str, *others: str) -> int:
    """Return the sum of counts whose names begin alike."""
    return sum(n for known, n in found().items() if known[: len(others) + 1] == (name, *others))


KEYS = {
    axis: {ENGLISH(label(state)): state.value for state in kind}
    for axis, kind in {
        "Status": Status,
        "Phase": Phase,
        "Confidence": Confidence,
        "Last update": Freshness,
    }.items()
}
"""The keys of states, by how the filter calls their axis and by their labels."""

NOBODY = {"Not named": "not_named", "Vacant": "unassigned"}

OUTCOMES = ("delivered", "under-way", "was-under-way", "not-reported")

MESSAGES: dict[Key, tuple[Key, ...]] = {
    ("home-headline-joined", "proposed"): (("how", "proposed"),),
    ("home-headline-joined", "joined"): (("how", "first_seen"),),
    ("home-headline-joined", "ideas"): (("ideas",),),
    ("home-headline-joined", "areas"): (("areas",),),
    ("home-found-both", "count"): (("found",),),
    ("home-found-both", "all"): (("initiatives",),),
    ("home-found-both", "recent"): (("recent",),),
    ("home-ideas-without", "count"): (("ideas without later",),),
    ("home-ideas-without", "all"): (("ideas",),),
    ("age-half", "count"): (("found",),),
    ("age-never", "count"): (("find", "never", "alone"),),
    ("match-share", "alone"): (("matched",),),
    ("match-share", "statuses"): (("told",),),
    ("home-nothing-since-related", "count"): (("nothing",),),
    ("home-nothing-since-related", "related"): (("related",),),
    ("home-all", "count"): (("initiatives",),),
    ("home-verdict", "all"): (("initiatives",),),
    ("home-verdict-delivered", "count"): (("status", "ongoing"), ("status", "ended")),
    ("home-verdict-under-way", "count"): (("status", "under_way", "as it is"),),
    ("home-verdict-was-under-way", "count"): (("status", "under_way", "old"),),
    ("home-verdict-not-reported", "count"): (("status", "not_reported"),),
    **{(f"home-verdict-{name}", "all"): (("initiatives",),) for name in OUTCOMES},
    ("status-lead", "count"): (("initiatives",),),
    ("responsibility-lead-both", "count"): (("initiatives",),),
    ("responsibility-vacancies-both", "count"): (("owner", "not_named"), ("owner", "unassigned")),
    ("brief-unknown-at-all", "all"): (("owner", "not_named"), ("owner", "unassigned")),
    ("brief-silent", "count"): (("status", "not_reported"),),
    ("brief-silent", "all"): (("initiatives",),),
    ("brief-no-target", "count"): (("measures without target",),),
    ("brief-no-target", "all"): (("measures",),),
    ("brief-none-trouble-compiled", "count"): (("compiled",),),
    ("brief-none-trouble-compiled", "all"): (("told",),),
}
"""What a value of a message is the sum of."""

SHARES = {
    "Owner": (("owner", "not_named"), ("initiatives",)),
    "Sponsor": (("sponsor", "not_named"), ("initiatives",)),
    "Ideas": (("ideas without later",), ("ideas",)),
    "Measures": (("measures without target",), ("measures",)),
}
"""What is missing and of how many, by a word of what it is called."""


def expected(key: Key) -> int | None:  # noqa: C901, PLR0911, PLR0912 - a kind of place a line
    """Return the independent count for a place; None for one that nobody counts."""
    if key[-2:] in MESSAGES:
        return sum(count(*name) for name in MESSAGES[key[-2:]])
    match key:
        case ("matrix", *name):
            return count(*name)
        case ("age-half", "older"):
            return _older_half()
        case ("newest-finds-table", year, column):
            year = "never" if year.startswith("Never") else year
            return count("find", year, "update" if "with an update" in column else "alone")
        case ("count", status):
            return count("status", KEYS["Status"][status])
        case ("count", status, _, value):
            age = "recent" if value == "recent" else "earlier"
            return count("status", KEYS["Status"][status], age)
        case ("fact", what, "home-share", part):
            of = next(names for word, names in SHARES.items() if word in what)
            return count(*of[part == "whole"])
        case ("way", area, "home-topic", "count") | ("status-by-area-table", area, "All"):
            return count("area", _area(area))
        case ("status-by-area-table", area, status):
            return count("status", KEYS["Status"][status], _area(area))
        case ("fact", axis, value):
            return _listed(axis, value)
        case ("fact", role, "responsibility-count-not-named", "count"):
            return count(role.lower(), "not_named")
        case ("fact", "More", message, "count"):
            _, listed, _ = message.split("-")
            return len(content().organization[listed])
        case ("due-from-table", "No known Owner", column):
            of = {"Initiatives": count("owner", "not_named"), "Missing": sum_of("missing")}
            return of.get(column, 0)
        case ("departments-table", unit, column):
            return _of_unit(unit, column)
        case ("departments-table" | "posts-table" | "partners-table", _, _, "count"):
            return len(content().organization[_LISTS[key[0]]])
        case ("posts-table", _, _):
            return 0
        case ("partners-table", partner, column):
            name = _named("partners", partner)
            return count("partner", name, column.split()[0].lower())
        case ("fact", _, "brief-updates-missing", part):
            missed = [m for m in content().owed if count("missing", m["id"])]
            newest = max(missed, key=lambda m: span(m["due"])[1])
            return count("missing" if part == "count" else "owed", newest["id"])
        case _:
            return _of_goals(key)


_LISTS = {"departments-table": "units", "posts-table": "posts", "partners-table": "partners"}


def _older_half() -> int:
    """Return how many newest finds are no newer than the year in the middle of all."""
    years = sorted(
        year for (kind, year, *_), n in _finds() for _ in range(n) if kind and year != "never"
    )
    return sum(year <= years[(len(years) - 1) // 2] for year in years)


def _finds() -> list[tuple[Key, int]]:
    return [(name, n) for name, n in found().items() if name[0] == "find"]


def _area(short_title: str) -> str:
    return next(str(a["id"]) for a in content().areas if a["short_title"] == short_title)


def _named(kind: str, name: str) -> str:
    return next(str(o["id"]) for o in content().organization[kind] if name.startswith(o["name"]))


def _listed(axis: str, value: str) -> int:
    """Return how many initiatives a list has, by its axis and the name of its value."""
    if axis == "Topic area":
        return count("area", _area(value))
    if axis == "Department":
        units = {u["name"]: u["id"] for u in content().organization["units"]}
        return count("unit", units.get(value, "not_on_record"))
    if axis in ("Owner", "Sponsor"):
        return count(axis.lower(), NOBODY[value])
    names = {"Status": "status", "Phase": "phase", "Confidence": "confidence"}
    return count(names.get(axis, "freshness"), KEYS[axis][value])


def _of_unit(unit: str, column: str) -> int:
    """Return in how many initiatives a unit is: with named parts alone in the real content."""
    names = sorted(content().organization["units"], key=lambda u: -len(u["name"]))
    some_id = next(str(u["id"]) for u in names if unit.startswith(u["name"]))
    return count("unit", some_id) if column in ("Takes part in", "Initiatives in all") else 0


def _of_goals(key: Key) -> int | None:  # noqa: PLR0911 - a kind of place a line
    """Return what the page of goals counts; results are judged by tests of their own."""
    of_program = [(f"program/{g['id']}", g["text"]) for g in content().report["goals"]]
    goals = dict(of_program) | {
        f"{a['id']}/{g['id']}": g["text"] for a in content().areas for g in a["goals"]
    }
    unmeasured = [goal for goal in goals if not count("measures of goal", goal)]
    match key:
        case ("goal-list-lede", "count") | ("scorecard-table", "All goals", _):
            return len(goals)
        case ("scorecard-table", "caption", _, value):
            return len(goals) if value == "goals" else sum(not count("goal", g) for g in goals)
        case ("scorecard-table", "Not enough information: no measure", _):
            return len(unmeasured)
        case (_, "goals", "goal-told-no-measure", "count"):
            return len(unmeasured)
        case (table, "caption", "goal-caption", "count"):
            scope = table.removeprefix("goals-").removesuffix("-table")
            scope = "program" if scope.startswith("program") else scope
            return sum(goal.startswith(f"{scope}/") for goal in goals)
        case (_, text, "Initiatives" | "Measures" as column):
            goal = next(name for name, said in goals.items() if said == text)
            return count("goal" if column == "Initiatives" else "measures of goal", goal)
        case (_, text, "Result", _, "measures"):
            return count("measures of goal", next(n for n, said in goals.items() if said == text))
    return None


JUDGED = ("Result", "scorecard-table", "goal-told-no-target", "goal-told-otherwise")
"""Where the results of goals are, which need more than counting (tests/derive/measures)."""


ELSEWHERE = ("brief-rest", "brief-first", "attention-matters", "brief-moved")
"""How lists are cut, and what tests/derive/test_attention.py and tests/statements count."""

MONEY = ("money-headline", "money-unstated", "money-none-known")
"""What test_money_counted.py counts."""


@pytest.mark.parametrize("target", ["", "initiatives/", "goals/", "responsibility/", "brief"])
def test_every_number_is_that_of_an_independent_count(target: str) -> None:
    """What the pages say of the real content is what its files say."""
    frame = living("west-hollywood")
    said: Any = brief_document(frame, None, 5).parts
    if target != "brief":
        said = next(p.view for p in pages(frame.snapshot, frame.editions) if p.target == target)
    told = [(key, n) for key, n in numbers(said) if not {*ELSEWHERE, *MONEY} & set(key)]
    uncounted = {key for key, _ in told if expected(key) is None}

    assert len(told) > len(uncounted)
    assert [(key, n, expected(key)) for key, n in told if expected(key) not in (n, None)] == []
    assert [key for key in uncounted if not set(JUDGED) & set(key)] == []
