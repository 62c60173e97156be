"""No two things of a report share an address, and every address that an id makes is known."""

import re
import shutil

import pytest
from larkhaven import SAMPLE, larkhaven, loaded
from site_pages import pages

from generator.commands import check
from generator.core.errors import GeneratorError
from generator.core.issues import RecordLocations
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.model.ids import folded
from generator.publish.docs_folder import distinct as apart
from generator.views.base.address_claims import address_claims, clashes, of_every_report

YEARS = re.compile(
    r"(?:changes|editions|evaluations)/\d{4}/|changes/today/|roadmap/fy-\d{4}/"
    r"|meetings/\d{4}-\d{2}-\d{2}/"
)
PARTS = re.compile(r".+/part-\d+/|roadmap/[a-z0-9-]+/\d+/")


def with_posts(report, *ids):
    """Return a report with posts of other ids."""
    post = report.organization.posts[0]
    posts = tuple(post.model_copy(update={"id": some_id}) for some_id in ids)
    organization = report.organization.model_copy(update={"posts": posts})
    return report.model_copy(update={"organization": organization})


def with_goals(report, *ids):
    """Return a report whose program has goals of other ids."""
    goal = report.about.goals[0]
    goals = tuple(goal.model_copy(update={"id": some_id}) for some_id in ids)
    about = report.about.model_copy(update={"goals": goals})
    return report.model_copy(update={"about": about})


def with_sources(report, *ids):
    """Return a report with sources of other ids."""
    sources = tuple(report.sources[0].model_copy(update={"id": some_id}) for some_id in ids)
    return report.model_copy(update={"sources": sources})


@pytest.mark.parametrize("content", ["sample", "real"])
def test_every_page_is_claimed_orof_every_report(root, content):
    """A new kind of page cannot be forgotten where addresses are compared."""
    settings = SAMPLE if content == "sample" else Settings(root)
    checked = check.check(settings, Timings())
    known = {folded(claim.address) for claim in address_claims(checked.loaded.report)}
    known |= {folded(address) for address in of_every_report()}
    made = [page.target for page in pages(checked.now, checked.editions)]
    made += ["data/"]
    assert len({folded(target) for target in made}) == len(made)
    for target in made:
        assert target in known or YEARS.fullmatch(target) or PARTS.fullmatch(target), target


def test_the_sample_has_no_clash():
    """Content as it should be gives no issue."""
    assert clashes(larkhaven(), loaded().places) == []


@pytest.mark.parametrize(
    ("change", "clear", "clash"),
    [
        (with_posts, "not-known", "not-named"),
        (with_posts, "assigned", "not-on-record"),
        (with_goals, "part", "part-2"),
        (with_sources, "source", "sources"),
    ],
)
def test_an_id_at_anothers_address_is_an_error(change, clear, clash):
    """The message names the id, the address and what is there; a near id is free."""
    assert clashes(change(larkhaven(), clear), RecordLocations({})) == []
    found = clashes(change(larkhaven(), clash), loaded().places)
    assert {issue.code for issue in found} == {"A001"}
    for issue in found:
        assert f'"{clash}"' in issue.found
        assert "this address is that of" in issue.expected
        assert issue.location.path.startswith("content/")


def test_check_tells_of_a_clash_at_its_place(tmp_path):
    """The id is named where it is typed."""
    town = Settings(tmp_path)
    shutil.copytree(SAMPLE.content, town.content)
    for path in town.content.rglob("*.*"):
        if path.suffix in {".yml", ".md"}:
            words = path.read_text("utf-8")
            path.write_text(words.replace('"desk-manager"', '"not-named"'), "utf-8")
    found = [i for i in check.check(town, Timings()).issues if i.code == "A001"]
    assert {issue.location.path for issue in found} == {"content/organization.yml"}
    assert all(issue.location.line > 1 for issue in found)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("media/a.png", "media/a.png"),
        ("media/A.png", "media/a.png"),
        ("media/caf\u00e9.png", "media/cafe\u0301.png"),
    ],
)
def test_two_files_are_never_written_to_one_place(one, two):
    """Whatever else fails, no file is silently written over another."""
    with pytest.raises(GeneratorError, match="Two things would be written"):
        apart({one: b"1"}, {two: b"2"})
    assert apart({one: b"1"}, {"media/b.png": b"2"}) == {one: b"1", "media/b.png": b"2"}


def test_an_area_cannot_have_the_address_of_a_year_or_of_the_next_steps():
    """Both are below the roadmap, where the pages of areas are."""
    report = larkhaven()
    area = report.areas[0]
    for some_id in ("fy-2016", "next"):
        areas = (area.model_copy(update={"id": some_id}), *report.areas[1:])
        named = report.model_copy(update={"areas": areas})
        found = [issue.found for issue in clashes(named, RecordLocations({}))]
        assert any(f"roadmap/{some_id}/" in words for words in found)
