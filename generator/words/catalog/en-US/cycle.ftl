### Budget cycles.

cycle-title = Budget cycles and milestones
# Where there are no budget cycles.
cycle-lede-milestones = Where updates are due at a milestone, every { -initiative } that was listed before and was not closed by then owes one. This is what was due, what was received, and what is missing as of { $day }.
cycle-lede = Budget cycles have milestones. Where updates are due at one, every { -initiative } that was listed before and was not closed by then owes one. This is what was due, what was received, and what is missing as of { $day }.
cycle-heading = Budget cycle { $cycle }
cycle-span = Period
cycle-from-to = { $begins } to { $ends }
cycle-adopted = Adopted
cycle-adopted-not-found = not found
cycle-themes = Themes
cycle-figures = Figures for { $cycle }
cycle-figure = Figure
cycle-amount = Amount
