### Ideas for putting initiatives into practice.

idea-title = Ideas
idea-lead = { $count ->
    [one] One idea
   *[other] { $count } ideas
} for putting the { -initiative(form: "other") } into practice. Something was found about { $known }; nothing was found about { $unknown }.
idea-none = No source gives ideas for putting it into practice.
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
