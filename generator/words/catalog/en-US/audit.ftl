### A sample of the report's claims, for a clerk who checks them against their sources.

audit-lede = { $drawn ->
    [one] One claim, drawn
   *[other] { $drawn } claims, drawn
} at random from the { $claims } that this report makes, to be checked against what they are based on. Allow two or three minutes for each.
audit-none = This report makes no claim yet, so there is nothing to check.
audit-lede-all = { $claims ->
    [one] The only claim that this report makes
   *[other] All { $claims } claims that this report makes
}, to be checked against what they are based on. Allow two or three minutes for each.

audit-how-heading = How to check
audit-how = For each claim, read the sentence on its page and open the source. Does the source say it, with the same figure and the same date? Does the record say no more? Note what you find. The same seed draws the same sample wherever the content is the same; another seed draws another sample.
audit-seed = Seed
audit-command = Command
# What is typed; the same in every language.
audit-draw = annual-report audit --seed { $seed } --sample { $sample }
audit-draw-edition = annual-report audit --seed { $seed } --sample { $sample } --edition { $edition }

audit-counted-heading = What can be drawn, and what was
audit-counted = Claims by kind
audit-kind = Kind of claim
audit-population = In the report
audit-drawn = In this sample

audit-kind-status = Status
audit-kind-idea = Idea
audit-kind-event = Event
audit-kind-figure = Figure
audit-kind-measured = Measured value
audit-kind-target = Target
audit-kind-money = Money or staff
audit-kind-role = Role
audit-kind-partner = Partner
audit-kind-goal = Goal
audit-kind-step = Roadmap step
audit-kind-decision = Decision
audit-kind-progress = Progress
audit-kind-risk = Risk

audit-claims = Claims
audit-caption = { $count ->
    [one] One claim to check
   *[other] { $count } claims to check
}

## One claim. `number` is its place in the sample; `whose` is the title of the initiative or area.

audit-claim = { $number }. { $kind }: { $whose }
audit-says = The report says
audit-page = On the page
audit-page-of-edition = { $edition }, in its full report
audit-record = Record
audit-source = Source
audit-source-of = Source { $number } of { $of }
audit-source-none = None is cited.
audit-source-reported = Reported by those responsible: their own report is the source.
audit-finding = Finding
# To be filled in by hand, or typed.
audit-finding-blank = [ ] correct [ ] not correct [ ] source not found, because:
# A figure of a measure, an area, or a sum: what it is of, when, and the figure with its unit.
audit-says-figure = { $what }, { $when }: { $figure }
audit-says-target = { $what }, target for { $when }: { $figure }
audit-says-target-undated = { $what }, target without a due date: { $figure }
# One or several lines of a measure.
audit-says-lines = { $what } ({ $lines })
audit-says-stage = stage: { $stage }
audit-says-role = role: { $role }
