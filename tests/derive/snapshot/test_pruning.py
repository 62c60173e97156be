"""Nothing of a later day shows beforehand: no record, and nothing that only such records use."""

import random
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from larkhaven import SAMPLE, larkhaven, pictures, records_in
from press import DIGEST

from generator.check.used_pictures import published
from generator.commands.build import docs_folder
from generator.derive.editions.editions import (
    EditionSnapshot,
    open_edition,
    shown_on,
    with_needs_of,
)
from generator.derive.editions.frozen_part import frozen_part
from generator.derive.snapshot.citations import cited_sources
from generator.derive.snapshot.pruning import OF_THE_ORGANISATION
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.editorial.editions.shown import Shown
from generator.export.snapshot_json import to_json
from generator.model.background import (
    Consultation,
    Discrepancy,
    EarlierProgram,
    OpenQuestion,
    Salon,
    StatedValue,
)
from generator.model.dates import PartialDate
from generator.model.edition import Errata, Erratum
from generator.model.fields import references_of
from generator.model.initiative import Initiative, Partnership
from generator.model.keys import PartnerRole, PartnerStanding
from generator.model.measures import Series
from generator.model.organization import Post, Unit
from generator.model.pictures import Picture
from generator.model.records import Dated
from generator.model.references import NO_HOLDER
from generator.model.report import Report, Source
from generator.model.updates import Update
from generator.model.values import Record
from generator.render.pdf.document import render_document
from generator.render.text.terminal import plain_initiative
from generator.views.initiatives.initiative import initiative_view
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from tests.spoken import ENGLISH

MARK = "zqx"
"""Stands in every word, id, address and name of what comes later, and nowhere else."""
LATER, DAY = PartialDate.parse("2024-07-01"), date(2024, 7, 1)
FIGURE = Decimal(98761234)
SEED = 20261129
KEPT = {"area", "goal", "goals", "cycle", "kind", "milestone", "unit", "currency", "languages"}
"""Fields that name what stays as it is."""


def without_meetings(report: Report) -> Report:
    """Return a report without its meetings, whose posts are no part of what was reported."""
    return report.model_copy(update={"meetings": ()})


def member_fields(record):
    """Return the fields by which a record outside the organization names a part of it."""
    if isinstance(record, Unit | Post):
        return set()
    named = references_of(type(record)).items()
    return {name for name, ref in named if ref.to in OF_THE_ORGANISATION}


