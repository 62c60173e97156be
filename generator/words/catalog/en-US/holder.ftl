### Who is responsible: units, posts, and partners, each on a page of its own.

## The roles.

holder-roles-heading = Roles of its posts
holder-post-roles-heading = Roles

## What units and posts have today. Each is the beginning of a page.

holder-unit-lead = A unit of the { -organization }.
holder-post-lead = A post of the { -organization }.
# `by` is who holds the role: its posts, it itself, or also what is within it.
holder-unit-owner = Today, { $by ->
    [posts] its posts hold
    [itself] this unit holds
   *[within] this unit, with what is within it, holds
} the role of { -owner } for { $owned ->
    [one] one { -initiative }
   *[other] { $owned } { -initiative(form: "other") }
}.
holder-unit-sponsor = Today, { $by ->
    [posts] its posts hold
    [itself] this unit holds
   *[within] this unit, with what is within it, holds
} the role of { -sponsor } for { $sponsored ->
    [one] one { -initiative }
   *[other] { $sponsored } { -initiative(form: "other") }
}.
holder-unit-both = Today, { $by ->
    [posts] its posts hold
    [itself] this unit holds
   *[within] this unit, with what is within it, holds
} the role of { -owner } for { $owned ->
    [one] one { -initiative }
   *[other] { $owned } { -initiative(form: "other") }
} and the role of { -sponsor } for { $sponsored ->
    [one] one { -initiative }
   *[other] { $sponsored } { -initiative(form: "other") }
}.
# By the roles that the organization asks for; `by` is what may hold them.
holder-unit-none-both = As far as sources show, { $by ->
    [post] none of its posts is
    [unit] this unit is not
   *[either] neither this unit nor any of its posts is
} { -owner } or { -sponsor } of { -initiative(form: "indefinite") } today.
holder-unit-none-owner = As far as sources show, { $by ->
    [post] none of its posts is
    [unit] this unit is not
   *[either] neither this unit nor any of its posts is
} { -owner } of { -initiative(form: "indefinite") } today.
holder-unit-none-sponsor = As far as sources show, { $by ->
    [post] none of its posts is
    [unit] this unit is not
   *[either] neither this unit nor any of its posts is
} { -sponsor } of { -initiative(form: "indefinite") } today.
# `roles` is one of the sentences above.
holder-unit-takes-part = { $roles } Sources say that it takes part in { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}.
holder-post-owner = Today, this post holds the role of { -owner } for { $owned ->
    [one] one { -initiative }
   *[other] { $owned } { -initiative(form: "other") }
}.
holder-post-sponsor = Today, this post holds the role of { -sponsor } for { $sponsored ->
    [one] one { -initiative }
   *[other] { $sponsored } { -initiative(form: "other") }
}.
holder-post-both = Today, this post holds the role of { -owner } for { $owned ->
    [one] one { -initiative }
   *[other] { $owned } { -initiative(form: "other") }
} and the role of { -sponsor } for { $sponsored ->
    [one] one { -initiative }
   *[other] { $sponsored } { -initiative(form: "other") }
}.
holder-post-none-both = As far as sources show, this post is neither { -owner } nor { -sponsor } of { -initiative(form: "indefinite") } today.
holder-post-none-owner = As far as sources show, this post is not { -owner } of { -initiative(form: "indefinite") } today.
holder-post-none-sponsor = As far as sources show, this post is not { -sponsor } of { -initiative(form: "indefinite") } today.
holder-partner-lead = A partner from outside the { -organization }, in { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}.
# Whether it took part is not known.
holder-partner-lead-possible = A possible partner from outside the { -organization }, suggested for { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}.
holder-partner-lead-none = An organization outside the { -organization }; no { -initiative } listed on this date names it as a partner.

## Facts about a unit or a post.

holder-kind = Kind
holder-part-of = Part of
holder-head = Head
holder-posts = Posts
holder-within = Units within it
holder-also-named = Other names
holder-functions = What it does
holder-held-by = Held by
holder-unit = Unit
holder-heads = Head of
holder-seen = Found in sources
holder-not-stated = Not stated

## Sections of a page.

holder-due-heading = Updates due
# What fell due before its time is missing from the initiative, not from it.
holder-due-none = No update that fell due in its time as { -owner } is missing, and none is expected.
holder-due-no-owner = It is not the { -owner } of any { -initiative } today, so it owes no update.
holder-asked-heading = What it is asked to do
holder-partner-heading = { CAPITALIZED(-initiative(form: "other")) } for which sources name it
holder-partner-none = No { -initiative } in this report names it as a partner.
holder-support-heading = { CAPITALIZED(-initiative(form: "other")) } that it supports
holder-reported-heading = Updates that it gave

# `cycle` is a budget cycle, such as "FY2018-20".
holder-work-plan-heading = Work plan for { $cycle }
holder-next-work-plan-heading = Next work plan
holder-next-cycle = The next budget cycle runs from { $begins } to { $ends }.
holder-no-cycle = No budget cycle is known from the sources.
holder-last-cycle-ended = The last budget cycle that the sources show, { $cycle }, ended on { $ends }; none after it is on record yet.
holder-last-cycle-ends = The last budget cycle that the sources show, { $cycle }, ends on { $ends }; none after it is on record yet.
holder-work-plan-none = The sources give no work plan for this unit.
holder-work-plan-none-then = The sources give no work plan of this unit for that cycle.
holder-work-plans-heading = Work plans by cycle
holder-work-plans-heading-years = Work plans by year

## Tables: their captions and columns.

holder-roles = { $count ->
    [one] One entry
   *[other] { $count } entries
}, current roles first
holder-updates-due = { $count ->
    [one] One update that is missing or expected
   *[other] { $count } updates that are missing or expected
}
holder-requests = { $count ->
    [one] One request
   *[other] { $count } requests
}
holder-updates = { $count ->
    [one] One update
   *[other] { $count } updates
}
holder-parts = { $count ->
    [one] One { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
# What a partner was named as before, and since when.
holder-part-before = Before: { $standing }, since { $date }
holder-entries = { $count ->
    [one] One entry
   *[other] { $count } entries
}
holder-role = Role
holder-post = Post
holder-since = Since
holder-until = Until
holder-until-today = today
holder-until-not-stated = not stated
holder-status = Status
holder-milestone = Milestone
holder-between-milestones = Between milestones
holder-due = Due
holder-update = Update
holder-update-of = Update of { $date }
holder-asked = Request
holder-asked-by = By
holder-asked-where = Where
# What somebody typed, where it begins a line.
holder-sentence = { CAPITALIZED($text) }
holder-status-given = Status given
holder-as-of = As of
holder-standing = How certain
holder-helps-with = Helps with
holder-cycle = Budget cycle
holder-year = Fiscal year
holder-cycle-current = current
holder-cycle-next = next
holder-horizon = Horizon
holder-priority = Priority
holder-priority-not-stated = not stated
holder-entered = Entered

## What became of the update that an initiative owes at a milestone.

holder-obligation-came = Received
holder-obligation-covered = Covered by another update
holder-obligation-missing = Missing
holder-obligation-expected = Expected
holder-obligation-released = Closed, no update needed
holder-obligation-not_owed = No update needed
