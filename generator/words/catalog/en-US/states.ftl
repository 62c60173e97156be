### What the fixed keys are called, everywhere the same, and what each means (`means`). A report may
### have its own words for any of them (vocabulary.yml).

# A state in an organization's own words that was given long ago.
-last-reported = Last reported: { $state }

## How an initiative stands. `last` is said where it was so when something was last found, two or more
## updates or whole budget cycles ago; behind it is the date.

states-status-proposed = Proposed
    .means = Put forward; no decision to start is known.
states-status-not_started = Not started
    .means = Decided or approved; work has not begun.
    .last = Last reported not started
states-status-under_way = Under way, schedule not known
    .means = A source shows work on it; nobody has compared it with a date to be met.
    .last = Last reported under way
states-status-on_track = On track
    .means = The next step is expected by its date, and all that was proposed is still planned.
    .last = Last reported on track
states-status-at_risk = At risk
    .means = The next step may be late or fall short; this can still be put right.
    .last = Last reported at risk
states-status-off_track = Off track
    .means = A step was missed or will be; this cannot be put right without help.
    .last = Last reported off track
states-status-paused = Paused
    .means = Stopped on purpose for a time, with a date to look at it again.
    .last = Last reported paused
states-status-completed = Completed
    .means = All that was proposed was delivered, and the date is known.
states-status-ongoing = In operation
    .means = Delivered and in use, or carried on as a regular service, with no end date.
    .last = Last reported in operation
states-status-ended = Delivered, later ended
    .means = Delivered and used, then stopped for good.
states-status-cancelled = Canceled
    .means = Stopped for good before it was delivered.
states-status-merged = Merged
    .means = Continues as part of another { -initiative }, which is named.
states-status-superseded = Replaced
    .means = Another { -initiative }, which is named, took its place.
states-status-not_reported = Not reported
    .means = No update says how it stands. This is counted, never guessed.

## Where in the innovation cycle an initiative is.

states-phase-investigation = Investigation
    .means = The need is being looked into; no way to meet it has been chosen.
states-phase-discovery = Discovery
    .means = Solutions are being worked out: a study, a plan, or a design is being made.
states-phase-implementation = Implementation
    .means = It is being tried, built, launched, or used.
states-phase-adaptation = Adaptation
    .means = It is in use and is being changed based on that use.
states-phase-closed = Closed
    .means = Work is over: it ended, was stopped, or continues under another name.
states-phase-not_assessed = Phase not known
    .means = No source shows where in the cycle it is.

## How likely it is that all will be delivered.

states-confidence-green = High confidence
    .means = All that was proposed looks likely to be delivered; no large problem threatens it.
states-confidence-amber = Some doubt
    .means = Delivery looks possible, but there are problems that need attention.
states-confidence-red = Low confidence
    .means = Delivery looks unlikely unless something changes; the report says what is needed, from whom, and by when.
states-confidence-not_assessed = No forecast
    .means = Nobody has published a forecast of whether all will be delivered.

## How recent the last update is.

states-freshness-current = Up to date
    .means = The last update covers every milestone that has passed.
states-freshness-due = Update due
    .means = Nothing has been missed, and it is time for the next update.
states-freshness-late = 1 update behind
    .means = One milestone has passed since the last update.
# Two or more; how many is not counted.
states-freshness-stale = 2 or more updates behind
    .means = Two or more times for an update have passed since the last one.
states-freshness-none = No update yet
    .means = At least one milestone has passed, and there has been no update at all.
states-freshness-not_due = No update needed
    .means = It is closed, or no milestone has come since it was proposed.
# Of one that is closed.
states-closed-no-update = Closed, no update needed
states-freshness-not_measurable = Not enough information
    .means = No milestone is known by which to tell whether an update is due.

## How what is planned is in time; worked out from the dates, beside the status.

states-timing-overdue = Overdue
    .means = The date for which it was planned has passed, and no record says that it came.
states-timing-behind = Behind schedule
    .means = It came, or is expected, later than first planned.
states-timing-on_time = On time
    .means = It came, or is expected, when it was first planned.
states-timing-ahead = Ahead of schedule
    .means = It came, or is expected, earlier than first planned.
states-timing-not_known = Timing not known
    .means = The records do not say whether it is on time.

## What became of an idea.

states-idea_state-under_way = Under way
    .means = A source shows work on the idea.
    .last = Last reported under way
states-idea_state-partly_done = Partly done
    .means = Part of the idea was delivered.
    .last = Last reported partly done
states-idea_state-in_place = In place
    .means = The idea was delivered and is in use, as far as sources show.
    .last = Last reported in place
states-idea_state-ended = Ended
    .means = The idea was delivered and used, then stopped.
