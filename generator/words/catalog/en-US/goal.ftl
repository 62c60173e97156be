### Goals: the list of all, and the page of each.

# How results of measures and goals are determined.
goal-formula = Only targets adopted by the { -organization } are judged. Of several, the one that fell due last counts, as changed last. A measure met it if its newest figure up to the due date reaches it; what came later is told beside it and changes no result. Levels are compared with levels, rates with rates, amounts per period only over whole periods of the same length, and totals only from the same start. A goal is met if every measure linked to it met its target. It is not met if all of them have a result and at least one missed its target. Otherwise, there is not enough information.
goal-of-program = The whole { -program }
goal-caption = { $title }: { $count ->
    [one] one goal
   *[other] { $count } goals
}

## The list of all goals.

goal-list-lede = { $count ->
    [0] What is measured, and what evaluations found, as of { $day }.
    [one] One goal of the { -program } and its { -area(form: "other") }, and whether it was reached as of { $day }.
   *[other] { $count } goals of the { -program } and its { -area(form: "other") }, and whether they were reached as of { $day }.
}
# What follows counts goals by result; `goals` is a list of such counts.
goal-answer = { $goals }.
goal-answer-none-told = None of them can be judged: { $goals }.
goal-told-met = { $count } met
goal-told-partly = { $count } partly met
goal-told-missed = { $count } not met
goal-told-no-measure = { $count } without a measure
goal-told-no-target = { $count } measured without an adopted target
goal-told-otherwise = { $count } with a target but not enough information
goal-list-further = { $title }: goals with their measures
goal-list-formula = How results are determined
goal-list-measures = Every measure
goal-list-measures-link = All measures in one list
goal-list-evaluations = Yearly evaluations
goal-list-program = Goals of the { -program }
goal-list-none = No source gives a goal for it.
goal-heading = Goal
goal-initiatives = { CAPITALIZED(-initiative(form: "other")) }
goal-measures = Measures
goal-result = Result
goal-number = Goals

## The goals of one topic area, or of the whole program.

goal-scope-title = Goals: { $area }
goal-scope-lede = { $count ->
    [one] One goal, and whether it was reached as of { $day }.
   *[other] { $count } goals, and whether they were reached as of { $day }.
}
goal-scope-goals = Goals and results
goal-scope-measures = Their measures
goal-scope-no-measure = No measure is linked to any of them.

## How many goals have which result.

goal-scorecard-heading = Goals by result
goal-scorecard-caption = Goals by result ({ $unserved ->
    [0] each with a linked { -initiative }
   *[other] { $unserved } of { $goals } without a linked { -initiative }
})
goal-scorecard-met = Met
goal-scorecard-partly-met = Partly met
goal-scorecard-not-met = Not met
goal-scorecard-without-measure = Not enough information: no measure
goal-scorecard-without-target = Not enough information: measured, but no adopted target
goal-scorecard-otherwise = Not enough information: other reasons
goal-scorecard-all = All goals

## The page of a goal.

goal-lede-of-area = A goal of the { -area } { $area }.
goal-lede-of-program = A goal of the whole { -program }.
goal-result-by-measures = Result, by its measures
goal-newest-evaluation = Newest evaluation
goal-belongs-to = Goal of
goal-serving = { CAPITALIZED(-initiative(form: "other")) } that serve it
goal-serving-count = { $count ->
    [one] One { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
goal-serving-none = No source links { -initiative(form: "indefinite") } to it, and the editors found no reason to.
goal-serving-status = Status
goal-serving-why = Why it serves the goal
goal-serving-since = Since
goal-telling = Measures linked to it
goal-telling-count = { $count ->
    [one] One measure
   *[other] { $count } measures
}
goal-telling-none = No measure is linked to it, so there is not enough information to say whether it was reached.
goal-found = What evaluations found
goal-found-none = No evaluation mentions it.
goal-found-caption = Yearly evaluations of the goal
goal-found-year = Year
goal-found-why = Why
