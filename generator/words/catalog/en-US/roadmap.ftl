### The roadmap: every initiative on one axis of time, then by what is next, by plan, and by year.

roadmap-lead = As of { $day }, { $coming ->
    [0] no planned date is still to come
    [one] one planned date is still to come
   *[other] { $coming } planned dates are still to come
}, and { $overdue ->
    [0] none is overdue
    [one] one is overdue
   *[other] { $overdue } are overdue
}.
roadmap-lead-none = As of { $day }, nothing is still to come: no open step, start, end, or milestone is on record.
roadmap-calendar-note = The last budget cycle that the sources show ended on { $day }. What was planned for later cycles is not known here.

## What comes next.

roadmap-next-heading = What comes next
roadmap-next-title = Roadmap: everything that comes next
roadmap-next = { $count ->
    [one] One date, overdue or still to come
   *[other] { $count } dates, overdue or still to come, in order of time
}
roadmap-next-shown = The first { $shown } of { $count } dates that are overdue or still to come
roadmap-next-all = All { $count } dates
roadmap-next-what = What
roadmap-next-step = Next step
roadmap-next-updates = { $count ->
    [one] 1 update expected
   *[other] { $count } updates expected
}
# `where` is a link to the milestones.
roadmap-next-missing = { $count ->
    [one] One update is missing
   *[other] { $count } updates are missing
} at { $where }.
    .where = milestones that have passed

## The drawing.

roadmap-areas-heading = { CAPITALIZED(-initiative(form: "other")) } over time
roadmap-drawing = The phase that each update gives, what happened, which steps were planned, and which of them were met.

## Parts of the drawing, which have pages of their own where all is too long for one.

roadmap-part = { $area }: { $first } to { $last } of { $count }
roadmap-part-title = Roadmap: { $part }

## The drawing as a table.

roadmap-drawn = { $area }: what the drawing shows
roadmap-drawn-listed = First listed
roadmap-drawn-phases = Phase in each update
roadmap-drawn-schedule = Schedule
roadmap-drawn-steps = Steps
roadmap-drawn-events = Events

roadmap-stages-heading = Now, next, and later
# In which years the newest evidence of their statuses is, as "2016" or "2016 to 2025".
roadmap-evidence = Evidence of their status dates from { $span }.

## Stages: what each is called, and which initiatives are there.

roadmap-stage-now = Now
    .means = Work was under way when it was last reported; the date says when that was.
roadmap-stage-next = Next
    .means = Planned for the present budget or the next one, or under way with a step still to come.
roadmap-stage-later = Later
    .means = Proposed or decided, with no date known.
roadmap-stage-done = Done
    .means = Finished, in operation, or stopped.
roadmap-stage-not_reported = Not reported
    .means = No update says how it stands.
roadmap-initiatives = { $count ->
    [one] { $stage }: 1 { -initiative }
   *[other] { $stage }: { $count } { -initiative(form: "other") }
}
roadmap-no-initiative = No { -initiative } is here.

## Years. `kind` says whether they are fiscal years, or those of the calendar.

roadmap-years-heading = { $kind ->
    [calendar] By year
   *[fiscal] By fiscal year
}
roadmap-years-text = What happened and what was planned in each { $kind ->
    [calendar] year
   *[fiscal] fiscal year
}, with sources.
# `year` is what the organization calls it, such as "2016-17".
roadmap-year = { $kind ->
    [calendar] { $year }
   *[fiscal] Fiscal year { $year }
}
roadmap-year-link = { $year } ({ $count })
roadmap-year-title = Roadmap: { $year }
roadmap-year-lede = { $count ->
    [one] One event or step
   *[other] { $count } events and steps
}, as of { $day }.
roadmap-before = Before
roadmap-after = After
roadmap-year-from = From { $day } on, by earliest possible day
roadmap-year-when = Date and { -initiative }
roadmap-year-what = What
