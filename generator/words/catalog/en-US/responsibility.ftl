### Who is responsible: the two roles, what is due from whom, and everybody who is named.

# By the roles that the organization asks for.
responsibility-lead-both = Each { -initiative } should have one { -owner }, who runs it from day to day, and one { -sponsor }, who is responsible for its success. This page shows who held the two roles for { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
} on { $day }.
responsibility-lead-owner = Each { -initiative } should have one { -owner }, who runs it from day to day. This page shows who that was for { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
} on { $day }.
responsibility-lead-sponsor = Each { -initiative } should have one { -sponsor }, who is responsible for its success. This page shows who that was for { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
} on { $day }.
responsibility-lead-none = This page shows who takes part in { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}, as known on { $day }.

## Said first where no source names anybody.

responsibility-gap-both = No public source names the present { -owner } or { -sponsor } of any { -initiative }. That does not mean that there was none: the { -organization } may have named them without publishing it.
responsibility-gap-owner = No public source names the present { -owner } of any { -initiative }. That does not mean that there was none: the { -organization } may have named them without publishing it.
responsibility-gap-sponsor = No public source names the present { -sponsor } of any { -initiative }. That does not mean that there was none: the { -organization } may have named them without publishing it.

## For how many initiatives a role is held, and how it is not; parts of one list.

responsibility-count-held-post = { $count } held by a post
responsibility-count-held-unit = { $count } held by a unit
responsibility-count-held-either = { $count } held by a post or a unit
responsibility-count-vacant = { $count } vacant
responsibility-count-not-named = { $count } not named in public sources
responsibility-role = Role
responsibility-vacant = Vacant
responsibility-not-named = Not named
responsibility-initiatives = { CAPITALIZED(-initiative(form: "other")) }

## Updates.

responsibility-due-heading = Which updates are due, and from whom
responsibility-due = Updates are owed at each milestone. “Missing” means that an update was due and none covers it. “Expected” means that it is not due yet.
responsibility-by-milestone = By milestone
responsibility-by-milestone-link = Updates received at each milestone
responsibility-due-by-owner = Updates missing and expected, by { -owner }
responsibility-no-owner = No known { -owner }
# What fell due before today's Owner held the role.
responsibility-before-owner = Fell due before the present { -owner } took over
responsibility-missing = Missing
responsibility-expected = Expected

## Gaps.

# By the roles that the organization asks for.
responsibility-vacancies-heading-both = No known { -owner } or { -sponsor }
responsibility-vacancies-heading-owner = No known { -owner }
responsibility-vacancies-heading-sponsor = No known { -sponsor }
responsibility-vacancies-owner = { $count ->
    [one] One { -initiative } without a known { -owner }
   *[other] { $count } { -initiative(form: "other") } without a known { -owner }
}
responsibility-vacancies-sponsor = { $count ->
    [one] One { -initiative } without a known { -sponsor }
   *[other] { $count } { -initiative(form: "other") } without a known { -sponsor }
}
responsibility-vacancies-both = { $count ->
    [one] One { -initiative } without a known { -owner } or { -sponsor }
   *[other] { $count } { -initiative(form: "other") } without a known { -owner } or { -sponsor }
}
responsibility-open-since-owner = No known { -owner } since
responsibility-open-since-sponsor = No known { -sponsor } since
responsibility-no-vacancy-both = Every { -initiative } has a known { -owner } and a known { -sponsor }.
responsibility-no-vacancy-owner = Every { -initiative } has a known { -owner }.
responsibility-no-vacancy-sponsor = Every { -initiative } has a known { -sponsor }.
responsibility-earlier-gaps-heading = Gaps that have been closed
responsibility-earlier-gaps = { $count ->
    [one] One earlier gap
   *[other] { $count } earlier gaps
}
responsibility-gap = Gap
responsibility-since = Since
responsibility-until = Until
responsibility-not-stated = not stated

## Everybody who is named.

responsibility-units-heading = Departments, divisions, and other units
    .nav = Departments and other units
responsibility-units = { $count ->
    [one] One unit that sources name, with its { -initiative(form: "other") } today
   *[other] { $count } units that sources name, with their { -initiative(form: "other") } today
}
responsibility-units-most = Units with the most { -initiative(form: "other") }
responsibility-units-all = All { $count } units
responsibility-units-index-heading = Units and their { -initiative(form: "other") }
responsibility-units-lede = { $count ->
    [one] One unit of the { -organization } that sources name
   *[other] { $count } units of the { -organization } that sources name, from most to fewest { -initiative(form: "other") }
}.
# In front of a link to all of a kind.
responsibility-index = More
responsibility-unit = Unit
responsibility-belongs-to = part of { $unit }
responsibility-kind = Kind
responsibility-owner-of = { CAPITALIZED(-owner) } of
responsibility-sponsor-of = { CAPITALIZED(-sponsor) } of
responsibility-takes-part = Takes part in
responsibility-in-work-plans = In its work plans
# The sum of the columns before it, each initiative counted once.
responsibility-involved-in = { CAPITALIZED(-initiative(form: "other")) } in all
responsibility-posts-heading = Posts
responsibility-posts = { $count ->
    [one] One post that sources name, with its { -initiative(form: "other") } today
   *[other] { $count } posts that sources name, with their { -initiative(form: "other") } today
}
responsibility-posts-all = All { $count } posts
responsibility-posts-index-heading = Posts and their { -initiative(form: "other") }
responsibility-posts-lede = { $count ->
    [one] One post that sources name
   *[other] { $count } posts that sources name
}.
responsibility-post = Post
responsibility-partners-heading = Partners from outside the { -organization }
responsibility-partners = { $count ->
    [one] One partner, with the number of { -initiative(form: "other") } by how certain its part is
   *[other] { $count } partners, with the number of { -initiative(form: "other") } by how certain their part is
}
responsibility-partners-all = All { $count } partners
responsibility-partners-index-heading = Partners and their { -initiative(form: "other") }
responsibility-partners-lede = { $count ->
    [one] One partner that sources name
   *[other] { $count } partners that sources name
}.
responsibility-partner = Partner
responsibility-confirmed-in = Confirmed in
responsibility-named-in = Named in
responsibility-possible-in = Possible in
