### The data dictionary: tables of open data and what their columns mean. What a field of the model means
### is said by the model, in English; a catalogue of another language says it in entries such as
### `dictionary-field-initiative-title` (the kind of record, then the field), as many as it likes.

## Tables.

dictionary-initiatives = { CAPITALIZED(-initiative(form: "other")) }
    .means = Every { -initiative } on record, with its status.
dictionary-ideas = Ideas
    .means = Every idea for putting { -initiative(form: "indefinite") } into practice.
dictionary-roles = Roles
# By the roles that the organization asks for.
dictionary-roles-both = Who held the role of { -owner } or { -sponsor }, and from when; vacancies too.
dictionary-roles-owner = Who held the role of { -owner }, and from when; vacancies too.
dictionary-roles-sponsor = Who held the role of { -sponsor }, and from when; vacancies too.
dictionary-roles-none = Empty: the { -organization } asks for no roles.
dictionary-partners = Partners
    .means = Organizations and units that take part, and from when.
dictionary-updates = Updates
    .means = The status of each { -initiative } at a milestone, as someone gave it.
dictionary-events = Events
    .means = What happened, as a source tells it.
dictionary-matches = Editors’ matches
    .means = What editors connected with { -initiative(form: "indefinite") } that its source does not name.
dictionary-measures = Measures
    .means = What is measured, in which unit, and which way it should go.
dictionary-points = Points
    .means = Baselines, targets, and measured values; old targets are kept.
dictionary-funding = Funding
    .means = Money, as a source gives it: one row for each amount, and so for each year where a source gives several years.
dictionary-money = Sums of money
    .means = Money added up, as far as sources state its stage: in all, and by fiscal year, { -area }, budget cycle, department, and fund. Sums of different stages or currencies are never added to each other.
dictionary-addenda = Addenda
    .means = What came later than the text of a record tells, each from its own date on.
dictionary-sources = Sources
    .means = Everything on which the report is based.
dictionary-own-ids = Own numbers
    .means = The { -organization }’s own numbers of { -initiative(form: "other") }.
dictionary-groups = Groups
    .means = The groups of the { -organization }’s own taxonomies to which { -initiative(form: "other") } belong.
dictionary-places = Places
    .means = Where { -initiative(form: "other") } are carried out.
dictionary-progress = Progress
    .means = How far { -initiative(form: "other") } are by the { -organization }’s own count; older counts are kept.
dictionary-risks = Risks
    .means = What may go wrong, as the { -organization }’s own register has it; closed risks too.
dictionary-documents = Documents
    .means = Contracts, plans, and other documents of { -initiative(form: "other") }.

## Columns that no field of the model explains. Words such as not_named are keys of the data.

