"""A long report in volumes: whole, in order, and each with what leads to the others."""

import pytest
from press import living

from generator.render.pdf.document import render_document
from generator.views.base import addresses
from generator.views.print.blocks import Contents, Cover, Heading
from generator.views.print.report import report_document, report_documents, report_sections
from generator.views.print.volumes import MOST_PAGES, divide, estimated_pages
from tests.spoken import ENGLISH

CITIES = ("larkhaven", "west-hollywood")
FEW_PAGES = 30


def documents_of(city, most=FEW_PAGES):
    """Return the volumes of a city's report of at most so many pages."""
    frame = living(city)
    return report_documents(frame, report_sections(frame), most, ENGLISH)


@pytest.mark.parametrize("city", CITIES)
def test_a_report_that_fits_stays_one(city):
    """What is not too long has no volumes, and is the document that it was."""
    assert documents_of(city, MOST_PAGES) == (report_document(living(city)),)


@pytest.mark.parametrize("city", CITIES)
def test_volumes_hold_every_part_once_and_in_order(city):
    """Nothing is lost or said twice between volumes."""
    sections = report_sections(living(city))
    whole = [part for section in sections for part in section.parts]
    volumes = divide(sections, FEW_PAGES, ENGLISH)

    assert [part for volume in volumes for part in volume.parts] == whole
    assert [volume.name.number for volume in volumes] == list(range(1, volumes[0].name.of + 1))


@pytest.mark.parametrize("most", [5, 20, FEW_PAGES, 80])
def test_no_volume_is_much_longer_than_asked_for(most):
    """A section that is too long is cut before headings into volumes of about the same length."""
    volumes = divide(report_sections(living("west-hollywood")), most, ENGLISH)
    longest = max(estimated_pages(volume.parts, ENGLISH) for volume in volumes)

    assert longest <= most + 5
    assert len({volume.name.title for volume in volumes}) == len(volumes) > 1


def test_each_volume_has_its_own_cover_and_contents():
    """A volume says on its cover and in its title which it is, and lists all."""
    documents = documents_of("west-hollywood")
    titles = [document.volume.title for document in documents]

    assert ENGLISH(titles[0]).startswith(f"Volume 1 of {len(documents)}: Overview")
    for document, title in zip(documents, titles, strict=True):
        cover = document.parts[0]
        place = next(n for n, part in enumerate(document.parts) if isinstance(part, Contents))
        heading, listed = document.parts[place + 1 : place + 3]
        assert isinstance(cover, Cover)
        assert cover.subtitle == title
        assert ENGLISH(document.title).endswith(ENGLISH(title))
        assert isinstance(heading, Heading)
        assert [item[0].text for item in listed.items] == titles


def test_references_to_another_volume_name_it():
    """A link to what is in another volume says which; one within it does not."""
    documents = documents_of("west-hollywood")
    frame = living("west-hollywood")
    one = next(s.initiative for s in frame.snapshot.states)
    place = addresses.initiative(one.id)
    number = documents[0].elsewhere[place]
    text = render_document(documents[-1], ENGLISH).data.decode()

    assert f"{one.title} (volume {number})" in text
    assert f"{one.title}: (volume" not in text
    assert all(place not in document.elsewhere for document in documents[number - 1 : number])
