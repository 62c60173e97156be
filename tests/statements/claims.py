"""When each sentence that counts, denies or claims all may be said, by the records alone.

A claim's test gets where it is said and the values that it is said with, and returns whether the
records bear it out.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from statements.money_claims import MONEY_CLAIMS
from statements.records import GAPS, Records
from statements.said import Place

from generator.model.cycles import Milestone
from generator.model.initiative import Initiative
from generator.model.keys import HowProposed, PartnerStanding, RoleKind
from generator.model.records import Missing

Values = Mapping[str, Any]
Test = Callable[[Place, Values], bool]


def of_one(test: Callable[[Records, Initiative, Values], bool]) -> Test:
    """Return the test of what the page of an initiative says of it."""

    def run(place: Place, values: Values) -> bool:
        own = [i for i in place.now.initiatives if i.id == place.subject]
        return not own or not place.is_about_one or test(place.now, own[0], values)

    return run


def of_subject(test: Callable[[Records, str, Values], bool]) -> Test:
    """Return the test of what a page says of what it is about, by its id."""
    return lambda place, values: not place.is_about_one or test(place.now, place.subject, values)


def of_all(test: Callable[[Records, Values], bool]) -> Test:
    """Return the test of what is said of the report as a whole."""
    return lambda place, values: test(place.now, values)


def since(test: Callable[[Records, Records, Values], bool]) -> Test:
    """Return the test of what is said about the time since the report before."""
    return lambda place, values: bool(place.before and test(place.before, place.now, values))


def _found_ideas(now: Records, one: Initiative) -> int:
    """Return of how many ideas of an initiative an update says what became of them."""
    told = {idea for update in now.updates(one) for idea in update.ideas}
    return sum(idea.id in told for idea in one.ideas)


def _area(now: Records, area: str) -> list[Initiative]:
    return [i for i in now.initiatives if i.area == area]


def _ideas_where(place: Place) -> tuple[int, int]:
    """Return how many ideas the topic area of a page has, and of how many a state is known."""
    own = _area(place.now, place.subject)
    return sum(len(i.ideas) for i in own), sum(len(place.now.idea_states(i)) for i in own)


def _known(now: Records, owners: int, sponsors: int) -> bool:
    """Return whether as many Owners and Sponsors are not known."""
    return (now.owned(*GAPS), now.sponsored(*GAPS)) == (owners, sponsors)


def _not_named(now: Records, owners: int, sponsors: int) -> bool:
    return (now.owned("not_named"), now.sponsored("not_named")) == (owners, sponsors)


def _no_trouble(now: Records, values: Values) -> bool:
    count, every = values.get("count", 0), len(now.all_newest)
    return not now.troubled and count == now.compiled and values.get("all", every) == every


def _statuses(now: Records) -> dict[str, str]:
    return {one.id: now.status(one).value for one in now.initiatives}


def _moved_since(before: Records, now: Records) -> int:
    """Return how many are new, or have another status."""
    known = _statuses(before)
    return sum(known.get(i.id) != now.status(i).value for i in now.initiatives)


def _given_since(before: Records, now: Records) -> int:
    """Return how many are new, or were given another status."""
    known = _statuses(before)
    return sum(
        i.id not in known or now.status(i).value not in {known[i.id], "not_reported"}
        for i in now.initiatives
    )


def _silent(test: Callable[[Records, Initiative], bool]) -> Test:
    """Return the test of a change that says of an initiative that no update was found."""

    def run(place: Place, _: Values) -> bool:
        own = [i for i in place.now.initiatives if place.target == f"initiative/{i.id}"]
        before, now = place.before, place.now
        if not own or not before:
            return True
        new = {u.key for u in now.updates(own[0])} - {u.key for u in before.updates(own[0])}
        return not new and not now.closed(own[0]) and test(before, own[0])

    return run


def _same_targets(before: Records, now: Records) -> bool:
    """Return whether the measures that were there before have the targets of then."""
    return all(now.targets.get(name) in (None, known) for name, known in before.targets.items())


def _nothing_comes(now: Records) -> bool:
    return not now.coming() and not now.steps_ahead


def _goal(target: str) -> str:
    return "/".join(target.strip("/").split("/")[-2:])


def _goals(now: Records) -> set[str]:
    of_program = {f"program/{g.id}" for g in now.report.about.goals}
    return of_program | {f"{a.id}/{g.id}" for a in now.report.areas for g in a.goals}


def _served(now: Records) -> set[str]:
    return {link.goal for one in now.initiatives for link in one.goals}


def _measured(now: Records) -> set[str]:
    return {goal for m in now.measures for goal in m.goals}


def _about_goal(test: Callable[[Records, str], bool]) -> Test:
    return lambda place, _: not place.is_about_one or test(place.now, _goal(place.target))


def _took_part(now: Records, orgs: set[str], *, possible: bool = False) -> int:
    return sum(
        any(
            p.org in orgs and (possible or p.standing is not PartnerStanding.POSSIBLE)
            for p in one.partners
        )
        for one in now.initiatives
    )


def _by_roles(name: str, test: Callable[[str], Test]) -> dict[str, Test]:
    """Return the tests of a sentence for each choice of roles that an organization asks for."""
    return {f"{name}-{which}": test(which) for which in ("both", "owner", "sponsor")}


def _held(now: Records, which: str, *holders: str) -> int:
    """Return how many of the roles that are asked some holders have."""
    owned = now.owned(*holders) if which != "sponsor" else 0
    return owned + (now.sponsored(*holders) if which != "owner" else 0)


def _nobody_missing(which: str) -> Test:
    return of_all(lambda now, _: bool(now.initiatives) and not _held(now, which, *GAPS))


def _unit_none(which: str) -> Test:
    return of_subject(lambda now, unit, _: not _held(now, which, *{*now.posts_of(unit), unit}))


def _owing(now: Records, posts: set[str]) -> int:
    """Return what posts owe: what fell due since they have been Owner, and what will."""
    found = 0
    for one in now.initiatives:
        if now.holder(one, RoleKind.OWNER) not in posts:
            continue
        begun = now.holds_since(one, RoleKind.OWNER)
        found += sum(begun <= m.due.last(date.max) for m in now.missing(one))
        found += sum(not now.answered(one, m) and not now.released(one, m) for m in now.coming())
    return found


def _come(now: Records, milestone: Milestone) -> tuple[int, int]:
    """Return how many updates have not come for a milestone, of how many that are owed at it."""
    due = milestone.due.last(date.max)
    owed = missing = 0
    for one in now.initiatives:
        came = any(update.milestone == milestone.id for update in now.updates(one))
        if not came and due <= one.proposed.on.last(now.day):
            continue
        answered = came or now.answered(one, milestone)
        if answered or not now.released(one, milestone):
            owed, missing = owed + 1, missing + (not answered)
    return missing, owed


def _holders(now: Records, target: str) -> set[str]:
    """Return the posts that a page of a post or unit tells about."""
    kind, _, name = target.strip("/").partition("/")
    return {name} if kind == "posts" else now.posts_of(name)


def _due(test: Callable[[Records, set[str]], bool]) -> Test:
    def run(place: Place, _: Values) -> bool:
        return not place.is_about_one or test(place.now, _holders(place.now, place.target))

    return run


def _plans(now: Records, unit: str) -> list[str]:
    units = now.units_below(unit)
    return [e.cycle for i in now.initiatives for e in i.work_plan if e.department in units]


def _milestone(test: Callable[[Records, Any, Values], bool]) -> Test:
    def run(place: Place, values: Values) -> bool:
        own = [m for m in place.now.report.calendar.milestones if m.id == place.subject]
        return not own or test(place.now, own[0], values)

    return run


def _came(now: Records, milestone: Any) -> int:
    return sum(any(u.milestone == milestone.id for u in now.updates(i)) for i in now.initiatives)


def _owed_at(now: Records, milestone: Any) -> int:
    """Return how many owed an update at a milestone, or gave one."""
    due = milestone.due.last(date.max)
    return sum(
        any(u.milestone == milestone.id for u in now.updates(one))
        or (one.proposed.on.last(now.day) < due and not now.let_off(one, milestone))
        for one in now.initiatives
    )


def _edition(now: Records, subject: str) -> Any:
    return next(e for e in now.editions if str(e.edition.year) == subject)


def _of_an_edition(test: Callable[[Records, Values], bool]) -> Test:
    """Return the test of what an edition's page says of it, and the list of editions of each."""

    def run(place: Place, values: Values) -> bool:
        held = [Records(e.then) for e in place.now.editions] if place.kind == "editions" else ()
        return any(test(now, values) for now in held or (place.now,))

    return run


