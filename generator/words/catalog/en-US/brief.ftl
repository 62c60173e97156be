### The brief for the governing body.

brief-title = Brief for the { -governing-body }: { $report }
brief-summary = What needs a decision.
brief-meeting = Meeting
brief-agenda-item = Agenda item

## What needs a decision.

brief-decisions-heading = What needs a decision
# What a status update asks for; `of` is who is asked, and `what` begins with a small letter.
brief-request = { $of }: { $what }, by { $by }.
brief-no-request = No status update asks for a decision.
# A list of requests follows.
brief-no-request-but = No status update asks for a decision. The gaps in the records suggest what the { -governing-body } could ask for:
brief-request-roles = Name who is responsible.
brief-request-updates = Ask for a status update.
brief-request-targets = Set targets.
brief-request-milestones = Set the next milestones.
brief-unknown-at-all = { $all ->
    [one] The only { -initiative } has no known { -owner } and no known { -sponsor }.
   *[other] None of the { $all } { -initiative(form: "other") } has a known { -owner } or { -sponsor }.
}
brief-unknown-both = Of { $all ->
    [one] one { -initiative }
   *[other] { $all } { -initiative(form: "other") }
}, { $owners } { $owners ->
    [one] has
   *[other] have
} no known { -owner }, and { $sponsors } { $sponsors ->
    [one] has
   *[other] have
} no known { -sponsor }.
brief-unknown-owner = Of { $all ->
    [one] one { -initiative }
   *[other] { $all } { -initiative(form: "other") }
}, { $count } { $count ->
    [one] has
   *[other] have
} no known { -owner }.
brief-unknown-sponsor = Of { $all ->
    [one] one { -initiative }
   *[other] { $all } { -initiative(form: "other") }
}, { $count } { $count ->
    [one] has
   *[other] have
} no known { -sponsor }.
brief-silent = No update was found for { $count } of { $all ->
    [one] one { -initiative } since it was first listed
   *[other] { $all } { -initiative(form: "other") } since they were first listed
}.
brief-no-target = { $count } of { $all ->
    [one] one measure has
   *[other] { $all } measures have
} no target, so nobody can say whether { $count ->
    [one] it was
   *[other] they were
} met.
brief-calendar-ended = The last budget cycle on record has ended, and no later milestone is known.

## Off track or at risk.

brief-trouble-heading = Off track or at risk
brief-trouble = { $count ->
    [one] One { -initiative } off track or at risk
   *[other] { $count } { -initiative(form: "other") } off track or at risk
}
brief-status = Status
brief-confidence = Confidence
brief-why = Why
brief-no-trouble = No { -initiative } is reported as off track or at risk.
brief-no-trouble-all-compiled = No { -initiative } is reported as off track or at risk. { $count ->
    [one] The only latest update was
   *[other] All { $count } latest updates were
} compiled by editors from public sources. Editors do not judge schedules; only those who are responsible could do so.
brief-no-trouble-compiled = No { -initiative } is reported as off track or at risk. Of { $all } latest updates, { $count } { $count ->
    [one] was
   *[other] were
} compiled by editors from public sources. Editors do not judge schedules; only those who are responsible could do so.

## What changed since the report before; `report` is its title, and `day` its date.

brief-targets-heading = Changed targets
brief-no-targets-since = No target has changed since { $report } ({ $day }).
brief-first-no-targets = This is the first report, so there are no earlier targets to compare with.
brief-ended-heading = Finished or ended
brief-no-ended-since = Nothing has finished or ended since { $report } ({ $day }).
brief-first-no-ended = This is the first report, so there is no earlier status to compare with.
brief-moved-heading = New, or status changed
brief-no-moved-since = Nothing is new and no status has changed since { $report } ({ $day }).
# What has finished or ended is in a list of its own before it.
brief-no-moved-since-but = Nothing else is new and no other status has changed since { $report } ({ $day }).

