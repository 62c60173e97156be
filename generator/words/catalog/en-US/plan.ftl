### Plans: steps of a roadmap, work plans, decisions, and help.

## Steps of an initiative's roadmap.

plan-steps = Steps of its roadmap
plan-step = Step
plan-first = First planned
plan-revised = Planned later
plan-outcome = What happened
# When a plan was made; after the date that was planned.
plan-set = set { $date }
plan-set-gap = when it was set: { $gap }
plan-nothing-found = Nothing found

# How a step came out; `punctuality` compares that with the date first planned for it, as far as
# both are known.
plan-came-scheduled = scheduled
plan-came-met = { $punctuality ->
    [earlier] met, earlier than first planned
    [as_planned] met, on time
    [later] met, later than first planned
   *[uncertain] met
}
plan-came-partially_met = { $punctuality ->
    [earlier] partly met, earlier than first planned
    [as_planned] partly met, on time
    [later] partly met, later than first planned
   *[uncertain] partly met
}
plan-came-not_met = not met
plan-came-dropped = dropped
# One of the above, and when.
plan-outcome-on = { CAPITALIZED($came) } ({ $date })
plan-planned-for = Planned for { $date }
plan-planned = planned
plan-planned-begun = planned, begun
plan-planned-not-known = planned, outcome not known

## Work plans.

plan-work-heading = Work plans
plan-work = Places in work plans
plan-work-short_term = Short-term work plan
plan-work-long_term = Long-term work plan
plan-cycle = Cycle
plan-year = Fiscal year
plan-department = Department
plan-priority = Priority

## What waits for what.

plan-waits = What waits for what
plan-waits-checked = Before every publication, a check makes sure that nothing waits for itself, directly or through others.
plan-waiting = What waits
plan-waiting-for = For what
plan-waiting-state = Where that stands
plan-waiting-why = Why

## Decisions on an initiative, and help for its Owner.

plan-approvals = Decisions on it
plan-approval-body = Body
plan-approval-decision = Decision
plan-support = Support
plan-support-who = Who
plan-support-with = Helps with
plan-support-since = Since
