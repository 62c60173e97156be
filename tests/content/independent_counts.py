"""Counts of the real content, from its YAML files alone: nothing of the program is used.

`python tests/content/independent_counts.py` prints them. To count something more, add a line to
`counts` with its name: the test of the pages looks it up there.
"""

import calendar
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).resolve().parents[2] / "content"
CLOSED = {"completed", "ended", "cancelled", "merged", "superseded"}
FINDS = ("events", "approvals", "support", "funding", "staffing", "findings")

Counts = dict[tuple[str, ...], int]


def read(path: Path) -> Any:
    """Return what a file holds, of a Markdown file what stands in front of its text."""
    text = path.read_text("utf-8")
    return yaml.load(text.split("---\n")[1] if path.suffix == ".md" else text, yaml.BaseLoader)  # noqa: S506 - texts


def span(written: str) -> tuple[str, str]:
    """Return the first and the last day that a date may mean; nothing for an open end."""
    points = re.findall(r"\d{4}(?:-\d\d)?(?:-\d\d)?|\.\.", written)
    first, last = points[0], points[-1]
    if last.count("-") == 1:
        year, month = map(int, last.split("-"))
        last = f"{last}-{calendar.monthrange(year, month)[1]}"
    first = "" if first == ".." else first + "-01-01"[len(first) - 4 :]
    return first, "" if last == ".." else last if "-" in last else f"{last}-12-31"


