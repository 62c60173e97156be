### Yearly evaluations of the program, its topic areas, and single initiatives.

evaluation-of-year = Evaluation of { $year }
evaluation-count = { $count ->
    [one] One evaluation
   *[other] { $count } evaluations
}

## The list of years.

evaluation-list-lede = Every year, progress toward goals and measures is evaluated for the { -program }, its { -area(form: "other") }, and single { -initiative(form: "other") }.
evaluation-list-heading = By year
evaluation-list-count = { $count ->
    [one] One year
   *[other] { $count } years
}
evaluation-list-number = Evaluations
evaluation-list-results = Results
# How many evaluations of a year had which result; parts of a list.
evaluation-tally-met = { $count } met
evaluation-tally-partially_met = { $count } partly met
evaluation-tally-not_met = { $count } not met
evaluation-tally-future = { $count } not yet due
evaluation-tally-not_available = { $count } without enough information

## One evaluation.

evaluation-result-met = Met
evaluation-result-partially_met = Partly met
evaluation-result-not_met = Not met
evaluation-result-future = Not yet due
evaluation-result-not_available = Not enough information
evaluation-decision-continue = Continue
evaluation-decision-adapt = Adapt
evaluation-decision-scale = Scale up
evaluation-decision-stop = Stop
evaluation-decision-not_stated = Not stated
evaluation-basis-reported = Reported
evaluation-basis-official = From records of the { -organization }
evaluation-basis-compiled = Compiled from public sources
evaluation-lede = { $count ->
    [one] One evaluation
   *[other] { $count } evaluations
} of progress toward goals and measures.
# `results` is a list such as "1 met and 2 not met".
evaluation-answer = { $goals ->
    [one] One goal
   *[other] { $goals } goals
}, as of { $date }: { $results }.
# What unfolds as of when an evaluation speaks, and what it rests on.
evaluation-record = Date, basis, and sources
evaluation-scorecard-note = Based on the measures as they were in { $date }, from the sources known today. The evaluations below say in words what was found.
evaluation-year = Year
evaluation-subject = What was evaluated
evaluation-title = Title
evaluation-result = Result
evaluation-why = Why
evaluation-decision = Decision
evaluation-learned = What was learned
evaluation-as-of = As of
evaluation-basis = Basis
evaluation-goal = Goal
evaluation-measures = Measures used
evaluation-no-measure = None
# The evaluations of one initiative.
evaluation-of-initiative = Yearly evaluations
