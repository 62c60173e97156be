### A change of the content as whoever approves it reads it, in text or on a git host.

# A name of something in the record, such as “ideas” or “summary”, and what is said of it.
review-fact = { CAPITALIZED($name) }: { $value }
review-facts = { CAPITALIZED($name) } ({ $count }):
# The name of a text and how many words it has; the text itself follows.
review-text-new = { CAPITALIZED($name) } (new, { $count ->
    [one] one word
   *[other] { $count } words
}):
review-text-reworded = { CAPITALIZED($name) } (reworded, now { $count ->
    [one] one word
   *[other] { $count } words
}):
review-long-text = This text is long: { $count } words. Few people read more than { $most }.
# Parts of a long text that nobody changed.
review-unchanged-parts = ({ $count ->
    [one] One line is
   *[other] { $count } lines are
} unchanged.)
# The former words of those parts of a text that are otherwise now.
review-before = The reworded part said before:

# Who says what a status update says; the milestone is its title, or a day.
review-update-reported = those responsible, for { $milestone }
review-author-reported = { $who }, for { $milestone }
review-update-official = records of the { -organization }, for { $milestone }
review-author-official = { $who }, from records of the { -organization }, for { $milestone }
review-update-compiled = editors, from public sources, for { $milestone }
review-author-compiled = { $who }, from public sources, for { $milestone }
review-no-owner = No { -owner } is named.
review-no-sponsor = No { -sponsor } is named.

# An address.
review-page = Page: { $address }
review-lists = { $heading } ({ $count })
# What is dated after the day of the report.
review-later = Not shown before { $date }
# The name of a language in that language, and how many texts are new in it.
review-translations = { $language } ({ $count })
# The title of a record, and where in its file the text is.
review-translated-text = { $what }, { $where }
review-nothing = Nothing changes for readers.
