"""What an organization keeps itself: on the page of an initiative, of groups, and of places."""

from larkhaven import larkhaven
from site_pages import pages

from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.taxonomies import groups, members
from generator.model.report import Report
from generator.views.base.blocks import LinkTo
from generator.views.initiatives.groups import group_view, groups_view
from generator.views.initiatives.initiative import InitiativeView, initiative_view
from generator.views.initiatives.places import places_view
from tests.spoken import ENGLISH, spoken

REPORT = larkhaven()
NOW = snapshot(REPORT, REPORT.about.as_of)

OWN = ("own_ids", "taxonomies", "places", "progress", "risks", "documents")


def bare(report: Report) -> Snapshot:
    """Return a report of an organization that keeps nothing of the kind."""
    nothing = {**dict.fromkeys(OWN, ()), "description": None}
    initiatives = tuple(i.model_copy(update=nothing) for i in report.initiatives)
    about = report.about.model_copy(update={"taxonomies": ()})
    made = report.model_copy(update={"about": about, "initiatives": initiatives})
    return snapshot(made, made.about.as_of)


def page(seen: Snapshot, some_id: str = "tide-gauge") -> InitiativeView:
    """Return the view of one initiative."""
    state = seen.state_of(some_id)
    assert state is not None
    return initiative_view(seen, state)


def said(view: InitiativeView) -> dict[str, str]:
    """Return the facts at the top of a page in words."""
    return {
        ENGLISH(fact.name): " ".join(ENGLISH(p.text) for p in fact.value if hasattr(p, "text"))
        for fact in (*view.verdict.facts, *view.facts, *view.further_facts)
    }


def test_facts_say_what_the_organization_keeps():
    """Progress by whose count and when; numbers by their kind; places with theirs."""
    facts = said(page(NOW))

    assert facts["Progress"] == (
        "77.5% by the organization’s own count, December 2023 Before: 33% (December 2022)"
    )
    assert facts["Harbour project number"] == "HP-2021/07"
    assert facts["Places"].startswith("Fish steps (Quay); North quay (Quay)")
    assert {"Quarter", "Fund"} <= facts.keys()


def test_open_risks_come_before_closed_ones():
    """Each with the words of the register; what is closed says when."""
    table = page(NOW).risks
    assert table is not None
    first, last = spoken(table).rows

    assert first[0][0].text == "Two quays may not be rebuilt in time."
    assert any("Closed: June 2022" in getattr(p, "text", "") for cell in last for p in cell)


def test_a_document_leads_to_its_address():
    """Without one, it says who keeps it."""
    table = page(NOW).documents
    assert table is not None
    firsts = [row[0][0] for row in table.rows]

    assert LinkTo("Map of the nine quays", "https://larkhaven.example/quays.pdf") in firsts


def test_what_an_organization_does_not_keep_is_not_there():
    """No row, no section, no page, and no axis of the filter."""
    seen = bare(REPORT)
    view = page(seen)
    targets = {made.target for made in pages(seen)}

    assert (view.description, view.risks, view.documents) == ("", None, None)
    assert not {"Progress", "Places", "Quarter", "Fund"} & said(view).keys()
    assert not {t for t in targets if t.startswith(("groups/", "places/"))}


def test_the_page_of_a_group_lists_and_counts_its_initiatives():
    """The counts by status add up to the list."""
    grouped = members(NOW)
    for group in groups(REPORT):
        view = group_view(NOW, grouped, group)
        rows = view.initiatives.rows if view.initiatives else ()
        assert len(rows) == sum(count.count for count in view.counts)
        assert len(rows) == len(grouped.get(group.reference, ()))


def test_the_table_of_a_taxonomy_counts_every_initiative():
    """Those in no group have a row of their own; who is in several is counted in each."""
    view = groups_view(NOW, members(NOW))
    for section, taxonomy in zip(view.sections, REPORT.about.taxonomies, strict=True):
        assert section.table is not None
        every = [row[1][0].text for row in section.table.rows]
        references = [r for s in NOW.states for r in s.initiative.taxonomies]
        inside = sum(r.startswith(f"{taxonomy.id}/") for r in references)
        assert sum(every[:-1]) == inside
        assert bool(section.text) is (sum(every) > len(NOW.states))


def test_places_are_listed_by_kind_and_lead_to_the_file_where_there_is_one():
    """Every place once; those of no kind come last."""
    view = places_view(NOW, with_file=True)

    assert view.file is not None
    assert places_view(NOW).file is None
    assert [ENGLISH(kind.heading) for kind in view.kinds] == ["Office", "Quay", "Other places"]
    number = sum(len(kind.table.rows) for kind in view.kinds)
    assert number == sum(len(i.places) for i in REPORT.initiatives)


def test_roles_of_which_the_same_is_to_be_said_share_a_row():
    """A vacancy of both is one line; two holders are two."""
    facts = said(page(NOW, "paper-permits"))
    apart = said(page(NOW, "tide-gauge"))

    assert facts["Not known"].startswith("Owner and Sponsor (not named")
    assert {"Owner", "Sponsor"} <= apart.keys()


def test_what_no_source_gives_is_one_row():
    """Ideas, measures, and money; where all are there, there is no such row."""
    poor = said(page(NOW, "paper-permits"))
    rich = said(page(NOW))

    assert "measures; funding and staffing" in poor["Not known"]
    assert "Not known" not in rich
