### Budget cycles.

cycle-title = Budget cycles and milestones
# Where there are no budget cycles.
cycle-lede-milestones = Where updates are due at a milestone, every { -initiative } that was listed before and was not closed by then owes one.
cycle-lede = Budget cycles have milestones. Where updates are due at one, every { -initiative } that was listed before and was not closed by then owes one.
cycle-answer = As of { $day }, { $missing ->
    [0] no update is missing
    [one] one update is missing at milestones that have passed
   *[other] { $missing } updates are missing at milestones that have passed
}{ $expected ->
    [0] { "" }
    [one] , and one is expected at a milestone to come
   *[other] , and { $expected } are expected at milestones to come
}.
cycle-heading = Budget cycle { $cycle }
cycle-span = Period
cycle-from-to = { $begins } to { $ends }
cycle-adopted = Adopted
cycle-adopted-not-found = not found
cycle-themes = Themes
cycle-figures = Figures for { $cycle }
cycle-figure = Figure
cycle-amount = Amount
