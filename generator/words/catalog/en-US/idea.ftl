### Ideas for putting initiatives into practice.

idea-title = Ideas
idea-lead = { $count ->
    [one] One idea
   *[other] { $count } ideas
} for putting the { -initiative(form: "other") } into practice. Since they were proposed, something was found about { $known }, and nothing about { $unknown }.
# Of `started`, the proposal itself says how far they were.
idea-lead-at-proposal = { $count ->
    [one] One idea
   *[other] { $count } ideas
} for putting the { -initiative(form: "other") } into practice. Since they were proposed, something was found about { $known }. Only the proposal itself says how far { $started } had come, and about { $unknown } nothing was found at all.

## What became of how many.

idea-states = What became of the ideas
idea-state = State
idea-state-count = Ideas
idea-state-age = When it was last found
idea-state-means = What it means

idea-nothing-found = Nothing found
idea-of-initiative = Ideas for putting it into practice, and what was found about each
idea-count = { $count ->
    [one] 1 idea
   *[other] { $count } ideas
}

## Heads of columns.

idea-idea = Idea
idea-found = What was found
idea-votes = Survey votes
