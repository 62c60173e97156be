### What is around every page.

frame-as-of = Shown as of { $date }.
frame-menu = Menu
frame-main = Main
frame-crumbs = Breadcrumb
frame-toc = On this page
frame-notice = Notice
# The name that a table which scrolls has for screen readers; {"{name}"} is the heading above it.
frame-table = Table: { $name }

## The page for addresses at which nothing is.

frame-missing-heading = Page not found
frame-missing = There is no page at this address.
frame-missing-status = All { -initiative(form: "other") } and their status
frame-missing-home = The front page

## In the site builder's configuration.

# The list of the languages in which the site is published.
frame-languages = Languages
frame-palette-dark = Use the dark palette
frame-palette-light = Use the light palette
frame-permalink = Link to this section
