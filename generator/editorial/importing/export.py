"""An export with its mapping, and what it says of each initiative as far as it could be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.core.issues import Issue, Location
from generator.editorial.importing.blanks import Blank
from generator.editorial.importing.known_names import KnownNames
from generator.editorial.importing.mapping import MappingFile
from generator.editorial.importing.mapping_file import ReadMapping
from generator.editorial.importing.repairs import Repairs
from generator.editorial.importing.source_rows import SourceTable
from generator.editorial.importing.trees import Tree


@dataclass(slots=True)
class Draft:
    """What an export says of one initiative."""

    key: str
    place: Location
    initiative: Tree = field(default_factory=dict)
    update: Tree = field(default_factory=dict)
    id: str = ""
    """The id of the initiative, where it is known without the key."""
    as_of: str = ""
    """The day of which it speaks, where that is not the day of the export."""
    blanks: list[Blank] = field(default_factory=list)
    """Its cells that say nothing."""


@dataclass(slots=True)
class Drafts:
    """What an export says, as far as it could be read."""

    names: KnownNames
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Every initiative by its folded key."""
    ignored: list[str] = field(default_factory=list)
    repairs: Repairs = field(default_factory=Repairs)
    faults: list[Issue] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Export:
    """An export with the mapping that says what it means."""

    read: ReadMapping
    mapping: MappingFile
    tables: Mapping[str, SourceTable]
    """Its tables by the names that the mapping gives them."""
    language: str