class Marking:
    """Makes later records of those of the sample, each word of them marked, and what they name."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.number = 0
        self.sources: list[Source] = []
        self.organization = {kind: [] for kind in ("units", "posts", "partners")}

    def word(self) -> str:
        """Return words that are nowhere else."""
        self.number += 1
        return f"{MARK}-{self.number}"

    def source(self) -> str:
        """Return the id of a source that nothing else cites."""
        base = self.report.sources[0]
        made = base.model_copy(
            update={"id": self.word(), "title": f"Title {self.word()}", "stated": self.word()}
            | {"address": f"https://example.org/{self.word()}", "published": LATER}
            | {"note": self.word()}
        )
        self.sources.append(made)
        return made.id

    def member(self, record: Record) -> str:
        """Return the id of a unit, post or partner that nothing else names."""
        kind = {"Role": "posts", "Update": "posts", "WorkPlanEntry": "units", "Support": "units"}
        among = kind.get(type(record).__name__, "partners")
        base = getattr(self.report.organization, among)[0]
        fields: dict[str, Any] = {"id": self.word(), "note": self.word()}
        fields |= {"title" if among == "posts" else "name": f"Called {self.word()}"}
        if among == "units":
            fields |= {"also_named": (self.word(),), "functions": (self.word(),), "head": None}
        if among == "posts":
            fields |= {"person": f"Person {self.word()}", "unit": self.unit()}
        if among != "partners":
            fields |= {"sources": (self.source(),)}
        self.organization[among].append(base.model_copy(update=fields))
        return str(fields["id"])

    def unit(self) -> str:
        """Return the id of a unit that only a later post belongs to."""
        base = self.report.organization.units[0]
        fields = {"id": self.word(), "name": self.word(), "head": None, "part_of": None}
        self.organization["units"].append(base.model_copy(update=fields))
        return fields["id"]

    def marked(self, record: Any) -> Any:
        """Return a record of a later day, all of it marked."""
        values = {n: self.value(record, n, v) for n, v in record.__dict__.items()}
        return record.model_copy(update=values)

    def value(self, record: Record, name: str, value: object) -> object:
        """Return what is in a field of a marked record."""
        if name == "sources":
            return (self.source(),)
        if name in member_fields(record) and isinstance(value, str):
            return value if value in NO_HOLDER else self.member(record)
        if name in KEPT or value is None or isinstance(value, Enum | bool | dict):
            return value
        if isinstance(value, tuple):
            return (
                ()
                if name in {"depends_on", "evidence", "about", "links"}
                else self.many(record, name, value)
            )
        return self.one(value)

    def many(self, record: Record, name: str, value: tuple[object, ...]) -> tuple[object, ...]:
        """Return the marked parts of a list."""
        return tuple(self.value(record, f"one of {name}", part) for part in value)

    def one(self, value: object) -> object:
        """Return a single value, marked or moved."""
        if isinstance(value, Record):
            return self.marked(value)
        if isinstance(value, PartialDate):
            return LATER
        if isinstance(value, date):
            return DAY
        if isinstance(value, Decimal):
            return FIGURE
        if isinstance(value, str):
            ending = value.rpartition(".")[2]
            return f"{self.word()}.{ending}" if ending == "png" else self.word()
        return value


def longer(report: Report, chance: random.Random) -> Report:
    """Return the sample with records of a later day of every kind, in old initiatives and new."""
    marking = Marking(report)
    old, other = chance.sample(report.initiatives, 2)
    new: Initiative = marking.marked(other)
    new = new.model_copy(update={"pictures": (_picture(marking),), "order": 99})
    grown = _grown(marking, old, chance.choice(report.initiatives))
    updates = [_update(marking, chance.choice(report.updates), i.id) for i in (new, grown)]
    evaluations = [marking.marked(e) for e in report.evaluations[:1]]
    subject = f"initiative:{new.id}"
    evaluations += [e.model_copy(update={"subject": subject}) for e in evaluations]
    edition = marking.marked(report.editions[-1]).model_copy(update={"year": 2031})
    told = report.model_copy(
        update={
            "initiatives": (*(grown if i is old else i for i in report.initiatives), new),
            "updates": (*report.updates, *updates),
            "evaluations": (*report.evaluations, *evaluations),
            "editions": (*report.editions, edition),
            "background": _background(marking, report, subject),
        }
    )
    organization = report.organization.model_copy(
        update={
            kind: (*getattr(report.organization, kind), *added)
            for kind, added in marking.organization.items()
        }
    )
    sources = (*report.sources, *marking.sources)
    return told.model_copy(update={"organization": organization, "sources": sources})


def _picture(marking: Marking) -> Picture:
    return Picture(file=f"{marking.word()}.png", alt=marking.word(), credit=marking.word())


def _grown(marking: Marking, old: Initiative, like: Initiative) -> Initiative:
    """Return an initiative with later records of each kind that another one has."""
    added = {
        name: (*getattr(old, name), *(marking.marked(r) for r in value))
        for name, value in like.__dict__.items()
        if isinstance(value, tuple) and value and all(isinstance(r, Dated) for r in value)
    }
    partner = Partnership(
        org="x",
        standing=PartnerStanding.CONFIRMED,
        role=PartnerRole.ADVISER,
        since=LATER,
        recorded=DAY,
    )
    added["partners"] = (*added.get("partners", old.partners), marking.marked(partner))
    # What has no dated point at all is no record of a day.
    dated = [m for m in like.measures if any(isinstance(r, Dated) for r in records_in(m))]
    added["measures"] = (*old.measures, *(marking.marked(m) for m in dated))
    return old.model_copy(update=added)


def _update(marking: Marking, like: Update, initiative: str) -> Update:
    body = f"{marking.word()} ![{marking.word()}](media:{marking.word()}.png)"
    body += f" [{marking.word()}](source:{marking.source()})"
    fields = {"initiative": initiative, "milestone": "2024-07-01", "body": body, "ideas": {}}
    made: Update = marking.marked(like).model_copy(update=fields)
    return made


def _background(marking: Marking, report: Report, subject: str) -> object:
    found, area = report.background, report.areas[0].id
    program = EarlierProgram(id="p", area=area, title="t", began=LATER, text="t")
    salon = Salon(number=9, on=LATER, theme="t")
    talk = Consultation(id="c", on=LATER, scope="s", themes=("t",))
    question = OpenQuestion(id="q", title="t", about=(subject,), text="t")
    values = (StatedValue(text="a", sources=("s",)), StatedValue(text="b", sources=("s",)))
    doubt = Discrepancy(id="d", topic="t", about=(subject,), values=values)
    salons = found.salons.model_copy(
        update={
            "salons": (*found.salons.salons, marking.marked(salon)),
            "consultations": (*found.salons.consultations, marking.marked(talk)),
        }
    )
    programs = (*found.history.programs, marking.marked(program))
    asked = marking.marked(question).model_copy(update={"about": (subject,)})
    doubted = marking.marked(doubt).model_copy(update={"about": (subject,)})
    return found.model_copy(
        update={
            "history": found.history.model_copy(update={"programs": programs}),
            "salons": salons,
            "questions": (*found.questions, asked),
            "discrepancies": (*found.discrepancies, doubted),
        }
    )


def everything(report: Report, now: Snapshot) -> dict[str, bytes]:
    """Return all that goes out: every file of the site, the printed report's text, `show`."""
    editions = tuple(open_edition(report, e) for e in now.report.editions)
    shown = {
        name: raw for name, raw in pictures().items() if name in published(now.report, editions)
    }
    files = docs_folder(SAMPLE, Shown(now, editions), lambda: shown).files()
    files["report.pdf"] = render_document(
        report_document(DocumentFrame(now, DIGEST, None, editions)), ENGLISH
    ).data
    for edition in editions:
        files[f"{edition.edition.year}.json"] = to_json(edition.then, edition.edition)
    for state in now.states:
        view = initiative_view(now, state, editions)
        files[f"show {state.initiative.id}"] = plain_initiative(view, ENGLISH).encode()
    return files


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_nothing_of_a_later_day_goes_out(seed: int) -> None:
    """Words, addresses, file names, figures and people of later records are in no output."""
    whole = longer(larkhaven(), random.Random(SEED + seed))  # noqa: S311 - for choices of records

    files = everything(whole, snapshot(whole, whole.about.as_of))

    for path, content in files.items():
        assert MARK not in path
        assert MARK.encode() not in content, path
        for figure in (b"98761234", b"98,761,234"):
            assert figure not in content, path


