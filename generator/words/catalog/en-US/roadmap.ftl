### The roadmap: every initiative on one axis of time, then by what is next, by plan, and by year.

roadmap-lead = Every { -initiative } on one axis of time, as of { $day }: the phase that each update gives, what happened, which steps were planned, and which of them were met.
roadmap-calendar-note = The last budget cycle that the sources show ended on { $day }. What was planned for later cycles is not known here, so nothing is listed under “{ roadmap-stage-next }.”
roadmap-areas-heading = By { -area }

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

## Stages: what each is called, and which initiatives are there.

roadmap-stage-now = Now
    .means = Work was under way when it was last reported; the date says when that was.
roadmap-stage-next = Next
    .means = Planned for the present budget or the next one.
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

## Fiscal years.

roadmap-years-heading = By fiscal year
# `year` is what the organization calls it, such as "2016-17".
roadmap-year = Fiscal year { $year }
roadmap-year-from = From { $day } on, by earliest possible day
roadmap-year-what = What happened, or is planned
