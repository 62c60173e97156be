### The page of search.

search-lead = { $count ->
    [one] Find the one { -initiative } and everything else in this report.
   *[other] Find any of { $count } { -initiative(form: "other") } and everything else in this report.
}
search-words = Words
search-results = Results
# {"{count}"} is filled in by the page's script, as a number.
search-found = Pages found: { $count }
search-none = Nothing was found. Try fewer words, or others.
search-no-index = This copy of the site cannot be searched. Use the lists below.
search-more = Show more
search-needs-script = Searching needs JavaScript.
search-lists = Every { -initiative } is also in the lists of the { $status } and of its { $area }.
    .status = status page
    .area = { -area }
