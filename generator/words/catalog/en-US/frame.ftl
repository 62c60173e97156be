### What is around every page.

frame-as-of = Shown as of { $date }.
frame-menu = Menu
frame-main = Main
frame-crumbs = Breadcrumb
frame-toc = On this page
frame-top = Back to top
frame-notice = Notice
# The name that a table which scrolls has for screen readers; {"{name}"} is the heading above it.
frame-table = Table: { $name }
# What the quiet link beside a heading is called; {"{name}"} is the heading.
frame-heading = Link to: { $name }

## At the foot of every page.

# What the foot is called for those who have the page read out to them.
frame-page-foot = About this page
# A link to where readers can write.
frame-correct = Suggest a correction
# The subject of what they write; {"{title}"} is what the page is called.
frame-correction = Correction: { $title }
# A line that unfolds how to cite the page.
frame-cite = Cite this page
# `as_of` is the sentence that says for which day it speaks; the address of the page follows.
frame-citation = “{ $title }.” { $report }. { $as_of }

## The page for addresses at which nothing is.

frame-missing-heading = Page not found
frame-missing = There is no page at this address.
frame-missing-status = All { -initiative(form: "other") } and their status
frame-missing-home = The front page

## In the site builder's configuration.

# The list of the languages in which the site is published.
frame-languages = Languages
frame-palette-dark = Use the dark palette
