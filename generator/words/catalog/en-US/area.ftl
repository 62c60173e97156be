### Topic areas: the list of all, and the page of one.

area-list-lead = { $count ->
    [0] The report has no { -area }.
    [one] The report has one { -area }.
   *[other] The report sorts its { -initiative(form: "other") } into { $count } { -area(form: "other") }.
}
area-questions-heading = What each { -area } asks

area-lead = { $initiatives ->
    [0] No { -initiative }
    [one] One { -initiative }
   *[other] { $initiatives } { -initiative(form: "other") }
}{ $ideas ->
    [0] {""}
    [one] {" "}with one idea
   *[other] {" "}with { $ideas } ideas
}.
area-also-called = Also called { $names }.
area-initiatives = { CAPITALIZED(-initiative(form: "other")) }

area-goals-heading = Goals
area-goals = Goals of this { -area }
area-goals-none = No source gives a goal for this { -area }.
area-measures-heading = Measures of this { -area }
area-doubts-heading = Doubts and open questions
area-sources-heading = Sources for this { -area }

## Figures that are no measures.

area-figures-heading = Context
area-figures = Figures for context
area-figure = Figure
area-figure-value = Value
area-figure-when = When

## The survey that was held before the report.

area-survey-heading = What the survey said
area-survey = Choices in the survey, by votes
area-survey-choice = Choice
area-survey-votes = Votes
area-survey-rank = Rank
area-survey-initiative = Matching { -initiative }
area-survey-no-initiative = No { -initiative } in this report
area-votes = Votes for this { -area } in the survey
area-votes-public = Rank among the { -area(form: "other") }: public
area-votes-staff = Rank among the { -area(form: "other") }: staff
area-votes-salon = Rank among the { -area(form: "other") }: salon
area-votes-not-mentioned = Not mentioned
area-votes-asked-as = Name in the survey

## What was done before the report: programs, services, and the like, which are not the report's own.

area-earlier-heading = Before the report
area-earlier = What was done before the report
area-earlier-count = { $count ->
    [one] { $area }: one earlier effort
   *[other] { $area }: { $count } earlier efforts
}
area-earlier-title = Name
area-earlier-began = Began
area-earlier-not-stated = Not stated
area-earlier-text = What it was
