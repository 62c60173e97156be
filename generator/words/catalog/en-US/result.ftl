### Results: a measure against its target, and a goal by its measures.

result-verdict-met = Met
result-verdict-not_met = Not met
result-verdict-cannot_be_told = Not enough information

## A table of measures with their results.

result-measure = Measure
# Behind a measure's name: what its figures count.
result-unit = unit: { $unit }
result-belongs-to = Belongs to
result-baseline = Baseline
result-target = Target
result-newest = Newest figure
# Behind a figure: the day or the period that it is about.
result-for = for { $date }
result-heading = Result
result-none = None
result-no-target-set = No target was set for it.
result-target-dates = by { $due }; set { $set }
result-target-undated = no due date given; set { $set }
# Two or more were found.
result-targets-known = one of { $count } targets found

## Why there is no result.

result-why-no_target = No target was set.
result-why-no_direction = Nothing says whether it should rise or fall.
result-why-joint_target = One target covers several data series; nothing says whether it means each of them or their sum.
result-why-no_number = The target or the newest figure is not a number.
result-why-contrary_target = The target’s wording points the opposite way from the measure.
result-why-no_range = It should stay within a range, but the target gives only one number.
result-why-no_figure = No figure was found.
result-why-only_partial = The figures found are for partial periods.
result-why-unlike_periods = The figures found are for periods of different lengths, and nothing says which of them the target means.
result-why-older_than_target = The newest figure is about a time before the target was set.
result-why-not_exact = The target and the figure are too vague to compare.
result-why-rival_values = Sources give different values, and not all of them meet the target.
result-why-not_yet_due = The target has not been reached and is not due yet.
result-why-before_due = The newest figure is from before the target was due.

## What a result is based on. `target` may be "at least 9".

result-compared-up-met = { $figure } is at or above the target of { $target }.
result-compared-up-not_met = { $figure } is below the target of { $target }.
result-compared-down-met = { $figure } is at or below the target of { $target }.
result-compared-down-not_met = { $figure } is above the target of { $target }.
result-compared-range-met = { $figure } is within the target of { $target }.
result-compared-range-not_met = { $figure } is outside the target of { $target }.
result-reached-before = The target was reached earlier: { $figure } ({ $date }).
# Another source's figure, where the one that counts does not reach the target.
result-reached-by-rival = For { $date }, another source gives { $figure }, which reaches the target.

## What the result of a goal is based on. A measure may have several data series.

result-goal-no-measure = No measure shows whether it was reached.
result-goal-no-target = { $measures ->
    [one] One measure is linked to it, and has no target.
   *[other] { $measures } measures are linked to it, and none has a target.
}
result-goal-none-told = { $lines ->
    [one] The one data series measured has no result.
   *[other] None of the { $lines } data series measured has a result.
}
result-goal-some-told = Of { $lines } data series measured, { $met } met the target, { $missed } missed it, and { $untold ->
    [one] one has
   *[other] { $untold } have
} no result.
result-goal-all-met = { $lines ->
    [one] The one data series measured met the target.
   *[other] All { $lines } data series measured met the target.
}
result-goal-missed = { $lines ->
    [one] The one data series measured missed the target.
   *[other] { $missed } of { $lines } data series measured missed the target.
}
