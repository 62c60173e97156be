"""What people type where an id or a key is asked for, and records that a new row makes."""

import pytest

from generator.editorial.sheet.alike import folded_key, folded_name, near_miss

pytestmark = pytest.mark.slow


def add_initiative(town, **more):
    """Add a row for a new initiative, and one for each of its roles, which name it by its title."""
    title = "Umbrellas to borrow, at “The Quay”"
    town.add(
        "initiatives",
        title=title,
        area="HARBOUR",
        proposed__on="Q1 2023",
        proposed__sources="first report",
        sources="first-report",
        **more,
    )
    for role, holder in (("Owner", "Water Manager"), ("sponsor", "harbour-director")):
        values = {"role": role, "holder": holder, "since": "01/2023", "sources": "first-report"}
        town.add("roles", initiative=title.replace("“", '"').replace("”", '"'), **values)
    return title


def test_a_new_row_makes_an_initiative_with_an_id_of_its_title(sheet_town):
    """Area, post and initiative are named as people know them; dates as people type them."""
    add_initiative(sheet_town)
    brought = sheet_town.apply()
    assert list(map(str, brought.imported.merged.refusals)) == []
    assert brought.proposed.made, brought.proposed.errors
    (path,) = brought.proposed.files
    assert path == "content/initiatives/umbrellas-to-borrow-at-the-quay.yml"
    words = brought.proposed.files[path].decode()
    assert 'id: "umbrellas-to-borrow-at-the-quay"' in words
    assert 'area: "harbour"' in words
    assert 'holder: "water-manager"\n    since: "2023-01"' in words
    assert 'recorded: "2024-02-10"' in words


def test_a_new_area_has_its_initiative_in_the_same_workbook(sheet_town):
    """What another new row adds can be named at once, and its id meets no other."""
    for number in (1, 2):
        sheet_town.add("ideas", initiative="Tide-Gauge", text=f"Add a mast. {'And two.' * number}")
    area = {"short_title": "Gauge", "order": 9, "sources": "first-report"}
    sheet_town.add("areas", title="Tide gauge", **area)
    sheet_town.add("units", name="Mast Office", kind="Office", seen="2023", sources="town-charter")
    seen = {"seen": 2023, "sources": "town-charter"}
    sheet_town.add("posts", title="Mast Keeper", unit="mast office", **seen)
    brought = sheet_town.imported()
    assert list(map(str, brought.merged.refusals)) == []
    assert "content/areas/tide-gauge-2.yml" in brought.files
    assert b'unit: "mast-office"' in brought.files["content/organization.yml"]
    ideas = brought.files["content/initiatives/tide-gauge.yml"].decode()
    assert 'id: "add-a-mast-and-two"' in ideas
    assert 'id: "add-a-mast-and-two-and-two"' in ideas


def test_labels_of_a_key_are_the_key(sheet_town):
    """A status is taken by its label too, with any capitals; anything else is refused as before."""
    sheet_town.set("updates", ("report-2023", "night-ferry"), "status", "Under Way")
    (words,) = sheet_town.imported().files.values()
    assert b'status: "under_way"' in words
    sheet_town.set("updates", ("report-2023", "night-ferry"), "status", "delayed")
    (refusal,) = sheet_town.imported().merged.refusals
    assert refusal.found == '"delayed" for "status"'


def test_a_name_that_two_records_have_is_refused(sheet_town):
    """Nobody knows which is meant; both ids are offered."""
    for some_id in ("ferry-2", "ferry-3"):
        sheet_town.add("outside partners", id=some_id, name="Ferry Two")
    place = sheet_town.add(
        "partners",
        initiative="tide-gauge",
        org="ferry two",
        standing="named",
        role="adviser",
        since="2023",
        sources="first-report",
    )
    (refusal,) = sheet_town.imported().merged.refusals
    assert refusal.place == place.replace("!A", "!B")
    assert "ferry-2 or ferry-3" in refusal.wanted


def test_a_slip_in_an_id_is_no_new_initiative(sheet_town):
    """An id that is nearly one of the content is asked about before anything is made of it."""
    sheet_town.add("initiatives", initiative="tide-guage", title="Tide gauge")
    told = [str(refusal) for refusal in sheet_town.imported().merged.refusals]
    assert 'Did you mean "tide-gauge"?' in told[0]


def test_two_ways_to_name_one_record_are_two_rows_about_it(sheet_town):
    """A row by name and a row by id about the same update are one too many."""
    values = {"as_of": "2024-02-05", "status": "on_track"}
    sheet_town.add("updates", milestone="mid-2024", initiative="one-form", **values)
    place = sheet_town.add("updates", milestone="mid-2024", initiative="One-Form", **values)
    assert [r.place for r in sheet_town.imported().merged.refusals if "second" in r.found] == [
        place
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor’s Office", "mayor's  office"),
        ("Ｐublic works", "PUBLIC WORKS"),
        ("“Quay”", '"quay"'),
    ],
)
def test_names_are_the_same_however_typed(one, other):
    """Capitals, kinds of quotation marks and of letters, and spaces are of no account."""
    assert folded_name(one) == folded_name(other)


def test_keys_and_labels_are_the_same():
    """An underscore, a hyphen and a space are one."""
    assert folded_key("at_risk") == folded_key("At-Risk") == folded_key("at  risk")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Public Wroks", "Public Works"),
        ("Publik Works", "Public Works"),
        ("public works", ""),
        ("Parks South", ""),
        ("Ward 2", ""),
        ("Library", ""),
    ],
)
def test_a_slip_is_told_from_another_name(name, near):
    """One letter more or less is asked about; another word or number is another name."""
    assert near_miss(name, ["Public Works", "Parks North", "Ward 1"]) == near
