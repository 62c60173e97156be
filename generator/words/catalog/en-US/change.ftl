### Sentences of change: what differs between the report of one time and that of another.
### Each is about something whose name is in front of it, and one or more sentences long.

# A text that does not end like a sentence.
change-stopped = { $text }.
# A value of the record, as it is written there.
change-quoted = “{ $text }”

## Newly listed, renamed, and no longer listed.

change-new-proposed = First listed: { $date }. { $summary }
change-new-first_seen = First seen in a source: { $date }. { $summary }
change-newcomer-ideas = { $count ->
    [one] It comes with one idea.
   *[other] It comes with { $count } ideas.
}
change-renamed = The ID is now { $now }; it was { $former }. The former address leads here.
change-gone = No longer listed. Last status: { $status } (as of { $date }). { $summary }

## The state of an initiative. States are labels of the report's vocabulary.

change-status = Status: { $status } (as of { $date }).
change-status-moved = Status changed from “{ $was }” to “{ $now }” (as of { $date }).
change-status-same = Status unchanged: { $now } (as of { $date }).
change-axis-status-only = Status changed from “{ $was }” to “{ $now }”.
# The day on which something was completed, ended, or canceled.
change-status-on = Date of completion or end: { $date }.
change-axis-phase-first = Phase: { $now }.
change-axis-phase-moved = Phase changed from “{ $was }” to “{ $now }”.
change-axis-phase-only = Phase changed from “{ $was }” to “{ $now }”.
# In a list of what stayed the same.
change-phase-same = Phase: { $now }
change-axis-confidence-first = Confidence: { $now }.
change-axis-confidence-moved = Confidence changed from “{ $was }” to “{ $now }”.
change-axis-confidence-only = Confidence changed from “{ $was }” to “{ $now }”.
change-confidence-by = Assessed by: { $who }.
# A sentence of the record.
change-confidence-reason = Reason: { $reason }
change-continues = It continues in “{ $other }”.
# `what` is a sentence of the record.
change-needed = Needed from { $of }, by { $date }: { $what }
change-idea-found = Idea “{ $idea }”: { $now }.
change-idea-moved = Idea “{ $idea }”: { $now } (before: { $was }).
change-idea-nothing = Nothing found
change-silent = Last known status: { $status } ({ $date }). Nothing has been found since then.
change-silent-no-update = Last known status: { $status } ({ $date }). No status update has been found since then.

## The last update, against the milestones at which updates are due.

change-freshness-moved = Changed from “{ $was }” to “{ $now }”.
change-freshness-same = Unchanged: { $now }.
# Titles of milestones.
change-missed = Passed without an update: { $milestones }.
change-no-longer-missed = No longer without an update: { $milestones }.
change-update = { $milestone }: { $status } (as of { $date }).

## Who is responsible, partners, and goals.

change-role-owner = { CAPITALIZED(-owner) }: { $holder }, since { $since }.
change-past-role-owner = { CAPITALIZED(-owner) }: { $holder }, from { $since } until { $until }.
change-role-sponsor = { CAPITALIZED(-sponsor) }: { $holder }, since { $since }.
change-past-role-sponsor = { CAPITALIZED(-sponsor) }: { $holder }, from { $since } until { $until }.
change-held-before = Before: { $holder }.
change-held-before-until = Before: { $holder }, until { $until }.
change-held-by-nobody-before = Before: nobody is listed.
change-not-named = Not named in public sources
change-partner-possible = Possible partner: { $who }, since { $since }.
change-partner-named = Named partner: { $who }, since { $since }.
change-partner-confirmed = Confirmed partner: { $who }, since { $since }.
change-partnership-role = Role: { $role }.
# `what` is a sentence.
change-support = Support from { $who }, since { $since }: { $what }
change-goal-link = Serves the goal “{ $goal }”, since { $since }.

## Plans, decisions, and steps.

change-work-plan-short_term = In the short-term work plan of { $department } for { $cycle }, as of { $date }.
change-work-plan-long_term = In the long-term work plan of { $department } for { $cycle }, as of { $date }.
change-plan-priority = Priority: { $priority }.
# Who decided, and a sentence that says what.
change-approval = { $body }, { $date }: { $decision }
change-step = Roadmap step: { $title }, planned for { $date }.
change-step-now = Now planned for { $date }.
change-step-moved = { $title }: now planned for { $date } (before: { $before }).
change-step-ended = Outcome: { $state }, { $date }.
# How a step ended; where it was met, compared with the date that was planned.
change-step-came-earlier = { $title }: met, { $date }, earlier than planned ({ $planned }).
change-step-came-as_planned = { $title }: met, { $date }, as planned ({ $planned }).
change-step-came-later = { $title }: met, { $date }, later than planned ({ $planned }).
change-step-came-uncertain = { $title }: met, { $date } (planned for { $planned }; not enough information to say whether it came as planned).
change-step-came-scheduled = { $title }: scheduled, { $date } (planned for { $planned }).
change-step-came-partially_met = { $title }: partly met, { $date } (planned for { $planned }).
change-step-came-dropped = { $title }: dropped, { $date } (planned for { $planned }).
change-step-came-not_met = { $title }: not met, { $date } (planned for { $planned }).

