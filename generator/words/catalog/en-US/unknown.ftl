### What is not known.

unknown-lead = An honest report says what it does not know. The counts come from the same records as every other page. The questions are those that no source answers.

unknown-gaps-heading = Gaps
unknown-gaps = Gaps, counted
unknown-gap = Gap
unknown-gap-count = How many
# The whole that a count is part of, as "46 initiatives".
unknown-gap-of = Out of
unknown-of-initiatives = { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
unknown-of-ideas = { $count ->
    [one] one idea
   *[other] { $count } ideas
}
unknown-of-measures = { $count ->
    [one] one measure
   *[other] { $count } measures
}
unknown-gap-owner-not-named = No { -owner } named in public sources
unknown-gap-owner-unassigned = Known to have no { -owner }
unknown-gap-sponsor-not-named = No { -sponsor } named in public sources
unknown-gap-sponsor-unassigned = Known to have no { -sponsor }
unknown-gap-update = No update, although one was due
unknown-gap-idea = Nothing found about the idea after it was proposed
unknown-gap-target = No target for the measure
unknown-gap-baseline = No baseline for the measure

unknown-silent-heading = No update since the proposal
unknown-silent = { CAPITALIZED(-initiative(form: "other")) } of which no update was found since they were proposed
# Unfolds the table.
unknown-silent-unfold = { $count ->
    [one] One { -initiative } without an update
   *[other] { $count } { -initiative(form: "other") } without an update
}
unknown-silent-since = First listed
unknown-silent-found = Found since
unknown-silent-nothing = Nothing
unknown-silent-related = Only something related
unknown-silent-missed = Updates that were due

unknown-questions-heading = Open questions
unknown-doubts-heading = Where sources disagree