## Overdue updates.

brief-overdue-heading = Overdue updates
brief-overdue = Milestones with missing updates, newest first
brief-milestone = Milestone
brief-due = Due
brief-missing = Missing
brief-missing-of = { $count } of { $all }
brief-no-overdue = No update is overdue.
brief-no-overdue-yet = No update has been due so far.

## Vacancies.

brief-vacancies-heading = Vacancies
brief-vacancies = { $count ->
    [one] One { -initiative } with a known vacancy
   *[other] { $count } { -initiative(form: "other") } with a known vacancy
}
brief-not-named-at-all = No public source names the present { -owner } or { -sponsor } of any { -initiative }. The { -organization } may have named them without publishing it.
brief-not-named-both = No public source names the present { -owner } of { $owners } and the present { -sponsor } of { $sponsors } of { $all ->
    [one] one { -initiative }
   *[other] { $all } { -initiative(form: "other") }
}. The { -organization } may have named them without publishing it.
brief-not-named-owner = No public source names the present { -owner } of { $count } of { $all ->
    [one] one { -initiative }
   *[other] { $all } { -initiative(form: "other") }
}. The { -organization } may have named them without publishing it.
brief-not-named-sponsor = No public source names the present { -sponsor } of { $count } of { $all ->
    [one] one { -initiative }
   *[other] { $all } { -initiative(form: "other") }
}. The { -organization } may have named them without publishing it.
# By the roles that the organization asks for.
brief-no-vacancy-both = Every { -initiative } has a known { -owner } and a known { -sponsor }.
brief-no-vacancy-owner = Every { -initiative } has a known { -owner }.
brief-no-vacancy-sponsor = Every { -initiative } has a known { -sponsor }.

## What comes next.

brief-next-heading = What comes next
brief-next-rest = { $count ->
    [one] One more date is in the full report.
   *[other] { $count } more dates are in the full report.
}
brief-updates-due = Updates due: { $milestone }
brief-nothing-next = No later due date for updates is on record, and no open roadmap step with a later date.
brief-nothing-next-ended = No later due date for updates is on record, and no open roadmap step with a later date. The last budget cycle on record ended on { $day }.
brief-nothing-next-yet = No later due date for updates is on record, and no open roadmap step with a later date. The last budget cycle on record ends on { $day }.

## Nothing found.

brief-nothing-found-heading = No update found
brief-nothing-found = { $count ->
    [one] Nothing was found about one { -initiative } since it was first listed.
   *[other] Nothing was found about { $count } { -initiative(form: "other") } since they were first listed.
}
brief-only-related = { $count ->
    [one] What was found about one { -initiative } since it was first listed is related, but does not carry it out.
   *[other] What was found about { $count } { -initiative(form: "other") } since they were first listed is related, but does not carry them out.
}

## Lists that are cut, and where the rest is.

brief-first = { $caption }; the first { $count }
brief-rest = and { $count } more in the full report
brief-more-in-report = The full report, made from the same data, gives every { -initiative } and its status, what changed, and what is not known.
# Where nothing changed yet, or nothing is missing.
brief-more-in-report-all = The full report, made from the same data, gives every { -initiative }.
brief-more-all = { $report } gives the evidence. On the site: { $status }.
brief-more = { $report } gives the evidence. On the site: { $status }, { $changes }, { $unknown }.
    .report = The full report
    .status = every { -initiative } and its status
    .changes = what changed
    .unknown = what is not known

## Money: what costs more than was adopted or planned; absent where nothing can be compared.

brief-money-heading = Money
brief-money-none-over = No { -initiative } is over what was adopted or planned, where both are known.
brief-money = { $count ->
    [one] { $count } { -initiative } over what was adopted or planned
   *[other] { $count } cases over what was adopted or planned, the largest first
}
brief-money-what = Stage
brief-money-sum = Amount
brief-money-base = Adopted or planned
brief-money-over = More by
