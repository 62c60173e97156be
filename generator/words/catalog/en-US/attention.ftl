### What needs attention: the matters of the brief and of the first page of the report.

attention-matters = { $count ->
    [one] { $count } { -initiative } that needs attention
   *[other] { $count } { -initiative(form: "other") } that need attention
}
attention-why = Why
attention-money = Money
attention-next = Next step

## Why an initiative needs attention; of a status, its own reason is given.

# `when` says since when a date has passed, or that a start was planned and has not come.
attention-overdue-step = Overdue { $when }: { $step }
attention-overdue-end = Its end is overdue { $when }.
attention-overdue-start = It is overdue: { $when }.
# `measure` is what it measures; `said` compares its figure with the target, in whole sentences.
attention-missed = { $measure }: { $said }
attention-silent = Nothing has been found about it since it was first listed.
attention-silent-since = The newest find is from { $day }.

## The next step. Where an update asks for it: who, by when, and what, which is a whole sentence.

attention-asked = { $of }, by { $by }: { $what }

## Else what would help, by the concern; an Owner is to be named first where none is known.

attention-name-owner = Name { -owner(form: "indefinite") }.
attention-helps-in_trouble = Say what it needs.
attention-helps-stopped = Decide whether anything replaces it.
# A part of it stopped.
attention-helps-stopped-part = Decide whether the rest goes on.
attention-helps-overdue = Set a new date.
attention-helps-overspent = Account for the difference.
attention-helps-missed = Say how the target will be reached.
attention-helps-paused = Decide whether it goes on.
attention-helps-decided-part = Report what was carried out.
attention-helps-silent = Report where it is now.
