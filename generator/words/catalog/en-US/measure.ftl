### Measures: what their figures say, every figure, targets, and what is not known of them.

## What the figures of a measure, or of one series of it, say. `first`, `last`, and `figure` have
## their dates with them, as "4.4 (2013)".

measure-at = { $figure } ({ $date })
measure-between = between { $low } and { $high }
measure-single = The figure for { $date } is { $figure }.
# Several figures that cannot be compared.
measure-several = The figures are { $figures }.
measure-trend-rose = The figure rose from { $first } to { $last }.
measure-trend-fell = The figure fell from { $first } to { $last }.
# A sum since a start.
measure-grew = The total grew from { $first } to { $last }.
measure-trend-same = The first and the last figure are the same: { $first } and { $last }.
# The figures are too vague to say more.
measure-trend-untold = The first figure is { $first }, and the last is { $last }.
# `said` is one of the sentences above.
measure-of-series = { $series }: { $said }
measure-highest-between = In between, the highest figure was { $highest }.
measure-lowest-between = In between, the lowest figure was { $lowest }.
measure-highest-and-lowest-between = In between, the highest figure was { $highest } and the lowest was { $lowest }.
measure-partial-not-compared = { $count ->
    [one] { $figures } is not compared: its period is not complete.
   *[other] { $figures } are not compared: their periods are not complete.
}
measure-unlike-not-compared = { $count ->
    [one] { $figures } is not compared: its time span differs from that of the other figures.
   *[other] { $figures } are not compared: their time spans differ from that of the other figures.
}
measure-target = Target: { $figure }.
measure-target-of-series = Target for { $series }: { $figure }.
# Targets that are shown and not judged.
measure-not-adopted-proposed = Proposed as a target, not known to be adopted: { $figure }.
measure-not-adopted-other_body = Another body’s own target: { $figure }.
measure-not-adopted-earlier = Target from before: { $figure }.
measure-target-due = { $figure } by { $date }

## What a measure is.

measure-kind = Kind of measure
measure-character = { $kind }; { $direction }
measure-kind-input = Input
measure-kind-output = Output
measure-kind-outcome = Outcome
measure-kind-efficiency = Efficiency
measure-kind-quality = Quality
measure-kind-not_stated = Kind not stated
measure-direction-increase = should rise
measure-direction-decrease = should fall
measure-direction-maintain_at_or_above = should stay at or above its target
measure-direction-maintain_at_or_below = should stay at or below its target
measure-direction-complete = should be completed
measure-direction-range = should stay within a range
measure-direction-not_stated = direction not stated
# Who says which kind and direction a measure has; `reason` is a sentence of the record.
measure-classified-reported = As reported: { $reason }
measure-classified-official = By records of the { -organization }: { $reason }
measure-classified-compiled = Set by the editors: { $reason }
measure-unit = Unit
measure-adds-level = a level at one point in time
measure-adds-flow = an amount per period
measure-adds-rate = a rate, for whatever time it is given
measure-adds-cumulative = a total since the start
measure-goals = Goals it belongs to
measure-unknown = What is not known
measure-gap-baseline = Baseline: { $gap }
measure-gap-target = Target: { $gap }
measure-no-target = Target: none is given.

## Every figure of a measure.

measure-no-figure = No figure was found.
measure-figures = { $measure }: every figure that the sources give
measure-date = When
measure-what = What
measure-figure-in = Figure ({ $unit })
measure-remarks = Remarks
measure-measured = Measured
measure-baseline = Baseline
# The point that is also the baseline; `what` is "Measured" or the name of a series.
measure-point-and-baseline = { $what } (baseline)
measure-partial-period = partial period
measure-state-provisional = provisional
measure-state-final = final
measure-reported = reported { $date }
# Of a figure in an edition, whose source appeared only after the time of the edition.
measure-reported-later = reported later, { $date }
measure-also-given = also given as { $figure }
measure-by = by { $date }
measure-no-due-date = no due date given
measure-target-name = Target
measure-target-name-proposed = Proposed target, not adopted
measure-target-name-other_body = Another body’s own target
measure-target-name-earlier = Target from before
measure-earlier-target = Earlier target, since replaced
measure-set = Set { $date }

## Comparisons that were made only once.

measure-findings = One-time comparisons
measure-finding = Finding
measure-value = Value
measure-scope = Scope
measure-compares = What it compares
measure-finding-reported = Reported

## All measures.

measure-list = Measures
measure-list-lede = { $count ->
    [one] One measure
   *[other] { $count } measures
} as of { $day }; { $targets ->
    [0] none has
    [one] one has
   *[other] { $targets } have
} an adopted target.
# `results` is a list of what follows.
measure-list-told = Of { $lines ->
    [one] one data series
   *[other] { $lines } data series
}, { $results }.
measure-told-met = { $count } met { $count ->
    [one] its
   *[other] their
} target
measure-told-partially_met = { $count } partly met { $count ->
    [one] its
   *[other] their
} target
measure-told-not_met = { $count } missed { $count ->
    [one] its
   *[other] their
} target
measure-told-cannot_be_told = { $count ->
    [one] 1 has
   *[other] { $count } have
} a target but not enough information
measure-told-not_judged = { $count ->
    [one] 1 is
   *[other] { $count } are
} not judged
measure-told-without = { $count ->
    [one] 1 has
   *[other] { $count } have
} no target
measure-group-met = Target met
measure-group-partially_met = Target partly met
measure-group-not_met = Target missed
measure-group-cannot_be_told = With a target, but not enough information
measure-group-not_judged = Not judged
measure-list-no-target = No target: { $area }
# The caption of a table, $subject is the heading above it.
measure-list-lines = { $count ->
    [one] { $subject } (one data series)
   *[other] { $subject } ({ $count } data series)
}
measure-list-goals = Goals
measure-list-goals-link = All goals and their results
measure-list-none-heading = Without any measure
measure-list-none = No source gives a measure for { $areas }, or for { -initiative(form: "other") } there.
