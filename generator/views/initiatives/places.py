"""The view of all places at which initiatives are carried out, by kind; there is no map."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.places import Place
from generator.model.values import digits
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Phrase, Table, phrase
from generator.views.base.shared import status_cells, to_initiative
from generator.views.base.table_builder import Columns, table
from generator.words.collation import alphabetical
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class PlacesOfKind:
    """The places of one kind, under its heading."""

    anchor: str
    heading: Text
    table: Table


@dataclass(frozen=True, slots=True)
class PlacesView:
    """Every place with its initiative."""

    lede: Text
    without_point: Text
    file: Phrase | None
    """Where the places with a position are for maps, if the site has such a file."""
    kinds: tuple[PlacesOfKind, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    place: Place
    state: InitiativeState


def places_view(snapshot: Snapshot, *, with_file: bool = False) -> PlacesView:
    """Return the view of all places; `with_file` says whether the site has them for maps."""
    found = list(_placed(snapshot))
    without = sum(one.place.point is None for one in found)
    file = LinkTo(addresses.GEOJSON, addresses.data(addresses.GEOJSON))
    return PlacesView(
        lede=msg(
            "facts-places-lede",
            places=len(found),
            count=len({one.state.initiative.id for one in found}),
            day=snapshot.as_of,
        ),
        without_point=msg("facts-places-without-point", count=without),
        file=(
            phrase(msg("facts-places-file"), file=file)
            if with_file and without < len(found)
            else None
        ),
        kinds=tuple(_by_kind(snapshot, found)),
    )


def _placed(snapshot: Snapshot) -> Iterator[_Placed]:
    for state in snapshot.states:
        yield from (_Placed(place, state) for place in state.initiative.places)


def _by_kind(snapshot: Snapshot, found: list[_Placed]) -> Iterator[PlacesOfKind]:
    """Yield the kinds in the order of the alphabet, and last the places without one."""
    columns = _columns(snapshot)
    kinds: dict[str, list[_Placed]] = {}
    for one in found:
        kinds.setdefault(one.place.kind or "", []).append(one)
    in_order = sorted(kinds, key=lambda kind: (not kind, alphabetical(kind)))
    for number, kind in enumerate(in_order, 1):
        other = msg("facts-places-other") if len(kinds) > 1 else msg("facts-places-all")
        anchor, heading = f"places-{number}", kind or other
        caption = msg("facts-places-caption", kind=heading, count=len(kinds[kind]))
        yield PlacesOfKind(anchor, heading, table(anchor, caption, kinds[kind], columns))


def _position(one: _Placed) -> Text | None:
    point = one.place.point
    if point is None:
        return None
    return msg("facts-place-point", lat=digits(point.lat), lon=digits(point.lon))


def _columns(snapshot: Snapshot) -> Columns[_Placed]:
    status = status_cells(snapshot)
    return {
        msg("facts-place-name"): lambda one: one.place.name,
        msg("common-initiative"): lambda one: to_initiative(one.state.initiative),
        msg("status-axis-status"): lambda one: status(one.state),
        msg("facts-place-position"): _position,
    }
