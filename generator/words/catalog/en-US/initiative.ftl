### The page of an initiative.

## Facts at its top.

initiative-listed = First listed
initiative-also-called = Also called
# For which milestones updates were due that nobody found.
initiative-missed = Updates not found
# In place of a status, where nobody tells how initiatives are doing.
initiative-listed-on = First listed: { $date }

## What is not known of it: what follows the first, in one list.

initiative-unknown = Not known
# Roles that no source gives a holder of, since a date.
initiative-unnamed = { $roles } (not named in public sources since { $date })
initiative-missing-ideas = ideas for putting it into practice
initiative-missing-measures = measures
initiative-missing-money = funding and staffing
initiative-missing-phase = phase
initiative-missing-confidence = forecast

# Said where nothing was reported although updates were due; `count` is how many were.
initiative-gap-related = Nothing was found that carries this { -initiative } out, although { $count ->
    [one] an update was due.
   *[other] { $count } updates were due.
}
initiative-related-heading = Found since then, but only related to it:
initiative-related = { $date }: { $text }
# Nobody owed an update so far.
initiative-gap-since = No update says how this { -initiative } is going. It has been listed since { $date }.
initiative-gap = Nothing was found about this { -initiative } since { $date }, although { $count ->
    [one] an update was due.
   *[other] { $count } updates were due.
}

## The newest update.

initiative-newest = Latest update: { $date }
initiative-source-word = In the source’s words
initiative-quoted = “{ $word }”
initiative-continues = Continues in
initiative-evidence = Evidence

## Headings of its parts.

initiative-story-heading = What happened
initiative-facts-heading = Facts
initiative-more-heading = More about it
initiative-plans-heading = Roadmap and plans
initiative-measures-heading = Measures
initiative-money-heading = Funding and staffing
initiative-roles-heading = Who has been responsible
initiative-partners-heading = Partners
initiative-links-heading = Other { -initiative(form: "other") }
initiative-history-heading = History
initiative-evaluations-heading = Evaluations
initiative-editions-heading = In each edition
initiative-doubts-heading = Doubts and open questions

## What is folded.

# A part of the page, and how many entries it has.
initiative-folded = { $heading } ({ $count })
initiative-description = Description, other names, and numbers
initiative-full-history = Full history, and earlier reports
initiative-all-measures = All measures and figures
initiative-involved-heading = Partners and related { -initiative(form: "other") }
initiative-sources-heading = Sources and symbols

## The ideas as a checklist.

initiative-ideas-found = Since it was proposed, something was found about { $found } of the { $count } ideas for putting it into practice.
initiative-ideas-found-all = Since it was proposed, something was found about { $count ->
    [one] the one idea
   *[other] each of the { $count } ideas
} for putting it into practice.
initiative-ideas-found-none = Since it was proposed, nothing was found about { $count ->
    [one] the one idea
   *[other] any of the { $count } ideas
} for putting it into practice.
# Behind an idea: how many chose it in a survey.
initiative-idea-votes = { $votes ->
    [one] one vote in the survey
   *[other] { $votes } votes in the survey
}

## Said where a part has nothing.

initiative-no-steps = No source gives dated steps for it; the drawing shows only updates and events.

## Its roadmap as a table.

initiative-drawn = What the drawing shows
initiative-drawn-what = What
initiative-drawn-words = In words
initiative-drawn-record = First listed
initiative-drawn-update = Update
initiative-drawn-schedule = Schedule
initiative-drawn-step = Step
initiative-drawn-event = Event

## Who has been responsible.

initiative-roles = Who has been responsible for it
initiative-role = Role
initiative-role-who = Who
initiative-role-until = Until

## Partners.

initiative-partners = Partners named in the sources
initiative-partner = Partner
initiative-partner-since = Since

## Money and staff.

initiative-funding = Funding named in the sources
initiative-staffing = Staffing named in the sources
initiative-money-what = What
initiative-money-amount = Amount
initiative-money-state = Stage
# Who gives the money; a name, or words of the record.
initiative-money-from = From: { $who }
initiative-money-cycle-not-stated = not stated
initiative-money-as-of = As of

## Ties to other initiatives; the first three as this one has them, then as the other has them.

initiative-link-depends_on = Depends on
initiative-link-related = Related to
initiative-link-takes_over = Takes over
initiative-linked-depends_on = Needed by
initiative-linked-takes_over = Continues in

## Its state in each edition.

initiative-editions = Its state in each edition
initiative-edition = Edition
initiative-edition-absent = Not yet listed

## Points on which sources differ.

initiative-doubt = { CAPITALIZED($topic) }
initiative-doubt-noted = { CAPITALIZED($topic) }. { $note }
initiative-doubt-said = What is said
initiative-doubt-where = Where

## Rows of tables.

initiative-areas = { CAPITALIZED(-area(form: "other")) }
initiative-initiatives = { CAPITALIZED(-initiative(form: "other")) }
initiative-with-update = With an update
initiative-only-related = Only something related found
initiative-nothing-found = Nothing found
