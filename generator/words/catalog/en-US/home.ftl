### The front page.

home-title = Home
home-description = What was proposed, and what became of it.

home-headline = { $proposed ->
    [one] One { -initiative } was proposed
   *[other] { $proposed } { -initiative(form: "other") } were proposed
}{ $ideas ->
    [0] {""}
    [one] {","} with one idea
   *[other] {","} with { $ideas } ideas
} in { $areas ->
    [one] one { -area }
   *[other] { $areas } { -area(form: "other") }
}. This is what had been found about them by { $day }.
home-headline-joined = { $proposed ->
    [one] One { -initiative } was proposed
   *[other] { $proposed } { -initiative(form: "other") } were proposed
} and { $joined ->
    [one] one joined later
   *[other] { $joined } joined later
}{ $ideas ->
    [0] {""}
    [one] {","} with one idea
   *[other] {","} with { $ideas } ideas
} in { $areas ->
    [one] one { -area }
   *[other] { $areas } { -area(form: "other") }
}. This is what had been found about them by { $day }.

# Where nobody says when they were proposed.
home-headline-listed = { $count ->
    [one] One { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}{ $ideas ->
    [0] {""}
    [one] {","} with one idea
   *[other] {","} with { $ideas } ideas
} in { $areas ->
    [one] one { -area }
   *[other] { $areas } { -area(form: "other") }
}. This is what had been found about them by { $day }.

## How old what is known is. What is found of late is found since the newest full budget cycle began.

home-found-none = { $all ->
    [one] Nothing has been found about the one { -initiative } since it was proposed.
   *[other] Nothing has been found about any of the { $all } { -initiative(form: "other") } since they were proposed.
}
home-found-recent = Since { $since }, something was found about { $all ->
    [one] the one { -initiative }
   *[other] { $count } of { $all } { -initiative(form: "other") }
}.
home-found-earlier = { $all ->
    [one] Something was found about the one { -initiative } after it was proposed
   *[other] Something was found about { $count } of { $all } { -initiative(form: "other") } after they were proposed
}, but nothing since { $since }.
home-found-both = For { $count } of { $all } { -initiative(form: "other") }, something was found after they were proposed, but for only { $recent } of them since { $since }.
home-ideas-without = { $all ->
    [one] For the one idea, nothing was found after it was proposed.
   *[other] For { $count } of the { $all } ideas, nothing was found after they were proposed.
}
home-nothing-since = { $count ->
    [one] Nothing was found about one { -initiative } since it was first listed
   *[other] Nothing was found about { $count } { -initiative(form: "other") } since they were first listed
}, although updates were due.
home-nothing-since-related = { $count ->
    [one] Nothing was found about one { -initiative } since it was first listed
   *[other] Nothing was found about { $count } { -initiative(form: "other") } since they were first listed
}, although updates were due. What was found about { $related ->
    [one] one more is related, but does not carry it out
   *[other] { $related } more is related, but does not carry them out
}.
home-only-related = What was found about { $related ->
    [one] one { -initiative } since it was first listed is related, but does not carry it out
   *[other] { $related } { -initiative(form: "other") } since they were first listed is related, but does not carry them out
}, although updates were due.

home-where-heading = Where they stand
# The same place where nobody tells how they are doing.
home-held-heading = At a glance
home-without-owner = Without a named { -owner }
home-without-sponsor = Without a named { -sponsor }
home-without-idea = Ideas about which nothing was found after they were proposed
home-without-target = Measures without a target
home-share = { $part } of { $whole }
home-unknown-heading = What we do not know
home-unknown-more = All gaps and open questions

home-changed-since-heading = Since the report of { $year }
home-changed-more = Everything that changed
home-unchanged-since = No status was found to have changed since the report of { $year }.

home-due-heading = Due next
home-due-owed = updates are owed
home-due-none = No milestone after this day at which updates are due is known, so nothing can be called due.

home-topics-heading = By { -area }
home-topic = { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
home-statuses-heading = By status
home-lists-heading = One by one
home-questions-heading = By question
home-downloads-heading = Take it with you

## Ways on: what each is called, and what is there.

home-all = { $count ->
    [one] The one { -initiative }
   *[other] All { $count } { -initiative(form: "other") }
}
# Groups of one of the organization's own taxonomies.
home-groups = { $count ->
    [one] One group
   *[other] { $count } groups
} of { -initiative(form: "other") }.
home-all-means = One table to filter and search.
home-way-roadmap = Roadmap
    .means = Now, next, later, and done, by fiscal year.
home-way-ideas = Ideas
    .means = What was proposed in detail, and what was found about it.
home-way-responsibility = Who is responsible?
    .means = Who answers for which { -initiative }, and who takes part.
home-way-partners = Who takes part?
    .means = Partners, and in what.
home-way-changes = What changed between reports?
    .means = In sentences, with evidence.
home-way-money = What does it cost?
    .means = What is planned, adopted, and spent, as far as sources say.
home-way-goals = Were the goals reached?
    .means = Goals, and what serves and measures them.
home-way-doubts = Where do sources disagree?
    .means = Each value as given.
# Where nobody has goals.
home-way-measures = What is measured?
    .means = Baselines, targets, and the newest figures.
home-way-method = How do you know?
    .means = The words, the rules, and the sources.
home-way-editions = What did earlier reports say?
    .means = One page for each year.
home-way-data = Open data
    .means = Every record as CSV and JSON.