class Content:
    """The files of a report as they are."""

    def __init__(self, folder: Path = CONTENT) -> None:
        self.report = read(folder / "report.yml")
        self.day: str = self.report["as_of"]
        self.calendar = read(folder / "cycles.yml")
        self.organization = read(folder / "organization.yml")
        self.areas = [read(file) for file in sorted(folder.glob("areas/*.yml"))]
        self.initiatives = [read(file) for file in sorted(folder.glob("initiatives/*.yml"))]
        told = [read(file) for file in sorted(folder.glob("updates/*/*.md"))]
        self.updates = {
            one["id"]: sorted(
                (u for u in told if u["initiative"] == one["id"]),
                key=lambda u: (self.last(u["as_of"]), span(u["as_of"])[0]),
            )
            for one in self.initiatives
        }
        self.owed = [m for m in self.calendar["milestones"] if m["owed"] == "true"]

    def last(self, written: str) -> str:
        """Return the last day that a date may mean, up to the day of the report."""
        return span(written)[1] or self.day

    def first(self, written: str) -> str:
        """Return the first day that a date may mean; the last where its beginning is open."""
        return span(written)[0] or self.last(written)

    def due(self, one: Any) -> list[Any]:
        """Return the milestones at which an initiative has owed an update."""
        listed = self.last(one["proposed"]["on"])
        return [m for m in self.owed if listed < span(m["due"])[1] <= self.day]

    def covered(self, one: Any, milestone: Any) -> bool:
        """Return whether an update covers a milestone."""
        due = span(milestone["due"])[1]
        own = {m["id"]: span(m["due"])[1] for m in self.owed}
        told = self.updates[one["id"]]
        return any(due <= max(own.get(u["milestone"], ""), self.last(u["as_of"])) for u in told)

    def let_off(self, one: Any, milestone: Any) -> bool:
        """Return whether it was closed before a milestone."""
        due = span(milestone["due"])[1]
        before = [u for u in self.updates[one["id"]] if self.last(u["as_of"]) <= due]
        return bool(before) and before[-1]["status"] in CLOSED

    def owes(self, one: Any, milestone: Any) -> bool:
        """Return whether it owed an update at a milestone, or gave one."""
        if any(u["milestone"] == milestone["id"] for u in self.updates[one["id"]]):
            return True
        return milestone in self.due(one) and not self.let_off(one, milestone)

    def missing(self, one: Any) -> list[Any]:
        """Return the milestones for which nothing came."""
        owed = self.due(one)
        return [m for m in owed if not self.covered(one, m) and not self.let_off(one, m)]

    def found_on(self, one: Any, update: Any) -> str:
        """Return when what an update says was last found: its newest event, or its own time."""
        cited = [e["on"] for e in one.get("events", ()) if e["id"] in update.get("evidence", ())]
        days = [(self.first(on), self.last(on)) for on in cited]
        return max(days)[0] if days else self.first(update["as_of"])

    def find_days(self, one: Any) -> list[str]:
        """Return the days of all that was found after it was proposed, the newest last."""
        names = ("on", "since", "reported")
        dates = [next(r[n] for n in names if n in r) for r in self.finds(one)]
        proposed = self.first(one["proposed"]["on"])
        days = [self.first(d) for d in dates if self.last(d) > proposed]
        told = [u for u in self.updates[one["id"]] if self.last(u["as_of"]) > proposed]
        return sorted([*days, *(self.found_on(one, u) for u in told)])

    def finds(self, one: Any) -> Iterator[Any]:
        """Yield what was found of an initiative besides updates."""
        for name in FINDS:
            yield from one.get(name, ())
        yield from (p for p in one.get("partners", ()) if p["standing"] == "confirmed")
        yield from (step["outcome"] for step in one.get("roadmap", ()) if "outcome" in step)
        for measure in one.get("measures", ()):
            points = measure["actuals"]
            yield from ({"on": p["period"]} for p in points if "period" in p)

    def recent_since(self) -> str:
        """Return the first day of the newest budget cycle that has passed."""
        begins = max(c["begins"] for c in self.calendar["cycles"] if c["ends"] < self.day)
        years = int(self.report.get("cycle_years", 2))
        while f"{int(begins[:4]) + 2 * years}{begins[4:]}" <= self.day:
            begins = f"{int(begins[:4]) + years}{begins[4:]}"
        return begins

    def status(self, one: Any) -> str:
        """Return the status that is shown."""
        told = self.updates[one["id"]]
        known = told[-1]["status"] if told else one["at_proposal"]["status"]
        return "not_reported" if not told and self.due(one) else known

    def is_old(self, one: Any) -> bool:
        """Return whether its status may have changed, and two updates or cycles passed since."""
        told = self.updates[one["id"]]
        if not told or told[-1]["status"] in CLOSED or told[-1]["basis"] != "compiled":
            return False
        cited = [e["on"] for e in one.get("events", ()) if e["id"] in told[-1].get("evidence", ())]
        dates = [(self.first(on), self.last(on)) for on in cited]
        last = max(dates)[1] if dates else self.last(told[-1]["as_of"])
        missed = [m for m in self.owed if last < span(m["due"])[1] <= self.day]
        missed = [m for m in missed if m["id"] != told[-1]["milestone"]]
        whole = int(self.day[:4]) - int(last[:4]) - (self.day[5:] < last[5:])
        return len(missed) >= 2 or whole >= 2 * int(self.report.get("cycle_years", 2))

    def freshness(self, one: Any) -> str:
        """Return how the last update compares with the milestones and the cycles that passed."""
        told = self.updates[one["id"]]
        if not told:
            return "none" if self.due(one) else "not_due"
        if told[-1]["status"] in CLOSED:
            return "not_due"
        last, years = self.last(told[-1]["as_of"]), int(self.report.get("cycle_years", 2))
        whole = int(self.day[:4]) - int(last[:4]) - (self.day[5:] < last[5:])
        missed = max(len(self.missing(one)), whole // years)
        late = {0: "not_measurable", 1: "late"}
        return late.get(missed, "stale")

    def on_matches(self, one: Any) -> bool:
        """Return whether its status rests on nothing but what editors matched."""
        told = self.updates[one["id"]]
        if not told or told[-1]["basis"] != "compiled" or told[-1].get("sources"):
            return False
        cited = [e for e in one.get("events", ()) if e["id"] in told[-1].get("evidence", ())]
        return bool(cited) and all(e["match"] == "inferred" for e in cited)

    def units(self, one: Any) -> set[str]:
        """Return the units that are named as taking part, and those above them."""
        parents = {u["id"]: u.get("part_of") for u in self.organization["units"]}
        named = {p["org"] for p in one.get("partners", ()) if p["standing"] != "possible"}
        found = {e["department"] for e in one.get("work_plan", ())} | named & parents.keys()
        while above := {parents[u] for u in found if parents[u]} - found:
            found |= above
        return found

    def standing(self, one: Any, org: str) -> str:
        """Return how certain the part of a partner is, at the firmest that a source says."""
        own = {p["standing"] for p in one.get("partners", ()) if p["org"] == org}
        return next((s for s in ("confirmed", "named", "possible") if s in own), "none")


def counts(content: Content) -> Counts:
    """Return everything that is counted, by its name."""
    every, found = content.initiatives, Counter[tuple[str, ...]]()
    partners = [partner["id"] for partner in content.organization["partners"]]
    since = content.recent_since()
    for one in every:
        told, status = content.updates[one["id"]], content.status(one)
        days, area = content.find_days(one), one["area"]
        newest = days[-1] if days else ""
        later = {idea for u in told for idea in u.get("ideas", ())}
        quiet = status == "not_reported"
        shown = content.found_on(one, told[-1]) if told else content.first(one["proposed"]["on"])
        last = told[-1] if told else {"phase": "not_assessed", "confidence": "not_assessed"}
        names = [
            *(("initiatives",), ("how", one["proposed"]["how"]), ("area", area)),
            *(("status", status), ("status", status, area), ("phase", last["phase"])),
            *(("confidence", last["confidence"]), ("freshness", content.freshness(one))),
            *(("missing", m["id"]) for m in content.missing(one)),
            *(("owed", m["id"]) for m in content.owed if content.owes(one, m)),
            *(("unit", unit) for unit in content.units(one) or {"not_on_record"}),
            *(("partner", org, content.standing(one, org)) for org in partners),
            *(("goal", goal) for goal in {g["goal"] for g in one.get("goals", ())}),
            ("find", newest[:4] or "never", "update" if told else "alone"),
        ]
        names += [(r["role"], r["holder"]) for r in one["roles"]]
        conditions = {
            "found": newest,
            "recent": newest >= since,
            "told": told,
            "matched": content.on_matches(one),
            "compiled": told and last["basis"] == "compiled",
            "nothing": quiet and not newest,
            "related": quiet and newest,
        }
        names += [(name,) for name, true in conditions.items() if true]
        names += [("status", status, "recent" if shown >= since else "earlier")] * (not quiet)
        found.update(names)
        found["ideas",] += len(one.get("ideas", ()))
        found["status", status, "old" if content.is_old(one) else "as it is"] += 1
        found["finds", one["id"]] = len(days)
        found["ideas", one["id"]] = len(one.get("ideas", ()))
        found["ideas later", one["id"]] = len(later)
        found["ideas without later",] += len(one.get("ideas", ())) - len(later)
    measures = [m for o in (*every, *content.areas) for m in o.get("measures", ())]
    found["measures",] = len(measures)
    found["measures without target",] = sum("missing" in m["targets"] for m in measures)
    found.update(("measures of goal", goal) for m in measures for goal in m.get("goals", ()))
    found["areas",] = len({one["area"] for one in every})
    return dict(found)


if __name__ == "__main__":
    for name, number in sorted(counts(Content()).items()):
        sys.stdout.write(f"{number:6} {' / '.join(name)}\n")
