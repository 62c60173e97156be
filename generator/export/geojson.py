"""The places of a report as GeoJSON (RFC 7946), for maps and geographic information systems.

Positions are longitude, then latitude, in degrees of WGS 84. Status is the key that the tables
have; what a place is called and what kind of place it is are as typed.
"""

from typing import Any

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.export.snapshot_json import canonical
from generator.model.places import Place, Point

NAME = "places.geojson"


def places_geojson(snapshot: Snapshot) -> bytes | None:
    """Return every place whose position is known as a feature; None where there is none."""
    home = (snapshot.report.about.site or "").rstrip("/")
    features = [
        _feature(state, place, place.point, home)
        for state in snapshot.states
        for place in state.initiative.places
        if place.point
    ]
    return canonical({"type": "FeatureCollection", "features": features}) if features else None


def _feature(state: InitiativeState, place: Place, point: Point, home: str) -> dict[str, Any]:
    initiative = state.initiative
    path = f"initiatives/{initiative.id}/"
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [float(point.lon), float(point.lat)]},
        "properties": {
            "id": initiative.id,
            "title": initiative.title,
            "address": f"{home}/{path}" if home else path,
            "status": state.status.value,
            "place": place.name,
            "kind": place.kind,
        },
    }