def _every(now: Records, values: Values) -> bool:
    count = values.get("count", values.get("all"))
    return count is None or count == len(now.initiatives)


def _proposed(now: Records) -> int:
    return sum(one.proposed.how is HowProposed.PROPOSED for one in now.initiatives)


OUTCOMES = ("delivered", "stopped", "waiting", "under-way", "was-under-way", "not-reported")


def _outcome(name: str) -> Test:
    """Return the test of how many initiatives came to something."""
    return of_all(
        lambda now, v: v["count"] == sum(_came_to(now, i) == name for i in now.initiatives)
    )


def _came_to(now: Records, one: Initiative) -> str:
    """Return what an initiative came to, by its status and how old that is."""
    match now.shown_status(one).value:
        case "completed" | "ongoing" | "ended":
            return "delivered"
        case "cancelled" | "merged" | "superseded":
            return "stopped"
        case "proposed" | "not_started":
            return "waiting"
        case "not_reported":
            return "not-reported"
        case _:
            return "was-under-way" if now.is_old(one) else "under-way"


def _all_proposed(now: Records, values: Values) -> bool:
    joined = len(now.initiatives) - _proposed(now)
    counts = values["proposed"], values.get("joined", 0), values["ideas"], values["areas"]
    return counts == (_proposed(now), joined, now.ideas, now.areas)


