"""Places: where an initiative is carried out, as points on the earth where that is known."""

from typing import ClassVar

from generator.model.values import Number, Record, Title


class Point(Record):
    """A point on the earth, in degrees of WGS 84, as maps and positioning systems give it."""

    lat: Number
    """Its latitude in degrees, south of the equator below zero.

    Label: Latitude
    Example: 41.4416
    """
    lon: Number
    """Its longitude in degrees, west of Greenwich below zero.

    Label: Longitude
    Example: 2.1774
    """


class Place(Record):
    """Where an initiative is carried out."""

    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: Title
    """What the place is called, or its street address. Example: Central Library"""
    kind: Title | None = None
    """What kind of place it is, in a word or two. Example: Library"""
    point: Point | None = None
    """Where it is on the earth. Needed: Absent where no source says."""