def test_on_their_day_they_are_there() -> None:
    """The marks are of records that do show: the test above would else find nothing in nothing."""
    whole = longer(larkhaven(), random.Random(SEED))  # noqa: S311 - as above
    moved = whole.model_copy(update={"about": whole.about.model_copy(update={"as_of": DAY})})

    seen = to_json(snapshot(moved, DAY)).decode()

    assert len({word for word in seen.split('"') if MARK in word}) > 100


@pytest.mark.parametrize("seed", range(25))
def test_moved_back_the_report_knows_no_more_than_its_records(seed: int) -> None:
    """On any day the sources and partners are those that visible records use."""
    chance = random.Random(SEED + seed)  # noqa: S311 - as above
    day = date.fromordinal(
        chance.randint(date(2020, 6, 1).toordinal(), date(2024, 2, 10).toordinal())
    )
    report = larkhaven()
    report = report.model_copy(update={"about": report.about.model_copy(update={"as_of": day})})

    seen = snapshot(report, day).report

    named, used = (
        {getattr(r, name) for r in records_in(one) for name in member_fields(r)}
        for one in (without_meetings(seen), without_meetings(report))
    )
    assert {source.id for source in seen.sources} == cited_sources(seen) & {
        source.id for source in report.sources
    }
    partners = {partner.id for partner in seen.organization.partners}
    assert partners & (used - named) == set()
    everybody = {
        o.id for kind in ("units", "posts", "partners") for o in getattr(seen.organization, kind)
    }
    assert {name for name in named if name and name not in NO_HOLDER} <= everybody
    tied = [u.part_of for u in seen.organization.units] + [u.head for u in seen.organization.units]
    tied += [post.unit for post in seen.organization.posts]
    assert {name for name in tied if name} <= everybody


def test_what_no_record_names_stands_for_itself() -> None:
    """A unit that is only listed does not vanish, nor does what belongs to it."""
    report = larkhaven()
    organization = report.organization
    alone = organization.units[0].model_copy(update={"id": "alone", "part_of": None, "head": None})
    within = alone.model_copy(update={"id": "within", "part_of": "alone"})
    units = (*organization.units, alone, within)
    changed = organization.model_copy(update={"units": units})
    report = report.model_copy(update={"organization": changed})
    assert {"alone", "within"} <= {
        u.id for u in snapshot(report, date(2024, 2, 10)).report.organization.units
    }


