### What needs attention: the matters of the brief and of the first page of the report.

attention-matters = { $count ->
    [one] { $count } { -initiative } that needs attention
   *[other] { $count } { -initiative(form: "other") } that need attention
}
attention-why = Why
attention-money = Money
attention-next = Next step

## Why an initiative needs attention, in a word or two in front of the reason.

attention-sign-stopped = Stopped.
attention-sign-stopped-part = Stopped in part.
attention-sign-overdue = Overdue.
attention-sign-overspent = Over budget.
attention-sign-missed = Target missed.
attention-sign-decided = Decided; follow-up unknown.
# `day` is when something was found last.
attention-last-found = Last found: { $day }.
attention-sign-silent = Not found again.

## The reason; of a status, its own is given.

# `when` says since when a date has passed, or that a start was planned and has not come.
attention-overdue-step = { $step }, { $when }.
attention-overdue-end = Its end, { $when }.
attention-overdue-start = { CAPITALIZED($when) }.
# `measure` is what it measures; `said` compares its figure with the target, in whole sentences.
attention-missed = { $measure }: { $said }

## The next step. Where an update asks for it: who, by when, and what, which is a whole sentence.

attention-asked = { $of }, by { $by }: { $what }

## Else what would help, by the concern.

attention-helps-in_trouble = Say what it needs.
attention-helps-stopped = Decide on a replacement.
# A part of it stopped.
attention-helps-stopped-part = Decide on the rest.
attention-helps-overdue = Set a new date.
attention-helps-overspent = Account for the difference.
attention-helps-missed = Say how the target will be reached.
attention-helps-paused = Decide whether it goes on.
attention-helps-decided = Report what was done.
attention-helps-silent = Report progress.
