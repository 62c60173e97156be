### Timelines: an initiative's phases, steps and events along an axis of time.

## What a point of a timeline is; parts of the lists below, and of tables.

timeline-entry-proposed = proposed { $date }
# The initiative was found in a source on that date; when it was proposed is not known.
timeline-entry-first_seen = first seen { $date }
# A phase or a status, and the date of the update that gives it.
timeline-state = { $state }, { $date }
# The next update was due then, and did not come.
timeline-state-until = { $state }, { $date } (not known after { $until })
# An update's status and its phase with the date.
timeline-status-and-phase = { $status }; phase: { $phase }
timeline-planned-step = “{ $step }” first planned for { $date }
timeline-step-scheduled = moved to { $date }
timeline-step-met = met, { $date }
timeline-step-partially_met = partly met, { $date }
timeline-step-not_met = not met, { $date }
timeline-step-in_progress = begun { $date }
timeline-step-dropped = dropped { $date }
timeline-step-forecast = expected { $date }

## What is read out to those who do not see the drawing; lists with semicolons are inside.

timeline-phase-title = Phase from update to update
timeline-status-title = Status in each update
timeline-events-title = Events
timeline-entry = First listed: { $entry }.
timeline-phases = Phase in each update: { $phases }.
timeline-statuses = Status in each update: { $statuses }.
timeline-no-update = No update was found.
timeline-no-later-update = No later update was found up to { $day }.
timeline-steps = Steps: { $steps }.
# The dates of one step, whose title is the first word of the list.
timeline-step = { $dates }.
timeline-events = { $count ->
    [one] One event
   *[other] { $count } events
}: { $events }.
timeline-beyond = { $count ->
    [one] One date is
   *[other] { $count } dates are
} outside the drawing.

## The key: what shapes and lines mean.

timeline-key-ring = First listed
timeline-key-circle = Status update
timeline-key-tick = Event
timeline-key-planned = Step: first planned
timeline-key-moved = Step: moved to
timeline-key-onset = Start first planned
timeline-key-deadline = End first planned
timeline-key-expected = Step: forecast
timeline-key-begun = Step: begun
timeline-key-reached = Step: met
timeline-key-part = Step: partly met
timeline-key-missed = Step: not met
timeline-key-dropped = Step: dropped
timeline-key-unknown = Phase not known: no update, or none since the next was due

## What the upright lines mean. `start` is a day of every year, as "July 1".

timeline-note-fiscal = Each line is January 1; fiscal years, from { $start } on, are shaded by turns. Everything is shown as of the dashed line, { $day }.
timeline-note-fiscal-cycles = Each line is January 1; fiscal years, from { $start } on, are shaded by turns, and a heavier line is the start of a budget cycle. Everything is shown as of the dashed line, { $day }.
# Where fiscal years are years of the calendar.
timeline-note-calendar = Each line is January 1. Everything is shown as of the dashed line, { $day }.
timeline-note-calendar-cycles = Each line is January 1; a heavier line is also the start of a budget cycle. Everything is shown as of the dashed line, { $day }.