states-idea_state-dropped = Dropped
    .means = The idea was turned down or given up before it was delivered.

## Other words that pages explain.

states-word-initiative = { CAPITALIZED(-initiative) }
    .means = One proposal that the report follows, at an address that never changes.
states-word-idea = Idea
    .means = One suggested way to put { -initiative(form: "indefinite") } into practice.
states-word-topic-area = { CAPITALIZED(-area) }
    .means = One of the groups into which the report sorts its { -initiative(form: "other") }.
states-word-goal = Goal
    .means = A lasting aim of the whole { -program } or of one { -area }.
states-word-owner = { CAPITALIZED(-owner) }
    .means = The one who runs { -initiative(form: "indefinite") } day to day.
states-word-sponsor = { CAPITALIZED(-sponsor) }
    .means = The one who is responsible for the success of { -initiative(form: "indefinite") } as a whole.
states-word-partner = Partner
    .means = A department, division, or outside organization that helps develop and carry out { -initiative(form: "indefinite") }.
states-word-possible-partner = Possible partner
    .means = A partner that a source suggests; whether it took part is not said there.
states-word-named-partner = Named partner
    .means = A partner that a source names as taking part.
states-word-confirmed-partner = Confirmed partner
    .means = A partner whose part a later source shows, for example by a contract or a joint event.
states-word-vacancy = Vacancy
    .means = A role that nobody is known to hold. It is written down and counted, never left empty.
states-word-unassigned = Unassigned
    .means = It is known that nobody holds the role.
states-word-not-named = Not named in public sources
    .means = No source names who holds the role. There may be someone.
states-word-phase = Phase
    .means = Where { -initiative(form: "indefinite") } is in the innovation cycle.
states-word-status = Status
    .means = How { -initiative(form: "indefinite") } stands now, and whether it will reach its next step.
states-word-confidence = Confidence
    .means = A forecast of whether all that was proposed will be delivered, with who made it and why.
states-word-freshness = Last update
    .means = How the last update compares with the milestones at which updates are due. It is worked out, never typed in.
states-word-budget-cycle = Budget cycle
    .means = The fiscal years for which one budget is adopted.
states-word-milestone = Milestone
    .means = A time at which the status of every { -initiative } is to be updated, such as a new budget or an annual report.
states-word-update = Status update
    .means = A statement of how one { -initiative } stood at one milestone.
states-word-event = Event
    .means = Something that happened, with its date and its source.
states-word-edition = Edition
    .means = The report as it was on one date. A frozen edition is never rewritten.
states-word-reconstructed = Reconstructed
    .means = Put together later, from public sources, by the editors of this site. It is not a document that the { -organization } published.
states-word-as-of = As of
    .means = The date on which what is shown was true, as far as sources tell.
states-word-recorded = Recorded
    .means = The day on which a record was entered here, which may be long after it was true.
states-word-learned-later = Learned later
    .means = Something about an earlier time that was entered after the edition of that time.
states-word-basis = Basis
    .means = Who says so: those responsible, records of the { -organization }, or the editors of this site.
states-word-reported = Reported
    .means = Stated by those who are responsible for the { -initiative }.
states-word-official = Official
    .means = Taken from records of the { -organization } itself, which are named as the source.
states-word-compiled = Compiled
    .means = Worked out by the editors of this site from public sources, with a reason.
states-word-match = Match
    .means = How a piece of news was tied to { -initiative(form: "indefinite") }.
states-word-named = Named
    .means = The source itself names the { -initiative }.
states-word-inferred = Matched by editors
    .means = The source describes the matter; that it belongs to this { -initiative } is the editors’ reading.
states-word-placed-by-editors = Date placed by editors
    .means = The source gives no date. The editors placed it, and the entry of the source says why.
states-word-measure = Measure
    .means = A figure that is followed over time to show progress.
states-word-baseline = Baseline
    .means = The newest figure at or before the time when the { -initiative } was proposed.
states-word-target = Target
    .means = A value to be reached. A changed target is added with a reason; the old one stays.
states-word-actual = Actual
    .means = A measured value, with its period and its source.
states-word-finding = Finding
    .means = A single comparison that a source makes; it is not followed over time.
states-word-evaluation = Evaluation
    .means = The yearly look at progress toward the goals.
states-word-discrepancy = Discrepancy
    .means = A point on which sources disagree. All values are shown.
states-word-not-found = Not found
    .means = The available sources do not give it.
states-word-not-collected = Not collected
    .means = Nobody gathers this figure.
states-word-not-yet-due = Not yet due
    .means = Its time has not come.
states-word-withheld = Withheld
    .means = It exists and is not published.
states-word-not-applicable = Not applicable
    .means = It has no meaning here.
states-word-not-stated = Not stated
    .means = The source speaks of the matter and leaves this open.