dictionary-own-numbers = The { -organization }’s own numbers of it; own_ids.csv says of which kind each is.
dictionary-progress-percent = The newest count of how far it is, in percent; not calculated from its status.
dictionary-progress-on = The date to which progress_percent applies.
dictionary-taxonomy = The id of the taxonomy.
dictionary-taxonomy-title = What the taxonomy is called.
dictionary-group = The id of the group in its taxonomy.
dictionary-group-title = What the group is called.
dictionary-addendum-record = The address of the record to which it is added.
dictionary-initiative = The id of the { -initiative }.
dictionary-measured-initiative = The { -initiative } that it measures.
dictionary-measured-area = The { -area } that it measures.
dictionary-lines = The ids of its lines, if it has more than one.
dictionary-missing-why = The reason, in words.
dictionary-missing-until = When the value is expected.
dictionary-idea-states = Ideas and what became of them, as idea=state.
dictionary-event-initiative = The id of the { -initiative }; empty for an event of the whole { -program }.
dictionary-match-initiative = The id of the { -initiative } with which it was matched; empty if that is the whole { -program }.
dictionary-matched = What was matched: an event, a goal that the { -initiative } serves, or another title.
dictionary-match-record = The id of the event, the goal as area/goal or program/goal, or the title.
dictionary-match-on = When it happened, or since when the goal is served; a title has no date.
dictionary-match-why = The editors’ reason or remark, if they gave one.
dictionary-match-updates = The updates that give it as evidence, by milestone or day.
dictionary-match-carries-status = Calculated: whether the { -initiative }’s status is based on this and other matches alone.
dictionary-missing-date = Why there is no date.
dictionary-area = The id of its { -area }.
dictionary-status-at-proposal = Its status when it was first listed.
dictionary-status = Calculated: its status; not_reported if an update was due and none came, or if nobody ever gave one.
dictionary-last-known = Calculated: the newest status that anyone gave.
dictionary-last-known-on = The date to which last_known applies.
dictionary-last-known-found-on = Calculated: when the newest evidence for last_known was found: an event that the update cites, or else the time the update speaks of. Without an update, when it was proposed.
# `true` and `false` are what cells hold.
dictionary-outdated = Calculated: true if it was so when it was last found, but two or more times for an update have passed since; no source shows whether it is still so. Where it is true, pages say “last reported” before it.
dictionary-newest-found-on = Calculated: when anything about the { -initiative } was last found after it was proposed, including what is only related to it; empty if nothing was.
dictionary-phase = Where in the innovation cycle it is.
dictionary-confidence = The forecast of whether all that was proposed will be delivered.
dictionary-freshness = Calculated: how its last update compares with the milestones.
dictionary-stage = Calculated: now, next, later, done, or not reported.
dictionary-newest-update = The milestone or day of its last update.
dictionary-basis = Who says so: whoever is responsible reports, records of the { -organization } say so, or editors compile.
dictionary-missed = Calculated: the milestones for which an update is missing.
dictionary-since = Since when.
dictionary-sponsor = The { $by ->
    [post] post
    [unit] unit
   *[either] post or unit
} that holds the role of { -sponsor }; or unassigned, or not_named.
dictionary-goals = The goals that it serves, as area/goal or program/goal.
dictionary-idea-count = How many ideas it has.
dictionary-update-count = How many updates it has.
dictionary-event-count = How many events it has.
dictionary-measure-count = How many measures it has.
dictionary-idea-state = What became of it; empty if nothing was found.
dictionary-idea-found-on = Calculated: when the newest evidence for the state was found.
dictionary-idea-at-proposal = Calculated: true if only the proposal says so, and nothing was found since.
dictionary-holder = The id of the { $by ->
    [post] post
    [unit] unit
   *[either] post or unit
} that holds it; or unassigned, or not_named.
dictionary-partner = The id of the partner or unit.
dictionary-name = Its name.
dictionary-owning-area = The id of the { -area }.
dictionary-measure = The id of the measure.
dictionary-number = The place of the point in the measure.
dictionary-point = What the point is; also_stated is what other sources give for the actual value above it.
dictionary-point-lines = The lines to which it belongs.
dictionary-line-names = The names of these lines.
dictionary-period = The day or the period that was measured.
dictionary-reported = When a source gave it.
dictionary-unit = The unit of the measure.
dictionary-note = A note.
dictionary-recorded = The day on which it was entered.
dictionary-cited = The ids of the sources on which it is based.
dictionary-owner = The { $by ->
    [post] post
    [unit] unit
   *[either] post or unit
} that holds the role of { -owner }; or unassigned, a known vacancy; or not_named, if no source names anyone.
dictionary-missing-baseline = Why there is no baseline.
dictionary-missing-target = Why there is no target.
dictionary-missing-actual = Why there is no measured value.

## Plans by dates.

dictionary-steps = Steps
    .means = Steps of roadmaps: when they were planned, and how far they are.
dictionary-dates = Planned dates
    .means = Every date that a start, an end, or a step of a roadmap was ever planned or expected for, and when it came.
dictionary-date-first = The date planned first.
dictionary-date-planned = The date planned last.
dictionary-date-forecast = The date of the newest forecast, if no plan was made after it.
dictionary-date-came = When it came.
dictionary-timing = Whether it is on time, by its dates as of the day of the report.
dictionary-overdue-since = The day after the last possible day of the date planned last, if that has passed.
dictionary-step-state = How far the step is.
dictionary-date-of = What the date is of: start, end, or step.
dictionary-date-step = The id of the step.
dictionary-date-number = The number of the date among those of the same start, end, or step.
dictionary-date-kind = Planned first, planned anew, forecast, begun, or when it came.
dictionary-date-date = The date itself.
dictionary-date-said-on = When the plan or the forecast was made, or when it came.
dictionary-date-remark = The reason for a new date, or a remark.
## The table of sums of money.

dictionary-money-by = By what the money is added up.
dictionary-money-group = The id of the fiscal year, { -area }, budget cycle, department, or fund; empty for the whole, and for money without one.
dictionary-money-state = How far the money is committed.
dictionary-money-currency = Code of the currency.
dictionary-money-low = The sum, or the least that it can be; empty where sources leave that open.
dictionary-money-high = The sum, or the most that it can be; empty where sources leave that open.
dictionary-money-rounded = Whether a part of it is a rounded figure.
dictionary-money-initiatives = How many { -initiative(form: "other") } it is of.
