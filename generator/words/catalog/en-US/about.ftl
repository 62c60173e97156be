### The page about the report.

about-story-heading = The story
about-basis-heading = What it is based on
about-use-heading = Use and contact
# The same where no contact is named.
about-use-alone-heading = Use

## What the report is based on: where it is, and what is there.

about-way-method = Method
    .means = What the words mean and how things are worked out.
about-way-sources = Sources
    .means = Everything the report is based on.
about-way-matches = Editors’ matches
    .means = What the sources do not connect with { -initiative(form: "indefinite") } themselves.
about-way-audit = Check a sample
    .means = Claims drawn at random, with the way to their sources.
about-way-unknown = What we do not know
    .means = Gaps, questions, and disagreements.
about-way-data = Data
    .means = Every record, free to use.

## Use and contact.

about-license-text = The text of the license
