### Results: a measure against its target, and a goal by its measures.

result-verdict-met = Met
result-verdict-partially_met = Partly met
result-verdict-not_met = Not met
result-verdict-cannot_be_told = Not enough information
result-verdict-not_judged = Not judged

## A table of measures with their results.

result-measure = Measure
# Behind a measure's name: what it belongs to and what its figures count.
result-owner = { $owner }; unit: { $unit }
result-target = Target
result-newest = Newest figure
# Beside a target: the figure that decides, else the newest one.
result-figure = Figure
# Behind a figure: the day or the period that it is about.
result-for = for { $date }
result-heading = Result
# Beside a figure, where a heading already gives the result.
result-why = Why
result-none = None
result-no-target-set = No target was set for it.
result-target-dates = by { $due }; set { $set }
result-target-undated = no due date given; set { $set }
# Whose a target is that the organization did not adopt.
result-standing-proposed = proposed; not known to be adopted
result-standing-other_body = another body’s own target
result-standing-earlier = a target from before
# Two or more were found.
result-targets-known = one of { $count } targets found

## Why there is no result.

# Only in lists of reasons; where a result is shown, what the source says is in its place.
result-why-stated = The source says how it came out, and gives no number.
result-why-no_target = No target was set.
result-why-not_adopted = Only targets that the { -organization } adopted are judged.
result-why-no_start = The target comes on top of what there was, and no figure says how much that was.
result-why-no_figure_by_due = No figure is from the due date or before.
result-why-no_due_date = The target has not been reached, and it has no due date.
result-why-no_direction = Nothing says whether it should rise or fall.
result-why-joint_target = One target covers several data series; nothing says whether it means each of them or their sum.
result-why-no_number = The target or the newest figure is not a number.
result-why-contrary_target = The target’s wording points the opposite way from the measure.
result-why-no_range = It should stay within a range, but the target gives only one number.
result-why-no_figure = No figure was found.
result-why-only_partial = The figures found are for partial periods.
result-why-unlike_periods = The figures found are for periods of different lengths, and nothing says which of them the target means.
result-why-older_than_target = The newest figure up to the due date is about a time before the target was set.
result-why-not_exact = The target and the figure are too vague to compare.
result-why-rival_values = Sources give different values, and not all of them meet the target.
result-why-not_yet_due = The target has not been reached and is not due yet.
result-why-before_due = The newest figure up to the due date is older than it and does not reach the target.

## What a source says that gives no number. `date` is the time that it is about.

result-worded = For { $date }, the source says so without a number: “{ $wording }”.
result-stated-met = For { $date }, the source says without a number that it was met.
result-stated-partially_met = For { $date }, the source says without a number that it was partly met.
result-stated-not_met = For { $date }, the source says without a number that it was not met.

## What a result is based on. `target` may be "at least 9".

# `date` is the time that the figure is about.
result-compared-up-met = { $figure } ({ $date }) is at or above the target of { $target }.
result-compared-up-not_met = { $figure } ({ $date }) is below the target of { $target }.
result-compared-down-met = { $figure } ({ $date }) is at or below the target of { $target }.
result-compared-down-not_met = { $figure } ({ $date }) is above the target of { $target }.
result-compared-range-met = { $figure } ({ $date }) is within the target of { $target }.
result-compared-range-not_met = { $figure } ({ $date }) is outside the target of { $target }.
result-date-not-exact = The figure’s date does not show whether that was by the due date, { $due }.
result-reached-before = The target was reached earlier: { $figure } ({ $date }).
result-reached-later = The target was reached after its due date: { $figure } ({ $date }).
# What came after the due date, compared with the figure that was judged.
result-later-rose = Later, the figure rose to { $figure } ({ $date }).
result-later-fell = Later, the figure fell to { $figure } ({ $date }).
result-later-same = Later, the figure was still { $figure } ({ $date }).
result-later-untold = Later, the figure was { $figure } ({ $date }).
# No figure from the due date or before is known.
result-after-due = The newest figure after the due date is { $figure } ({ $date }).
# Another source's figure, where the one that counts does not reach the target.
result-reached-by-rival = For { $date }, another source gives { $figure }, which reaches the target.

## What the result of a goal is based on. A measure may have several data series.

result-goal-no-measure = No measure shows whether it was reached.
result-goal-no-target = { $measures ->
    [one] One measure is linked to it, and it has no adopted target.
   *[other] { $measures } measures are linked to it, and none has an adopted target.
}
result-goal-none-told = { $lines ->
    [one] The one data series measured has no result.
   *[other] None of the { $lines } data series measured has a result.
}
result-goal-some-told = Of { $lines } data series measured, { $met } met the target, { $missed } missed it, and { $untold ->
    [one] one has
   *[other] { $untold } have
} no result.
result-goal-some-told-partly = Of { $lines } data series measured, { $met } met the target, { $partly } partly met it, { $missed } missed it, and { $untold ->
    [one] one has
   *[other] { $untold } have
} no result.
result-goal-partly-met = { $lines ->
    [one] The one data series measured partly met what was to be reached.
   *[other] { $partly } of { $lines } data series measured partly met what was to be reached, and the others met it.
}
result-goal-all-met = { $lines ->
    [one] The one data series measured met the target.
   *[other] All { $lines } data series measured met the target.
}
result-goal-missed = { $lines ->
    [one] The one data series measured missed the target.
   *[other] { $missed } of { $lines } data series measured missed the target.
}
