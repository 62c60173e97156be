"""The states of an initiative: one row for each, with all that depends on it.

Keys are fixed; their labels and meanings are entries of the catalogue of words. Within an axis no
two states share an outline, so that they stay apart in gray and on paper.
"""

from enum import Enum, Flag, StrEnum, auto
from typing import Literal, Self, TypeAlias

Tone: TypeAlias = Literal["ink", "quiet", "blue", "amber", "green", "violet", "red"]
"""A color by its role; style sheets and documents say which it is."""


class Group(Enum):
    """Where the roadmap shows a status; what waits is next or later, by its plans."""

    NOW = "now"
    WAITING = "waiting"
    DONE = "done"
    NOT_REPORTED = "not_reported"


class Trait(Flag):
    """What a status or a confidence asks of an update, and how it is treated."""

    NONE = 0
    REASON = auto()
    """The update says why."""
    ASK = auto()
    """The update says what is needed, from whom, by when."""
    DAY = auto()
    """The update says on which day it was so."""
    SUCCESSOR = auto()
    """The update names the initiative in which this one continues."""
    SOURCE_WORD = auto()
    """Editors may give it only where a source uses such a word."""
    INITIAL = auto()
    """An initiative may come onto the record with it."""
    DELIVERED = auto()
    """What was proposed was put into practice, whatever became of it later."""
    TROUBLE = auto()
    """The council brief lists the initiative by name."""


class State(StrEnum):
    """A state of one axis, with its word in addresses and the outline and tone that show it."""

    slug: str
    """Its word in addresses: chosen once, in every language, and never after a label again."""
    shape: str
    tone: Tone

    def __new__(cls, key: str, *_row: object) -> Self:
        """Return the state with a key, whatever else its row says."""
        state = str.__new__(cls, key)
        state._value_ = key
        return state

    # Defaults are for look-ups such as Status("ended"), which type checkers take for a row.
    def __init__(self, _key: str, slug: str = "", shape: str = "", tone: Tone = "quiet") -> None:
        self.slug, self.shape, self.tone = slug, shape, tone

    @property
    def axis(self) -> str:
        """Return the name of its axis, as the vocabulary and addresses write it."""
        return type(self).__name__.lower()

    @property
    def former_slug(self) -> str:
        """Return its word in addresses of earlier versions, if it was another; else nothing."""
        former = self.value.replace("_", "-")
        return "" if former == self.slug else former


