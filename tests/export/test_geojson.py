"""Places for maps: positions as RFC 7946 has them, and only those that are known."""

import json

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.export.geojson import places_geojson
from generator.model.report import Report

REPORT = larkhaven()
NOW = snapshot(REPORT, REPORT.about.as_of)


def made(report: Report) -> bytes | None:
    """Return the file of a report as of its own date."""
    return places_geojson(snapshot(report, report.about.as_of))


def test_every_place_with_a_point_is_a_feature():
    """Longitude comes first; id, title, address, and status are those of its initiative."""
    content = made(REPORT)
    assert content is not None
    collection = json.loads(content)

    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    ordered = [state.initiative for state in NOW.states]
    places = [(i, p) for i in ordered for p in i.places if p.point]
    assert len(collection["features"]) == len(places) > 1
    for feature, (initiative, place) in zip(collection["features"], places, strict=True):
        assert set(feature) == {"type", "geometry", "properties"}
        assert feature["geometry"] == {
            "type": "Point",
            "coordinates": [float(place.point.lon), float(place.point.lat)],
        }
        properties = feature["properties"]
        assert properties["id"] == initiative.id
        assert properties["title"] == initiative.title
        assert properties["place"] == place.name
        site = "https://larkhaven.example/report"
        assert properties["address"] == f"{site}/initiatives/{initiative.id}/"
        assert properties["status"]


def test_where_no_position_is_known_there_is_no_file():
    """A report without places offers none, and no empty one."""
    bare = tuple(i.model_copy(update={"places": ()}) for i in REPORT.initiatives)

    assert made(REPORT.model_copy(update={"initiatives": bare})) is None


def test_a_site_without_an_address_has_addresses_below_its_top():
    """Nobody can know where such a site will be."""
    about = REPORT.about.model_copy(update={"site": None})
    content = made(REPORT.model_copy(update={"about": about}))

    assert content is not None
    first = json.loads(content)["features"][0]["properties"]["address"]
    assert first.startswith("initiatives/")
