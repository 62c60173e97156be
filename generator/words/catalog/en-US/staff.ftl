### The staff report to a meeting of the governing body.

staff-title = Staff report
staff-summary = Staff report to the { -governing-body }: { $subject }
staff-subject = Subject
staff-meeting = Meeting
staff-agenda-item = Agenda item
staff-prepared-by = Prepared by
staff-recommendation = Recommendation
staff-background = Background
# The report before this one, by its title.
staff-before = The report before this one, { $title }, is as of { $day }.
staff-statuses = Where the { -initiative(form: "other") } are
staff-count = { CAPITALIZED(-initiative(form: "other")) }
staff-age = Last found
staff-analysis = Analysis
staff-goals = Goals served
staff-goals-caption = { $count ->
    [one] One goal that any { -initiative } serves
   *[other] { $count } goals that { -initiative(form: "other") } serve
}
staff-goals-none = No { -initiative } is linked to a goal.
staff-scope = Goal of
staff-attachments = Attachments
staff-attachment = Attachment { $number }
staff-attached-report = { $report }, full report, as of { $day }

## Where somebody still has to write. A document with any of these is a draft.

# What is missing in a list of facts, in brackets.
staff-to-fill-in = [Placeholder: to be filled in]
staff-placeholder = Placeholder
staff-placeholder-recommendation = Write here what staff recommends that the { -governing-body } decide.
staff-placeholder-analysis = Write here how staff judges what the report shows, and what speaks for the recommendation.
# `file` is the name of a file of the content.
staff-placeholder-file = A text that is kept in { $file } is printed here each time.
