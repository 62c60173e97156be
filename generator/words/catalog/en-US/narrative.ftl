### Pages of prose, and the lists from the data below them.

# Unfolds one section of a long text, under its heading.
narrative-section-unfold = Read this section
# Unfolds a long table, or a list of events, under its heading.
narrative-unfold = { $count ->
    [one] One entry
   *[other] { $count } entries
}

narrative-program-heading = The { -program } in dates

## Salons: public evenings, each on one theme.

narrative-salons-heading = Salons
narrative-salons = Public salons
narrative-salon = Salon
narrative-theme = Theme

## Talks inside the organization.

narrative-talks-heading = Talks inside the { -organization }
narrative-talks-none = No source mentions talks inside the { -organization }.
narrative-talks = Rounds of talks
narrative-talks-with = With whom
narrative-themes = Themes

## The survey that was held before the report.

narrative-survey-heading = The survey
narrative-survey-none = No source mentions a survey.
narrative-survey-held = Held
narrative-survey-sent-to = Sent to
narrative-survey = { $title } ({ $date })

narrative-votes-heading = Votes by { -area }
narrative-votes = Votes and ranks
narrative-votes-public = Public rank
narrative-votes-staff = Staff rank
narrative-votes-salon = Salon rank

# Other groups that put the areas in an order.
narrative-polls-heading = Other polls
narrative-polls = How each group ranked the { -area(form: "other") }
narrative-polls-who = Who
narrative-polls-order = Order

## Units and posts.

narrative-units-heading = Departments and divisions
narrative-units = Units of the { -organization } that sources name
narrative-unit = Unit
narrative-unit-kind = Kind
narrative-unit-part-of = Part of
narrative-seen = Seen in sources
narrative-posts-heading = Posts
narrative-posts = Posts that sources name
narrative-post = Post