def _found(now: Records, values: Values) -> bool:
    """Return whether as many have finds as is said, by the newest cycle that has passed."""
    counts = values["count"], values["all"], values["since"]
    return counts == (len(now.newest_finds), len(now.initiatives), now.recent_since)


def _half(now: Records, values: Values) -> bool:
    """Return whether as many of the newest finds are no newer than the year in the middle."""
    years = [day.year for day in now.newest_finds]
    middle = years[(len(years) - 1) // 2]
    older = sum(year <= middle for year in years)
    said = values["count"], values["older"], values["middle"], values["newest"]
    return said == (len(years), older, str(middle), str(years[-1]))


def _on_matches(now: Records, values: Values) -> bool:
    return (values["alone"], values["statuses"]) == (now.on_matches, len(now.all_newest))


def _shares(now: Records) -> set[tuple[int, int]]:
    """Return what may be missing, and of how many."""
    initiatives = len(now.initiatives)
    return {
        (now.owned(*GAPS), initiatives),
        (now.sponsored(*GAPS), initiatives),
        (now.silent, initiatives),
        (now.ideas - now.later_ideas, now.ideas),
        (now.without_target, len(now.measures)),
        (now.without_baseline, len(now.measures)),
    }


CLAIMS: dict[str, Test] = {
    **MONEY_CLAIMS,
    # Topic areas.
    "area-list-lead": of_all(lambda now, v: v["count"] == len(now.report.areas)),
    "area-lead": of_subject(
        lambda now, area, v: (
            (v["initiatives"], v["ideas"])
            == (len(_area(now, area)), sum(len(i.ideas) for i in _area(now, area)))
        )
    ),
    "area-goals-none": of_subject(
        lambda now, area, _: not any(a.goals for a in now.report.areas if a.id == area)
    ),
    "area-survey-no-initiative": of_subject(
        lambda now, area, _: any(
            c.initiative not in {i.id for i in now.initiatives}
            for c in now.report.background.survey.choices  # type: ignore[union-attr]
            if c.area == area
        )
    ),
    # The brief.
    "brief-none-requests": of_all(lambda now, _: not any(u.ask for u in now.all_newest)),
    "brief-unknown-at-all": of_all(lambda now, v: _known(now, v["all"], v["all"])),
    "brief-unknown-both": of_all(
        lambda now, v: _known(now, v["owners"], v["sponsors"]) and v["all"] == len(now.initiatives)
    ),
    "brief-unknown-owner": of_all(
        lambda now, v: now.owned(*GAPS) == v["count"] and v["all"] == len(now.initiatives)
    ),
    "brief-unknown-sponsor": of_all(
        lambda now, v: now.sponsored(*GAPS) == v["count"] and v["all"] == len(now.initiatives)
    ),
    "brief-silent": of_all(
        lambda now, v: 0 < v["count"] == now.silent and v["all"] == len(now.initiatives)
    ),
    "brief-no-target": of_all(
        lambda now, v: 0 < v["count"] == now.without_target and v["all"] == len(now.measures)
    ),
    "brief-calendar-ended": of_all(lambda now, _: now.cycles_over and not now.coming(owed=False)),
    "brief-none-trouble": of_all(lambda now, v: _no_trouble(now, v) and not now.compiled),
    "brief-none-trouble-compiled": of_all(_no_trouble),
    "brief-none-late": of_all(lambda now, _: not now.ends_overdue and not now.steps_overdue),
    "schedule-late-none": of_all(lambda now, _: not now.ends_overdue and not now.steps_overdue),
    "schedule-late-initiatives-overdue": of_all(lambda now, v: v["count"] == now.ends_overdue),
    "schedule-late-steps-overdue": of_all(lambda now, v: v["count"] == now.steps_overdue),
    "brief-none-targets": since(lambda before, now, _: _same_targets(before, now)),
    "brief-first-report": lambda place, _: place.before is None,
    "brief-none-moved": since(lambda before, now, _: not _given_since(before, now)),
    "brief-moved": since(lambda before, now, v: 0 < v["count"] == _given_since(before, now)),
    "brief-updates-missing": of_all(
        lambda now, v: (
            (v["count"], v["all"])
            in {
                (sum(m in now.missing(i) for i in now.initiatives), _owed_at(now, m))
                for m in now.report.calendar.milestones
            }
            and v["count"] > 0
        )
    ),
    "brief-none-overdue": of_all(lambda now, _: not now.overdue),
    "brief-none-vacancies": of_all(
        lambda now, _: bool(now.initiatives) and not _held(now, now.report.about.roles.which, *GAPS)
    ),
    "brief-none-coming": of_all(lambda now, _: _nothing_comes(now)),
    "brief-none-contact": of_all(lambda now, _: isinstance(now.report.about.contact, Missing)),
    # What changed.
    "change-silent": _silent(lambda before, one: {e.id for e in one.events} <= before.events(one)),
    "change-silent-no-update": _silent(lambda *_: True),
    "change-lead-none": lambda place, _: (
        place.kind == "interval" or not (place.before and _moved_since(place.before, place.now))
    ),
    "change-lead-silent": lambda place, v: 0 < v["count"] <= len(place.now.initiatives),
    # Roles.
    "common-no-initiative": of_all(lambda now, _: not now.initiatives),
    "responsibility-gap-both": of_all(
        lambda now, _: _not_named(now, len(now.initiatives), len(now.initiatives))
    ),
    "responsibility-gap-owner": of_all(
        lambda now, _: now.owned("not_named") == len(now.initiatives) > 0
    ),
    "responsibility-gap-sponsor": of_all(
        lambda now, _: now.sponsored("not_named") == len(now.initiatives) > 0
    ),
    **_by_roles("responsibility-no-vacancy", _nobody_missing),
    **_by_roles("holder-unit-none", _unit_none),
    "holder-due-none": _due(lambda now, posts: not _owing(now, posts)),
    "holder-due-no-owner": _due(lambda now, posts: not now.owned(*posts)),
    "holder-partner-lead-none": of_subject(
        lambda now, partner, _: not _took_part(now, {partner}, possible=True)
    ),
    "holder-partner-none": of_subject(
        lambda now, partner, _: not _took_part(now, {partner}, possible=True)
    ),
    "holder-no-cycle": of_all(lambda now, _: now.last_known_cycle is None),
    "holder-last-cycle-ended": of_all(lambda now, v: v["ends"] == now.last_known_cycle < now.day),
    "holder-last-cycle-ends": of_all(
        lambda now, v: (
            v["ends"] == now.last_known_cycle >= now.day
            and all(c.begins <= now.day for c in now.report.calendar.cycles)
        )
    ),
    "holder-work-plan-none": of_subject(lambda now, unit, _: not _plans(now, unit)),
    "holder-work-plan-none-then": of_subject(
        lambda now, unit, _: now.next_cycle not in _plans(now, unit)
    ),
    # The front page, and counts that other pages and documents repeat.
    "home-due-expected": of_all(
        lambda now, v: (v["count"], v["owed"]) in {_come(now, m) for m in now.coming()}
    ),
    "home-due-missing": of_all(
        lambda now, v: (
            (v["count"], v["owed"])
            in {_come(now, m) for m in now.report.calendar.milestones if m not in now.coming()}
            and v["count"] > 0
        )
    ),
    "home-found-none": of_all(lambda now, v: not now.newest_finds and _every(now, v)),
    "home-found-recent": of_all(
        lambda now, v: _found(now, v) and now.recent == len(now.newest_finds)
    ),
    "home-found-earlier": of_all(lambda now, v: _found(now, v) and not now.recent),
    "home-found-both": of_all(
        lambda now, v: _found(now, v) and 0 < v["recent"] == now.recent < len(now.newest_finds)
    ),
    "home-ideas-without": of_all(
        lambda now, v: (v["count"], v["all"]) == (now.ideas - now.later_ideas, now.ideas)
    ),
    "home-nothing-since": of_all(lambda now, v: 0 < v["count"] == now.nothing and not now.related),
    "home-nothing-since-related": of_all(
        lambda now, v: 0 < v["count"] == now.nothing and 0 < v["related"] == now.related
    ),
    "home-only-related": of_all(lambda now, v: 0 < v["related"] == now.related and not now.nothing),
    "age-half": of_all(_half),
    "age-never": of_all(
        lambda now, v: 0 < v["count"] == len(now.initiatives) - len(now.newest_finds)
    ),
    "home-share": of_all(lambda now, v: v["part"] > 0 and (v["part"], v["whole"]) in _shares(now)),
    "home-verdict": of_all(_every),
    **{f"home-verdict-{name}": _outcome(name) for name in OUTCOMES},
    "matrix-idea-share": of_all(
        lambda now, v: (v["found"], v["proposed"]) in {now.idea_share(i) for i in now.initiatives}
    ),
    "home-all": of_all(_every),
    "edition-headline-joined": _of_an_edition(_all_proposed),
    "edition-headline": _of_an_edition(_all_proposed),
    "home-headline": of_all(_all_proposed),
    "home-headline-joined": of_all(_all_proposed),
    "home-headline-listed": of_all(
        lambda now, v: (
            not _proposed(now)
            and (v["count"], v["ideas"], v["areas"]) == (len(now.initiatives), now.ideas, now.areas)
        )
    ),
    "idea-lead-nothing-found": lambda place, v: (
        (v["count"], 0) == _ideas_where(place)
        if place.kind == "ideas_area"
        else (v["count"], 0) == (place.now.ideas, place.now.known_ideas)
    ),
    "idea-lead": lambda place, v: (
        v["count"] == (_ideas_where(place)[0] if place.kind == "ideas_area" else place.now.ideas)
    ),
    "idea-known": of_all(
        lambda now, v: (
            now.later_ideas == now.known_ideas
            and (v["known"], v["unknown"]) == (now.later_ideas, now.ideas - now.known_ideas)
        )
    ),
    "idea-known-at-proposal": of_all(
        lambda now, v: (
            0 < v["started"] == now.known_ideas - now.later_ideas
            and (v["known"], v["unknown"]) == (now.later_ideas, now.ideas - now.known_ideas)
        )
    ),
    # Matches by editors.
    "match-lede": of_all(
        lambda now, v: 0 < v["matches"] == sum(now.matched) and v["records"] == len(now.matched)
    ),
    "match-alone": of_all(_on_matches),
    "match-share": of_all(lambda now, v: _on_matches(now, v) and v["alone"] > 0),
    # Editions.
    "edition-original-available-none": lambda place, _: (
        _edition(place.now, place.subject).edition.original.available == "none"
    ),
    "edition-claims-none": lambda place, _: not _edition(place.now, place.subject).edition.claims,
    "edition-changes-first": lambda place, _: place.before is None,
    "edition-evaluations-none": lambda place, v: (
        not any(str(e.year) == v["year"] for e in place.now.report.evaluations)
    ),
    "edition-data-none": lambda place, _: not _edition(place.now, place.subject).is_frozen,
    "edition-errata-none": lambda place, _: not _edition(place.now, place.subject).errata,
    # Evaluations, goals and measures.
    "goal-list-none": lambda place, _: any(
        not owner
        for owner in (place.now.report.about.goals, *(a.goals for a in place.now.report.areas))
    ),
    "goal-scorecard-caption": of_all(
        lambda now, v: (
            (v["unserved"], v["goals"]) == (len(_goals(now) - _served(now)), len(_goals(now)))
        )
    ),
    "staff-goals-none": of_all(lambda now, _: not _served(now)),
    "goal-serving-none": _about_goal(lambda now, goal: goal not in _served(now)),
    "goal-telling-none": _about_goal(lambda now, goal: goal not in _measured(now)),
    "goal-found-none": _about_goal(
        lambda now, goal: not any(f.goal == goal for e in now.report.evaluations for f in e.goals)
    ),
    "goal-scope-no-measure": lambda place, _: (
        not any(
            goal.startswith(f"{place.subject.replace('programme', 'program')}/")
            for goal in _measured(place.now)
        )
    ),
    "measure-list-none": of_all(
        lambda now, _: any(
            not a.measures and not any(i.measures for i in _area(now, a.id))
            for a in now.report.areas
        )
    ),
    # The pages of groups.
    "facts-group-lede": of_all(
        lambda now, v: any(
            taxonomy.title == v["taxonomy"]
            and v["count"]
            == sum(f"{taxonomy.id}/{value.id}" in i.taxonomies for i in now.initiatives)
            for taxonomy in now.report.about.taxonomies
            for value in taxonomy.values
        )
    ),
    "facts-taxonomy-several": of_all(
        lambda now, _: any(
            len({name.partition("/")[0] for name in i.taxonomies}) < len(i.taxonomies)
            for i in now.initiatives
        )
    ),
    # The page of an initiative.
    "initiative-gap-since": of_one(lambda now, one, _: not now.due(one) and not now.updates(one)),
    "initiative-gap": of_one(
        lambda now, one, v: (
            one in now.quiet
            and not now.finds(one)
            and v["date"] == one.proposed.on
            and v["count"] == len(now.due(one))
        )
    ),
    "initiative-gap-related": of_one(
        lambda now, one, v: (
            one in now.quiet and bool(now.finds(one)) and v["count"] == len(now.due(one))
        )
    ),
    "initiative-related-heading": of_one(
        lambda now, one, _: (
            one in now.quiet
            and any(e.on.last(now.day) > now.first_day(one.proposed.on) for e in one.events)
        )
    ),
    "initiative-ideas-found": of_one(
        lambda now, one, v: 0 < v["found"] == _found_ideas(now, one) < v["count"] == len(one.ideas)
    ),
    "initiative-ideas-found-all": of_one(
        lambda now, one, v: _found_ideas(now, one) == v["count"] == len(one.ideas)
    ),
    "initiative-ideas-found-none": of_one(
        lambda now, one, v: _found_ideas(now, one) == 0 < v["count"] == len(one.ideas)
    ),
    "initiative-unnamed": of_one(
        lambda _, one, v: any(r.holder == "not_named" and r.since == v["date"] for r in one.roles)
    ),
    "initiative-missing-phase": of_one(
        lambda now, one, _: (update := now.newest(one)) is None or update.phase == "not_assessed"
    ),
    "initiative-missing-confidence": of_one(
        lambda now, one, _: (
            (update := now.newest(one)) is None or update.confidence == "not_assessed"
        )
    ),
    "initiative-missing-ideas": of_one(lambda _, one, __: not one.ideas),
    "initiative-missing-measures": of_one(lambda _, one, __: not one.measures),
    "initiative-missing-money": of_one(lambda _, one, __: not one.funding and not one.staffing),
    "initiative-no-steps": of_one(lambda _, one, __: not one.roadmap),
    "timeline-no-update": of_one(lambda now, one, _: not now.updates(one)),
    "timeline-no-later-update": of_one(
        lambda now, one, v: bool(now.updates(one)) and v["day"] == now.day and not now.closed(one)
    ),
    # Milestones.
    "milestone-none": of_all(lambda now, _: not now.report.calendar.milestones),
    "milestone-lede-none": _milestone(lambda now, m, _: not m.owed and not _came(now, m)),
    "milestone-lede-unasked": _milestone(
        lambda now, m, v: not m.owed and v["count"] == _came(now, m) > 0
    ),
    "milestone-lede-owed-none": _milestone(
        lambda now, m, v: m.owed and not _owed_at(now, m) and v["all"] == len(now.initiatives)
    ),
    "milestone-lede": _milestone(
        lambda now, m, v: (
            m.owed and 0 < v["owed"] == _owed_at(now, m) and v["all"] == len(now.initiatives)
        )
    ),
    "milestone-no-update": _milestone(lambda now, m, _: not _came(now, m)),
    # Lists of all.
    "report-first": lambda place, _: place.before is None,
    "report-all": of_all(_every),
    "status-lead": of_all(_every),
    "status-list-none": lambda place, _: not place.now.with_state(place.target),
    "status-filter-all": of_all(_every),
    "search-lead": of_all(_every),
    "source-lead": of_all(lambda now, v: v["count"] == len(now.report.sources)),
    "cycle-answer": of_all(lambda now, v: v["missing"] == now.overdue),
    "roadmap-lead": of_all(lambda now, v: now.open_dates == (v["coming"], v["overdue"])),
    "roadmap-lead-none": of_all(lambda now, _: now.open_dates == (0, 0)),
    "roadmap-calendar-note": of_all(lambda now, v: now.cycles_over and v["day"] == now.last_cycle),
    "narrative-survey-none": of_all(lambda now, _: now.report.background.survey is None),
    "narrative-talks-none": of_all(lambda now, _: not now.report.background.salons.consultations),
}