def test_an_edition_of_the_past_knows_no_unit_that_was_seen_later() -> None:
    """Units and posts show from the years in which they were seen, which end with the edition."""
    report, day = larkhaven(), date(2021, 12, 31)
    then = snapshot(report, day).report.organization
    seen = {one.id: one.seen for one in (*then.units, *then.posts)}
    assert "water-division" in seen
    assert "lamp-contract" not in seen
    assert seen["water-division"] == PartialDate("2020~/..")


def test_an_edition_holds_no_cycle_or_milestone_that_was_not_known() -> None:
    """What is planned for, or follows by rule, is named; nothing is told of it."""
    report = larkhaven()
    then = snapshot(report, date(2022, 12, 31)).report.calendar
    assert [m.id for m in then.milestones] == ["budget-fy2021-23", "mid-2022", "budget-fy2023-25"]
    named = then.cycles[1]
    assert (named.id, named.adopted, named.sources) == ("fy2023-25", None, ())


def test_what_came_later_shows_from_its_own_date() -> None:
    """An addendum is in no snapshot of an earlier day."""
    report = larkhaven()
    told = [
        {a.text for r in records_in(snapshot(report, day).report) for a in getattr(r, "later", ())}
        for day in (date(2022, 12, 31), date(2023, 12, 31))
    ]
    assert told[0] == {"Nine of ten updates had come."}
    assert "Ferries went to the county." in told[1]


def test_a_line_of_a_measure_shows_with_its_first_point() -> None:
    """The name of a line of which only later points tell is not shown before them."""
    report = larkhaven()
    owner = next(
        i for i in report.initiatives if i.measures and isinstance(i.measures[0].actuals, tuple)
    )
    measure = owner.measures[0]
    point = measure.actuals[-1].model_copy(
        update={"series": "later", "period": LATER, "reported": LATER, "recorded": DAY}
    )
    grown = measure.model_copy(
        update={
            "series": (*measure.series, Series(id="later", label=MARK)),
            "actuals": (*measure.actuals, point),
        }
    )
    changed = owner.model_copy(update={"measures": (grown, *owner.measures[1:])})
    report = report.model_copy(
        update={"initiatives": tuple(changed if i is owner else i for i in report.initiatives)}
    )
    assert MARK.encode() not in to_json(snapshot(report, report.about.as_of))
    assert MARK.encode() in to_json(snapshot(report, DAY))


def _edition(report: Report) -> EditionSnapshot:
    return open_edition(report, report.editions[-1])


def test_errata_of_a_later_day_are_not_shown() -> None:
    """What will be found wrong is not said beforehand."""
    errata = tuple(
        Erratum(record="initiative/one-form/title", on=on, reason="Wrong.")
        for on in (date(2024, 1, 1), DAY)
    )
    edition = EditionSnapshot(
        _edition(larkhaven()).edition, _edition(larkhaven()).then, Errata(errata=errata)
    )
    (shown,) = shown_on(date(2024, 2, 10), (edition,))
    assert shown.errata
    assert [erratum.on for erratum in shown.errata.errata] == [date(2024, 1, 1)]
    assert shown_on(date(2023, 2, 10), (edition,))[0].errata is None
    assert shown_on(DAY, (edition,)) == (edition,)


def test_what_an_edition_rests_on_stays() -> None:
    """A source that today only later records cite stays where a frozen edition leads to it."""
    report = larkhaven()
    edition = _edition(report)
    whole = longer(report, random.Random(SEED))  # noqa: S311 - as above
    now = snapshot(whole, whole.about.as_of)
    later = whole.sources[-1].id
    rests = edition.then.report.model_copy(
        update={
            "initiatives": tuple(
                i.model_copy(update={"sources": (later,)}) for i in edition.then.report.initiatives
            )
        }
    )
    then = frozen_part(Snapshot(rests, edition.then.as_of, edition.then.day, None, ()))
    assert later not in {s.id for s in now.report.sources}
    shown = with_needs_of((EditionSnapshot(edition.edition, then),), now, whole)
    assert {s.id for s in shown.report.sources} - {s.id for s in now.report.sources} == {later}
    assert with_needs_of((), snapshot(report, DAY), report).report.sources == report.sources
