"""The fixed keys of content; their labels are entries of the catalogue of words."""

from enum import StrEnum


class Basis(StrEnum):
    """Who says so: the Owner, the organization's own records, or editors from public sources."""

    REPORTED = "reported"
    OFFICIAL = "official"
    """Taken from a data set, register or memo of the organization, which is named as the source."""
    COMPILED = "compiled"


class Match(StrEnum):
    """Whether the source names the initiative or editors matched it."""

    NAMED = "named"
    INFERRED = "inferred"


class IdeaState(StrEnum):
    """What became of one idea; absent means nothing was found."""

    UNDER_WAY = "under_way"
    PARTLY_DONE = "partly_done"
    IN_PLACE = "in_place"
    ENDED = "ended"
    DROPPED = "dropped"

    @property
    def may_be_outdated(self) -> bool:
        """Tell whether it may be another one by now, though nobody says so."""
        return self not in {IdeaState.ENDED, IdeaState.DROPPED}


class HowProposed(StrEnum):
    """How an initiative came onto the record."""

    PROPOSED = "proposed"
    FIRST_SEEN = "first_seen"


class RoleKind(StrEnum):
    """The roles that an initiative has exactly once each, as far as the organization asks."""

    OWNER = "owner"
    SPONSOR = "sponsor"


class HeldBy(StrEnum):
    """What may hold a role."""

    POST = "post"
    UNIT = "unit"
    EITHER = "either"


class PartnerStanding(StrEnum):
    """How firm a partner is."""

    POSSIBLE = "possible"
    NAMED = "named"
    CONFIRMED = "confirmed"


class PartnerRole(StrEnum):
    """What a partner does."""

    PERFORMER = "performer"
    FUNDER = "funder"
    ADVISER = "adviser"
    BENEFICIARY = "beneficiary"
    DATA_PROVIDER = "data_provider"
    NOT_STATED = "not_stated"


class EventKind(StrEnum):
    """What a dated event is."""

    APPROVED = "approved"
    PLANNED = "planned"
    DESIGNED = "designed"
    PILOTED = "piloted"
    LAUNCHED = "launched"
    CHANGED = "changed"
    COMPLETED = "completed"
    REPORTED = "reported"
    RECOGNIZED = "recognized"
    REJECTED = "rejected"
    DECIDED_TO_END = "decided_to_end"
    DROPPED = "dropped"
    ENDED = "ended"


class LinkKind(StrEnum):
    """How one initiative relates to another."""

    DEPENDS_ON = "depends_on"
    RELATED = "related"
    TAKES_OVER = "takes_over"


class MeasureKind(StrEnum):
    """Place of a measure in the value chain."""

    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"
    EFFICIENCY = "efficiency"
    QUALITY = "quality"
    NOT_STATED = "not_stated"


class Direction(StrEnum):
    """Which way a measure is meant to go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN_AT_OR_ABOVE = "maintain_at_or_above"
    MAINTAIN_AT_OR_BELOW = "maintain_at_or_below"
    COMPLETE = "complete"
    RANGE = "range"
    NOT_STATED = "not_stated"


class Accumulation(StrEnum):
    """Whether points are levels, amounts per period, rates, or sums since a start."""

    LEVEL = "level"
    FLOW = "flow"
    RATE = "rate"
    CUMULATIVE = "cumulative"


class TargetStanding(StrEnum):
    """Whose a target is that the organization did not adopt."""

    PROPOSED = "proposed"
    OTHER_BODY = "other_body"
    EARLIER = "earlier"


class ActualState(StrEnum):
    """Whether an actual may still change."""

    PROVISIONAL = "provisional"
    FINAL = "final"
    NOT_STATED = "not_stated"


class StatedResult(StrEnum):
    """How something came out, as a source says that gives no number."""

    MET = "met"
    PARTIALLY_MET = "partially_met"
    NOT_MET = "not_met"


class Qualifier(StrEnum):
    """How exact the source is about a figure."""

    ABOUT = "about"
    ALMOST = "almost"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class MissingWhy(StrEnum):
    """Why a value is not there; never blank, never zero."""

    NOT_FOUND = "not_found"
    NOT_COLLECTED = "not_collected"
    NOT_YET_DUE = "not_yet_due"
    WITHHELD = "withheld"
    NOT_APPLICABLE = "not_applicable"
    NOT_STATED = "not_stated"


class FundingState(StrEnum):
    """How far money is committed."""

    REQUESTED = "requested"
    PLANNED = "planned"
    ADOPTED = "adopted"
    FORECAST = "forecast"
    SPENT = "spent"
    NOT_STATED = "not_stated"


class MilestoneKind(StrEnum):
    """What a milestone of the budget cycle is."""

    BUDGET = "budget"
    MID_CYCLE = "mid_cycle"
    ANNUAL_REPORT = "annual_report"
    COMPILATION = "compilation"


class Horizon(StrEnum):
    """In which work plan an initiative is."""

    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"


class EvaluationResult(StrEnum):
    """What the yearly evaluation found."""

    MET = "met"
    PARTIALLY_MET = "partially_met"
    NOT_MET = "not_met"
    FUTURE = "future"
    NOT_AVAILABLE = "not_available"


class Decision(StrEnum):
    """What follows from an evaluation."""

    CONTINUE = "continue"
    ADAPT = "adapt"
    SCALE = "scale"
    STOP = "stop"
    NOT_STATED = "not_stated"


class EditionKind(StrEnum):
    """Whether the organization published the edition or this site reconstructed it."""

    RECONSTRUCTED = "reconstructed"
    PUBLISHED = "published"


class EditionState(StrEnum):
    """Whether an edition may still change."""

    OPEN = "open"
    FROZEN = "frozen"


class UnitKind(StrEnum):
    """What part of the organization a unit is; each organization may call it by its own word."""

    MINISTRY = "ministry"
    DIRECTORATE = "directorate"
    DEPARTMENT = "department"
    AGENCY = "agency"
    BUREAU = "bureau"
    OFFICE = "office"
    DIVISION = "division"
    BRANCH = "branch"
    SECTION = "section"
    SERVICE = "service"
    TEAM = "team"
    BOARD = "board"
    COMMITTEE = "committee"
    COUNCIL = "council"
    COMMISSION = "commission"
    GROUP = "group"
    CONTRACT = "contract"
    COUNTY_SERVICE = "county_service"
    OTHER = "other"

    @property
    def plans_work(self) -> bool:
        """Tell whether a unit of the kind has work of its own to plan, and does not only decide."""
        return self not in _NO_WORK_PLAN


_NO_WORK_PLAN = frozenset(
    {
        *(UnitKind.BOARD, UnitKind.COMMITTEE, UnitKind.COUNCIL, UnitKind.COMMISSION),
        *(UnitKind.GROUP, UnitKind.CONTRACT, UnitKind.COUNTY_SERVICE, UnitKind.OTHER),
    }
)