change-step-forecast = { $title }: expected { $date } (forecast { $on }).
change-step-begun = { $title }: begun { $date }.
# Of a step or a schedule: a forecast, a plan, when it began or came.
change-forecast = Expected { $date } (forecast { $on }).
change-planned = Planned for { $date }.
change-begun = Begun { $date }.
change-occurrence = Came { $date }.

## When it begins and ends. `before` is the date that was planned until then.

change-schedule-planned-start = The start is planned for { $date }.
change-schedule-planned-end = The end is planned for { $date }.
change-schedule-moved-start = The start planned for { $before } moved to { $date }.
change-schedule-moved-end = The end planned for { $before } moved to { $date }.
change-schedule-forecast-start = The start is expected { $date } (forecast { $on }).
change-schedule-forecast-end = The end is expected { $date } (forecast { $on }).
change-schedule-done-start = It began { $date }.
change-schedule-done-end = It was finished { $date }.
change-schedule-came-start-earlier = It began { $date }, earlier than planned ({ $planned }).
change-schedule-came-start-as_planned = It began { $date }, as planned ({ $planned }).
change-schedule-came-start-later = It began { $date }, later than planned ({ $planned }).
change-schedule-came-start-uncertain = It began { $date } (planned for { $planned }).
change-schedule-came-end-earlier = It was finished { $date }, earlier than planned ({ $planned }).
change-schedule-came-end-as_planned = It was finished { $date }, as planned ({ $planned }).
change-schedule-came-end-later = It was finished { $date }, later than planned ({ $planned }).
change-schedule-came-end-uncertain = It was finished { $date } (planned for { $planned }).

## Figures, targets, and money.

# `details` are remarks, the date first.
change-figure = { $name }: { $amount } ({ $details })
change-amount = { $amount } ({ $details })
# The name of a measure's figures in a sentence about that measure.
change-figure-name = Figure
change-series = { $measure }, { $series }
change-figure-since = unchanged since { $date }
change-figure-partial = partial period
change-figure-rivals = also given as { $amounts }
change-before = Before: { $figures }.
change-measure-new = New measure: { $title }.
# What the sentences after it are about.
change-measure = Measure: { $title }.
change-baseline = Baseline: { $amount } ({ $date }).
change-target = Target for “{ $title }”: { $target }.
change-target-of-new = Target: { $target }.
change-target-series = for { $series }
change-target-due = by { $date }
change-target-no-date = no date given
change-target-set = set { $date }
change-target-none-before = No target was listed before.
# `gap` is a kind of gap and the reason for it, in sentences.
change-target-gap-before = No target was listed before. { $gap }
change-rival = Also given as { $amount } by { $source }.
change-event-figure = { $label }: { $amount }.
# How far money is committed; beside its date.
change-funding-requested = requested
change-funding-planned = planned
change-funding-adopted = adopted
change-funding-forecast = forecast
change-funding-spent = spent
# An amount with what it was before; `head` says which stage of money it is, for which period.
change-money-was = { $head }: { $amount }, was { $before }
change-money-new = { $head }: { $amount }, not given before
change-money-gone = { $head }: no longer given, was { $amount }
change-stage-requested = Requested
change-stage-planned = Planned
change-stage-adopted = Adopted
change-stage-forecast = Forecast
change-stage-spent = Spent
change-stage-not_stated = Money
change-period-requested = Requested for { $period }
change-period-planned = Planned for { $period }
change-period-adopted = Adopted for { $period }
change-period-forecast = Forecast for { $period }
change-period-spent = Spent in { $period }
change-period-not_stated = Money for { $period }
change-money-cycle = for { $cycle }
change-money-fund = from: { $fund }
# One of several amounts: what it is, and for which fiscal year.
change-money-year = { $amount } for { $year }
change-money-payer = paid by: { $payer }

## Events, links, evaluations, and the budget cycle. Texts and reasons are sentences of the record.

change-event = { CAPITALIZED($date) }: { $text }
# What came later than the text of a record tells, from its own date on.
change-addendum = { CAPITALIZED($date) }: { $text }
change-link-depends_on = Depends on “{ $other }”. { $reason }
change-link-related = Related to “{ $other }”. { $reason }
change-link-takes_over = Takes over from “{ $other }”. { $reason }
# `percent` is a number from 0 to 100, as the organization itself counts.
change-progress = Progress by the { -organization }’s own count: { $percent }% ({ $date }).
# `text` is a sentence of the record; the words of the next three are the register’s own.
change-risk = Risk, as of { $date }: { $text }
change-risk-likelihood = likelihood: { $word }
change-risk-impact = impact: { $word }
change-risk-rating = rating: { $word }
change-risk-closed = The risk is closed, { $date }.
# `details` are its kind, who keeps it, and its date.
change-document = Document: { $title } ({ $details }).
change-evaluation = Result for { $year }: { $result }.
change-decision = Decision: { $decision }.
change-learned = Learned: { $what }
change-goal-finding = Goal “{ $goal }”: { $result }.
change-cycle = Budget cycle { $cycle }.
change-milestone = Milestone: { $title }, due { $date }. No updates are due then.
change-milestone-owed = Milestone: { $title }, due { $date }. Updates are due then.

