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

## What became of them, in one sentence: how many came to what. Each part counts some of `all`.

home-verdict = { $all ->
    [one] As of { $day }, there is one { -initiative }: { $parts }.
   *[other] As of { $day }, of { $all } { -initiative(form: "other") }, { $parts }.
}
home-verdict-delivered = { $all ->
    [one] it was delivered or put into operation
   *[other] { $count ->
        [one] one was delivered or put into operation
       *[other] { $count } were delivered or put into operation
    }
}
home-verdict-stopped = { $all ->
    [one] it was stopped or taken into another
   *[other] { $count ->
        [one] one was stopped or taken into another
       *[other] { $count } were stopped or taken into others
    }
}
home-verdict-under-way = { $all ->
    [one] it is under way
   *[other] { $count ->
        [one] one is under way
       *[other] { $count } are under way
    }
}
# Nobody has reported on them for long.
home-verdict-was-under-way = { $all ->
    [one] it was under way when last reported
   *[other] { $count ->
        [one] one was under way when last reported
       *[other] { $count } were under way when last reported
    }
}
home-verdict-waiting = { $all ->
    [one] it had not begun when last reported
   *[other] { $count ->
        [one] one had not begun when last reported
       *[other] { $count } had not begun when last reported
    }
}
home-verdict-not-reported = { $all ->
    [one] it has no update
   *[other] { $count ->
        [one] one has no update
       *[other] { $count } have no update
    }
}

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

home-without-owner = Without a named { -owner }
home-without-sponsor = Without a named { -sponsor }
home-without-idea = Ideas about which nothing was found after they were proposed
home-without-target = Measures without a target
home-share = { $part } of { $whole }
home-unknown-heading = What we do not know
home-unknown-more = All gaps and open questions

home-changed-since-heading = Since the report of { $year }
home-changed-more = Everything that changed

home-due-heading = Updates due
# Of updates that are owed at a milestone, how many are not there yet.
home-due-expected = { $owed ->
    [0] no update is owed
    [one] { $count } of 1 update is still to come
   *[other] { $count } of { $owed } updates are still to come
}
# The same of a milestone that has passed.
home-due-missing = { $owed ->
    [one] { $count } of 1 update is missing
   *[other] { $count } of { $owed } updates are missing
}

home-matrix-heading = All of them, one by one
home-topics-heading = By { -area }
home-topic = { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
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
} of { -initiative(form: "other") }

## Doors: the main ways on, and what is behind each.

home-door-topics = Find your { -area }
home-door-how = How we know
home-way-changes = What changed between reports?
home-way-ideas = What became of the ideas?
home-way-roadmap = What comes when?
home-way-responsibility = Who is responsible?
home-way-partners = Who takes part?
home-way-money = What does it cost?
home-way-goals = Were the goals reached?
# Where nobody has goals.
home-way-measures = What is measured?
home-way-method = Words and rules
home-way-sources = Sources
home-way-unknown = What we do not know
home-way-doubts = Where do sources disagree?
home-way-editions = What did earlier reports say?
home-way-data = Open data
    .means = Every record as CSV and JSON.
