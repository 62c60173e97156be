### The page of search.

search-lead = { $count ->
    [one] Find the one { -initiative } and everything else in this report.
   *[other] Find any of { $count } { -initiative(form: "other") } and everything else in this report.
}
search-part = Find pages
search-words = Words
search-submit = Search
search-close = Close
search-results = Results
# {"{count}"} is filled in by the page's script, as a number.
search-found = Pages found: { $count }.
# { $typed } is a word that is nowhere in the report, { $word } one that is and looks like it. Both are
# filled in by the page's script.
search-taken = There is no “{ $typed }”; this is for “{ $word }”.
search-none = Nothing was found. Try fewer words, or others.
search-no-index = This copy of the site cannot be searched. Use the lists below.
search-more = Show more
search-needs-script = Searching needs JavaScript.
search-lists = Every { -initiative } is also in the { $status } and on the page of its { $area }.
    .status = list of all { -initiative(form: "other") }
    .area = { -area }

## What an { -initiative } says of itself among the results.

# { $status } is a status, as "Under way", { $found } when that was last found or known.
search-status = { $status }, { $found }

## What search goes by. Readers do not see it.

# Words that say nothing of what somebody looks for, with blanks between them: articles, pronouns,
# prepositions, auxiliary verbs, words that ask. Search leaves them out.
search-small-words = a about all am an and any are as at be been being but by came can come comes could did do does doing done for from get give go got had happen happened happens has have how i if in into is it its just like may me might more most much my no not of off on or our out over please show so some tell than that the their them then there these they this those to too under up us very was we were what when where which who whom whose why will with would you your
# What people type who look for these pages, with blanks or signs between the words.
search-words-about = about, contact, report an error, suggest a correction, mistake, feedback, license
search-words-changes = what changed, news, new, updates
search-words-data = download, spreadsheet, Excel, CSV, JSON, open data, API
search-words-ideas = how many ideas, list of ideas, proposals, suggestions
search-words-method = how it works, how counts are made, definitions, meaning of words
search-words-money = cost, costs, spending, how much was spent, budget, price, expenses
search-words-responsibility = who is in charge, who is responsible, contact person, staff, manager
search-words-roadmap = what is next, what is due next, plans, schedule, deadlines, timeline, upcoming
search-words-sources = where does this information come from, evidence, references, bibliography, links
search-words-initiatives = all { -initiative(form: "other") }, list, progress
search-words-unknown = missing, gaps, questions
# What the page of an { -initiative } tells of money by, where it does so in other words.
search-subjects-money = cost, costs, price