## Any other record or value. `where` is a list of names of fields; `what` is a sentence.

change-added = Added to { $where }: { $what }
change-added-unnamed = Added: { $where }.
change-removed = No longer listed ({ $where }): { $what }
change-removed-unnamed = No longer listed: { $where }.
change-value = Changed: { $where }. Before: { $was }; now: { $now }
# Records as whole sentences.
change-value-records = Changed: { $where }. Before: { $was } Now: { $now }
change-not-given = not given
change-yes = yes
change-no = no

## The page of changes, and lists of changes elsewhere.

change-title = What changed
change-lede = What is new, what changed, what ended, and where no update was found: from each edition to the next, and from the last one to { $day }.
change-to-today = From the { $year } edition to today
change-between = From the { $first } edition to the { $last } edition
# Headings of the page of one interval, and of the page of all.
change-intervals-heading = From edition to edition
change-statuses-heading = From status to status
change-lists-heading = Where nothing is new
change-edition = The report as it was then:

## What the sentences of each kind are under.

change-heading-new = Newly listed
change-heading-status = Status changed
change-heading-ended = Ended
change-heading-dropped = Canceled, merged, or replaced
change-heading-phase = Phase changed
change-heading-confidence = Confidence changed
change-heading-still = News, with the same status
change-heading-roles = Who is responsible
change-heading-partners = Partners and support
change-heading-ideas = Ideas
change-heading-roadmap = Plans and steps
change-heading-targets = Goals and targets
change-heading-measures = Figures
change-heading-funding = Money and staff
change-heading-events = Other events
change-heading-evaluations = Evaluations
change-heading-gone = No longer listed
change-heading-record = Added to the record
change-heading-wording = Reworded
change-heading-freshness = Last update
change-heading-nothing_since = No update found

## How much changed; each count goes on from "among the initiatives".

change-lead = Among the { -initiative(form: "other") }, { $counts }.
# How many sentences of change follow; lists of how old the last updates are come apart.
change-total = { $count ->
    [one] One change is listed.
   *[other] { $count } changes are listed.
}
change-lead-none = No { -initiative } changed its status or phase.
change-lead-silent = { $count ->
    [one] No update was found for one { -initiative }.
   *[other] No update was found for { $count } { -initiative(form: "other") }.
}
change-count-new = { $count ->
    [one] { $count } is new
   *[other] { $count } are new
}
change-count-status = { $count } changed status
# After those that ended or were dropped, whose status changed too.
change-count-status-others = { $count ->
    [one] { $count } other changed status
   *[other] { $count } others changed status
}
change-count-ended = { $count } ended
change-count-dropped = { $count ->
    [one] { $count } was canceled, merged, or replaced
   *[other] { $count } were canceled, merged, or replaced
}
change-count-phase = { $count } changed phase but not status
change-count-still = { $count ->
    [one] { $count } has news with the same status
   *[other] { $count } have news with the same status
}

## Heads of columns, captions, and remarks.

change-about = About
change-initiative = { CAPITALIZED(-initiative) }
change-known = What is known
change-found = What was found
change-as-of = As of
change-entered = Entered
change-sources = Sources
change-list = { $heading }: { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
change-list-show = Show the list of { $count ->
    [one] one { -initiative }
   *[other] { $count } { -initiative(form: "other") }
}
# The events that a change rests on; in a list of what unfolds.
change-evidence = Evidence
change-unchanged = Unchanged: { $what }.

## What was found out about the time of an edition after it was frozen.

change-learned-title = Learned later
change-learned-means = What was found out about the time of an edition after it was frozen. The edition itself stays as it is.
change-learned-caption = Found out about the time of the { $year } edition after it was frozen
change-learned-none = Nothing about the times of frozen editions was found out after they were frozen.

# Kinds of records.
change-record-actual = figure
change-record-approval = decision
change-record-baseline = baseline
change-record-contextfigure = figure
change-record-document = document
change-record-evaluation = evaluation
change-record-event = event
change-record-finding = finding
change-record-funding = funding
change-record-goallink = goal
change-record-link = link
change-record-outcome = outcome
change-record-partnership = partner
change-record-proposed = first listing
change-record-progress = progress
change-record-revision = new date
change-record-risk = risk
change-record-riskclosed = end of a risk
change-record-roadmapmilestone = roadmap step
change-record-role = role
change-record-staffing = staffing
change-record-support = support
change-record-target = target
change-record-update = status update
change-record-workplanentry = work plan entry
