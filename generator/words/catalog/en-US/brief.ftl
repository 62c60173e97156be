### The brief for the governing body.

brief-title = Brief for the { -governing-body }: { $report }
brief-summary = What to decide, what needs attention, and what it costs.
brief-meeting = Meeting
brief-agenda-item = Agenda item

## The recommended action.

brief-action-heading = Recommended action
# A list of requests follows.
brief-motion = { $name } { $count ->
    [one] Move to act on this request by its date, and direct staff to report back.
   *[other] Move to act on these requests by their dates, and direct staff to report back on each.
}
    .name = Draft motion.
# A list of what is missing follows, each item as something to be done.
brief-gaps = The gaps in the records suggest directing staff to:
# The same, after a draft motion.
brief-gaps-too = The gaps in the records also suggest directing staff to:
brief-gap-roles = Name who is responsible.
brief-gap-updates = Post status updates.
brief-gap-targets = Set targets.
brief-gap-milestones = Set the next milestones.
# After one of the four below, where no public source names those responsible.
brief-may-be-named = Some may be named but not published.
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

## What needs attention, and who must do what by when.

brief-attention-heading = What needs attention
brief-deadlines-heading = Who must do what by when
brief-deadlines-rest = { $count ->
    [one] One more date is in the full report.
   *[other] { $count } more dates are in the full report.
}
# A date in front of what is to be done by it.
brief-overdue = { CAPITALIZED($day) }, overdue
# Who must do it, in front of what is to be done.
brief-owners = { CAPITALIZED(-owner(form: "other")) }
brief-owner-vacant = { CAPITALIZED(-owner) } (vacant)
brief-owner-not-named = { CAPITALIZED(-owner) } (not named)
# `milestone` is a title; `count` of `all` updates.
brief-updates-missing = updates for { $milestone }, { $count } of { $all } missing
brief-updates-due = updates for { $milestone }

## What changed since the report before; `report` is its title, and `day` its date.

brief-changes-heading = What changed
# A list with the status of each follows.
brief-moved = { $count ->
    [one] One { -initiative } is new or has another status since { $report } ({ $day })
   *[other] { $count } { -initiative(form: "other") } are new or have another status since { $report } ({ $day })
}

## Of what there is none, in one line: a list of the phrases below it.

brief-none = Not on record: { $what }.
brief-none-requests = requests for a decision
brief-none-trouble = { -initiative(form: "other") } off track or at risk
# `count` of `all` latest updates.
brief-none-trouble-compiled = { -initiative(form: "other") } off track or at risk (editors, who do not judge schedules, compiled { $count } of { $all } latest updates)
brief-none-late = planned dates that were missed
brief-none-moved = new { -initiative(form: "other") } or changed statuses
brief-none-targets = changed targets
brief-none-overdue = overdue updates
brief-none-vacancies = vacancies
brief-none-coming = later due dates
brief-none-contact = a contact for questions
brief-first-report = This is the first report, so there is no earlier one to compare with.

## Lists that are cut, and where the rest is.

brief-first = { $caption }; the first { $count }
brief-rest = and { $count } more in the full report
# Whom to ask; `address` is a link.
brief-contact = Questions: { $who }, { $address }.
brief-more-in-report = The full report, made from the same data, gives every { -initiative } and its status, what changed, and what is not known.
# Where nothing changed yet, or nothing is missing.
brief-more-in-report-all = The full report, made from the same data, gives every { -initiative }.
brief-more-all = { $report } gives the evidence. On the site: { $status }.
brief-more = { $report } gives the evidence. On the site: { $status }, { $changes }, { $unknown }.
    .report = The full report
    .status = every { -initiative } and its status
    .changes = what changed
    .unknown = what is not known
