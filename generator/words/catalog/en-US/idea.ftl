### Ideas for putting initiatives into practice.

idea-title = Ideas
# `tally` is a list such as "8 in place, 14 partly done, and 1 ended".
idea-lead = { $count ->
    [one] One idea
   *[other] { $count } ideas
} for putting the { -initiative(form: "other") } into practice. As last reported: { $tally }.
idea-lead-nothing-found = { $count ->
    [one] One idea
   *[other] { $count } ideas
} for putting the { -initiative(form: "other") } into practice. Nothing was found about what became of { $count ->
    [one] it
   *[other] them
}.
idea-tally-in_place = { $count } in place
idea-tally-partly_done = { $count } partly done
idea-tally-under_way = { $count } under way
idea-tally-ended = { $count } ended
idea-tally-dropped = { $count } dropped
idea-known = Since they were proposed, something was found about { $known }, and nothing about { $unknown }.
# Of `started`, the proposal itself says how far they were.
idea-known-at-proposal = Since they were proposed, something was found about { $known }. Only the proposal itself says how far { $started } had come, and about { $unknown } nothing was found at all.

## Squares, one for each idea, by topic.

# Of very many ideas: how many a square stands for.
idea-scale = Each square stands for about { $count } ideas.
idea-count = { $count ->
    [one] 1 idea
   *[other] { $count } ideas
}
# Behind the name of a state: nothing later than the proposal shows it.
idea-at-proposal = { $state } when proposed
idea-list-link = { $count ->
    [one] Read this idea
   *[other] Read all { $count } ideas
}
idea-by-topic = Ideas by { -area } and what became of them
idea-all-topics = All { -area(form: "other") }
idea-all = All ideas
idea-as-tables = The same as tables, and what the states mean

## The ideas of one topic.

idea-of-area = Ideas: { $area }
# Captions of tables, of which several may be on a page.
idea-found-count = { $area }: something was found about { $count ->
    [one] one idea
   *[other] { $count } ideas
}
idea-silent-count = { $area }: nothing was found about { $count ->
    [one] one idea
   *[other] { $count } ideas
}
idea-area-initiatives = The { -initiative(form: "other") } of this { -area }

## What became of how many.

idea-states = What became of the ideas
idea-state = State
idea-state-count = Ideas
idea-state-age = When it was last found
idea-state-means = What it means

idea-nothing-found = Nothing found
idea-of-initiative = Ideas for putting it into practice, and what was found about each

## Heads of columns.

idea-idea = Idea
idea-found = What was found
idea-votes = Survey votes
