### What fixed keys are called on their own, of which no page says what they mean.

## How an initiative was first listed.

key-howproposed-proposed = Proposed
key-howproposed-first_seen = First seen in a source

## Roles, partners, and what an organization is.

key-partnerrole-performer = Performer
key-partnerrole-funder = Funder
key-partnerrole-adviser = Adviser
key-partnerrole-beneficiary = Beneficiary
key-partnerrole-data_provider = Data provider
key-partnerrole-not_stated = Not stated
key-organizationkind-city = City
key-organizationkind-county = County
key-organizationkind-department = Department
key-organizationkind-agency = Agency
key-organizationkind-other = Other
key-heldby-post = A post
key-heldby-unit = A unit
key-heldby-either = A post or a unit
key-unitkind-ministry = Ministry
key-unitkind-directorate = Directorate
key-papersize-letter = Letter
key-papersize-a4 = A4
key-unitkind-department = Department
key-unitkind-agency = Agency
key-unitkind-bureau = Bureau
key-unitkind-office = Office
key-unitkind-division = Division
key-unitkind-branch = Branch
key-unitkind-section = Section
key-unitkind-service = Service
key-unitkind-team = Team
key-unitkind-board = Board
key-unitkind-committee = Committee
key-unitkind-council = Council
key-unitkind-commission = Commission
key-unitkind-group = Group
key-unitkind-contract = Contract
key-unitkind-county_service = County service
key-unitkind-other = Other

## Events, links, and plans.

key-eventkind-approved = Approved
key-eventkind-planned = Planned
key-eventkind-designed = Designed
key-eventkind-piloted = Piloted
key-eventkind-launched = Launched
key-eventkind-changed = Changed
key-eventkind-completed = Completed
key-eventkind-reported = Reported
key-eventkind-recognized = Recognized
key-eventkind-rejected = Rejected
key-eventkind-decided_to_end = Decided to end
key-eventkind-dropped = Dropped
key-eventkind-ended = Ended
key-linkkind-depends_on = Depends on
key-linkkind-related = Related
key-linkkind-takes_over = Takes over
key-horizon-short_term = Short-term
key-horizon-long_term = Long-term
key-milestonekind-budget = Budget
key-milestonekind-mid_cycle = Middle of a budget cycle
key-milestonekind-annual_report = Annual report
key-milestonekind-compilation = Review by editors
key-roadmapstate-scheduled = Scheduled
key-roadmapstate-in_progress = In progress
key-roadmapstate-met = Met
key-roadmapstate-partially_met = Partly met
key-roadmapstate-not_met = Not met
key-roadmapstate-dropped = Dropped

## Figures and money.

key-measurekind-input = Input
key-measurekind-output = Output
key-measurekind-outcome = Outcome
key-measurekind-efficiency = Efficiency
key-measurekind-quality = Quality
key-measurekind-not_stated = Not stated
key-direction-increase = Increase
key-direction-decrease = Decrease
key-direction-maintain_at_or_above = Stay at or above
key-direction-maintain_at_or_below = Stay at or below
key-direction-complete = Complete
key-direction-range = Stay within a range
key-direction-not_stated = Not stated
key-accumulation-level = Level at a time
key-accumulation-flow = Amount in each period
key-accumulation-rate = Rate
key-accumulation-cumulative = Sum since the start
key-targetstanding-proposed = Proposed, not adopted
key-targetstanding-other_body = Another body’s own
key-targetstanding-earlier = From before
key-actualstate-provisional = Provisional
key-actualstate-final = Final
key-actualstate-not_stated = Not stated
key-statedresult-met = Met
key-statedresult-partially_met = Partly met
key-statedresult-not_met = Not met
key-qualifier-about = About
key-qualifier-almost = Almost
key-qualifier-more_than = More than
key-qualifier-at_least = At least
key-qualifier-at_most = At most
key-fundingstate-requested = Requested
key-fundingstate-planned = Planned
key-fundingstate-adopted = Adopted
key-fundingstate-forecast = Forecast
key-fundingstate-spent = Spent
key-fundingstate-not_stated = Not stated

## Evaluations and editions.

key-evaluationresult-met = Met
key-evaluationresult-partially_met = Partly met
key-evaluationresult-not_met = Not met
key-evaluationresult-future = In the future
key-evaluationresult-not_available = Not available
key-decision-continue = Continue
key-decision-adapt = Adapt
key-decision-scale = Scale up
key-decision-stop = Stop
key-decision-not_stated = Not stated
key-editionkind-reconstructed = Reconstructed
key-editionkind-published = Published
key-editionstate-open = Open
key-editionstate-frozen = Frozen
