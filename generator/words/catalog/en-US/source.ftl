### Sources.

source-lead = { $count ->
    [one] Everything in this report is based on one source, which is public. Titles and facts belong to those who published them.
   *[other] Everything in this report is based on { $count } sources, all of them public. Titles and facts belong to those who published them.
}

# `stated` is the date as the source gives it.
source-date-gap = Date: { $gap } (given as: { $stated })
source-date-stated = { $date } (given as: { $stated })

## What uses a source. A list of links and of the uses below comes after the colon.

source-used-for = Used for:
# Unfolds the list of links.
source-used-for-pages = { $count ->
    [one] Used for one page
   *[other] Used for { $count } pages
}
source-pages = { $count ->
    [one] one page
   *[other] { $count } pages
}
source-users-title = Pages that use { $source }
source-users-heading = Pages
source-users = Pages that use this source
source-page = Page

source-use-about = the { -program }
source-use-organization = departments, posts, and partners
source-use-calendar = budget cycles
source-use-history = earlier efforts
source-use-survey = the survey
source-use-salons = the salons
source-use-discrepancies = points on which sources disagree
source-use-evaluation = evaluations
source-use-edition = earlier reports