class Status(State):
    """The state of an initiative now, and on the way to its next milestone."""

    group: Group
    traits: Trait
    leads_to: tuple[str, ...] | None
    """The only statuses that may follow it without a reason and a source; None for any."""

    def __init__(  # noqa: PLR0913, PLR0917 - a row of the table below
        self,
        key: str,
        slug: str = "",
        shape: str = "",
        tone: Tone = "quiet",
        group: Group = Group.NOT_REPORTED,
        traits: Trait = Trait.NONE,
        leads_to: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__(key, slug, shape, tone)
        self.group, self.traits, self.leads_to = group, traits, leads_to

    PROPOSED = "proposed", "proposed", "dots", "quiet", Group.WAITING, Trait.INITIAL
    NOT_STARTED = "not_started", "not-started", "ring", "quiet", Group.WAITING
    UNDER_WAY = "under_way", "under-way", "half", "blue", Group.NOW, Trait.INITIAL
    ON_TRACK = "on_track", "on-track", "arrow", "green", Group.NOW, Trait.SOURCE_WORD
    AT_RISK = (
        *("at_risk", "at-risk", "triangle", "amber", Group.NOW),
        Trait.REASON | Trait.SOURCE_WORD | Trait.TROUBLE,
    )
    OFF_TRACK = (
        *("off_track", "off-track", "octagon", "red", Group.NOW),
        Trait.REASON | Trait.ASK | Trait.SOURCE_WORD | Trait.TROUBLE,
    )
    PAUSED = "paused", "paused", "bars", "violet", Group.NOW, Trait.REASON | Trait.SOURCE_WORD
    COMPLETED = (
        *("completed", "completed", "check", "green", Group.DONE),
        *(Trait.DAY | Trait.DELIVERED, ("ongoing", "ended")),
    )
    ONGOING = "ongoing", "in-operation", "target", "green", Group.DONE, Trait.DELIVERED
    ENDED = (
        *("ended", "ended", "square", "ink", Group.DONE),
        *(Trait.REASON | Trait.DAY | Trait.DELIVERED, ()),
    )
    CANCELLED = "cancelled", "canceled", "cross", "red", Group.DONE, Trait.REASON | Trait.DAY, ()
    MERGED = "merged", "merged", "merge", "quiet", Group.DONE, Trait.SUCCESSOR, ()
    SUPERSEDED = "superseded", "replaced", "steps", "quiet", Group.DONE, Trait.SUCCESSOR, ()
    NOT_REPORTED = "not_reported", "not-reported", "dash", "quiet", Group.NOT_REPORTED
    """Derived where no update says; refused in content."""

    @property
    def is_closed(self) -> bool:
        """Tell whether no update is owed any more."""
        return self.leads_to is not None

    @property
    def may_be_outdated(self) -> bool:
        """Tell whether it may be another one by now, though nobody says so."""
        return not self.is_closed and self not in {Status.PROPOSED, Status.NOT_REPORTED}

    @property
    def is_final(self) -> bool:
        """Tell whether leaving it takes a reason and a source."""
        return self.leads_to == ()

    @property
    def has_stopped(self) -> bool:
        """Tell whether it is over for good and goes on nowhere else."""
        return self.is_final and Trait.SUCCESSOR not in self.traits

    def may_follow(self, before: "Status") -> bool:
        """Tell whether it may come after another status, or go on."""
        if self is before:
            return True
        if before.leads_to is not None:
            return self.value in before.leads_to
        return self not in {Status.PROPOSED, Status.NOT_REPORTED}


REPORTED = tuple(status for status in Status if status is not Status.NOT_REPORTED)
"""The statuses that somebody may give."""

INITIAL = tuple(status for status in Status if Trait.INITIAL in status.traits)
"""The statuses with which an initiative may come onto the record."""


class Phase(State):
    """Where in the innovation cycle."""

    filled: int | None
    """How many quarters of a drawn bar it fills; None where nothing is drawn."""

    def __init__(
        self,
        key: str,
        slug: str = "",
        shape: str = "",
        tone: Tone = "quiet",
        filled: int | None = None,
    ) -> None:
        super().__init__(key, slug, shape, tone)
        self.filled = filled

    @property
    def mark(self) -> str:
        """Return what stands for an update with this phase in drawings."""
        return f"phase-{self}"

    INVESTIGATION = "investigation", "investigation", "quarter", "blue", 1
    DISCOVERY = "discovery", "discovery", "half", "blue", 2
    IMPLEMENTATION = "implementation", "implementation", "most", "blue", 3
    ADAPTATION = "adaptation", "adaptation", "disc", "blue", 4
    CLOSED = "closed", "closed", "square", "quiet"
    NOT_ASSESSED = "not_assessed", "not-known", "dash", "quiet"


class Confidence(State):
    """A forecast of whether all that was proposed will be delivered."""

    traits: Trait

    def __init__(
        self,
        key: str,
        slug: str = "",
        shape: str = "",
        tone: Tone = "quiet",
        traits: Trait = Trait.NONE,
    ) -> None:
        super().__init__(key, slug, shape, tone)
        self.traits = traits

    GREEN = "green", "high", "disc", "green", Trait.REASON
    AMBER = "amber", "some-doubt", "triangle", "amber", Trait.REASON
    RED = "red", "low", "octagon", "red", Trait.REASON | Trait.ASK
    NOT_ASSESSED = "not_assessed", "no-forecast", "dash", "quiet"


class Freshness(State):
    """How the last update compares with the milestones; derived, never typed in."""

    CURRENT = "current", "up-to-date", "check", "green"
    DUE = "due", "due", "clock", "blue"
    LATE = "late", "one-behind", "hollow", "amber"
    STALE = "stale", "two-or-more-behind", "wedge", "red"
    NONE = "none", "no-update-yet", "box", "quiet"
    NOT_DUE = "not_due", "no-update-needed", "dash", "quiet"
    NOT_MEASURABLE = "not_measurable", "not-enough-information", "wave", "quiet"


AXES: dict[str, type[State]] = {
    kind.__name__.lower(): kind for kind in (Status, Phase, Confidence, Freshness)
}
"""The axes on which an initiative has one state each, in the order in which they are shown."""


class Timing(State):
    """How what is planned is in time as of a day; derived, never typed in, and no status by itself.

    It compares with the date that was planned first, so that no new plan hides a delay.
    """

    OVERDUE = "overdue", "overdue", "clock", "red"
    """The date planned last has passed, to its last possible day, and nothing came."""
    BEHIND = "behind", "behind-schedule", "hollow", "amber"
    """It came, or is expected, later than first planned."""
    ON_TIME = "on_time", "on-time", "check", "green"
    AHEAD = "ahead", "ahead-of-schedule", "steps", "green"
    NOT_KNOWN = "not_known", "timing-not-known", "dash", "quiet"

    @property
    def is_late(self) -> bool:
        """Tell whether it is something that exceptions name."""
        return self in {Timing.OVERDUE, Timing.BEHIND}


SIGNALS: dict[str, type[State]] = {**AXES, "timing": Timing}
"""Every kind of state that is shown by a signal, beside the axes that each initiative has."""


class RoadmapState(StrEnum):
    """How far a roadmap milestone is; the words of OCDS, and one for what was begun or dropped."""

    mark: str
    """What stands for it in drawings."""

    def __new__(cls, key: str, mark: str = "") -> Self:
        """Return the state with a key and a mark."""
        state = str.__new__(cls, key)
        state._value_, state.mark = key, mark
        return state

    SCHEDULED = "scheduled", "moved"
    IN_PROGRESS = "in_progress", "begun"
    MET = "met", "reached"
    PARTIALLY_MET = "partially_met", "part"
    NOT_MET = "not_met", "missed"
    DROPPED = "dropped", "dropped"

    @property
    def is_outcome(self) -> bool:
        """Tell whether a milestone may end with it."""
        return self not in {RoadmapState.SCHEDULED, RoadmapState.IN_PROGRESS}

    @property
    def is_reached(self) -> bool:
        """Tell whether a milestone came with it, in whole or in part."""
        return self in {RoadmapState.MET, RoadmapState.PARTIALLY_MET}
