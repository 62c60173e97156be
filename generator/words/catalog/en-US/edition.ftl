### Editions: the report as it was at earlier times.

## What an edition must not be taken for, and how it is kept.

edition-notice = Reconstructed from public sources, as of { $date }. It is not a { $year } report by the { -organization } itself.
edition-notice-made = Reconstructed in { $made } from public sources, as of { $date }. It is not a { $year } report by the { -organization } itself.
edition-lede = The report as of { $date }.
edition-words-of-today = What this edition holds is kept as it was frozen; the sentences around it use today’s wording.

## What it is.

edition-as-of = As of
edition-kind = Kind
edition-kind-reconstructed = This site’s reconstruction
edition-kind-published = Published by the { -organization }
edition-frozen = Frozen
edition-frozen-not-yet = Not yet
edition-frozen-not-yet-means = it may still change
edition-frozen-means = it stays as it is
edition-frozen-again = again; see the errata for why
edition-original = Published report
edition-original-covered = What it covered
edition-original-date-gap = Date: { $gap }
edition-original-published = Published { $date }.
# How much of the document that was published can still be found.
edition-original-available-whole = Available: all of it.
edition-original-available-part = Available: only part of it.
edition-original-available-none = No copy was found.

## Its parts.

edition-about-heading = About this edition
edition-headline = { $proposed ->
    [one] One { -initiative } proposed
   *[other] { $proposed } { -initiative(form: "other") } proposed
}, with { $ideas ->
    [one] one idea
   *[other] { $ideas } ideas
} in { $areas ->
    [one] one { -area }
   *[other] { $areas } { -area(form: "other") }
}.
edition-headline-joined = { $proposed ->
    [one] One { -initiative } proposed
   *[other] { $proposed } { -initiative(form: "other") } proposed
} and { $joined ->
    [one] one first seen later
   *[other] { $joined } first seen later
}, with { $ideas ->
    [one] one idea
   *[other] { $ideas } ideas
} in { $areas ->
    [one] one { -area }
   *[other] { $areas } { -area(form: "other") }
}.
edition-claimed-heading = What was claimed
edition-claims = Claims made at the time about the { -program }, and what can be said about them
edition-claims-none = No claim about the { -program } as a whole is listed with it.
edition-claim = Claim
edition-claim-about = About
edition-claim-beside = What can be said about it
edition-sources = Sources
edition-changes-since = What changed since the { $year } edition
edition-changes-first = This is the first edition; there is none before it to compare with.
edition-initiatives-heading = All { -initiative(form: "other") }
edition-initiatives = { $count ->
    [one] The one { -initiative }
   *[other] All { $count } { -initiative(form: "other") }
}, { $date }
edition-by-area = Statuses by { -area }
edition-all = All
edition-evaluation-heading = Evaluation
edition-evaluations = Evaluations of { $year }
edition-evaluations-none = It holds no evaluation of { $year }.
edition-evaluated = Evaluated
edition-evaluated-program = { $program }, the { -program } as a whole
edition-evaluated-result = Result
edition-evaluated-why = Why
edition-evaluated-decision = Decision
# What the edition does not hold.
edition-empty-heading = Not in this edition
edition-missing-heading = What was missing
edition-without-update = Without the updates that were due
edition-without-baseline = Measures without a baseline
edition-data-heading = Data
edition-data-none = Data is offered once the edition is frozen.
edition-data-snapshot = Everything it holds
edition-data-snapshot-means = JSON; its schema is with the data
edition-data-digest = Its digest
edition-data-digest-means = SHA-256 of that file. It shows a change by accident, in storage or on the way. Whoever changes the file on purpose can make the digest anew; against that, the history of the repository protects, and the review of any change to a frozen file says so in its first line.
edition-data-digest-means-reconstructed = SHA-256 of that file. It shows a change by accident, in storage or on the way. Whoever changes the file on purpose can make the digest anew; against that, the history of the repository protects, and the review of any change to a frozen file says so in its first line. It says nothing about a report by the { -organization } itself.
edition-errata-heading = Errata
edition-errata = What this edition holds and the report no longer says
edition-errata-none = No mistake in this edition has been found.
edition-erratum-record = Record
edition-erratum-corrected = Corrected
edition-erratum-why = Why
edition-renewals = When and why it was frozen again
edition-renewal-on = Frozen again
edition-renewal-before = In place of what was frozen on { $day }, with the digest { $digest }
edition-redactions = Personal data taken out of this edition after it was frozen
edition-redaction-on = Taken out
edition-redaction-texts = Places
edition-redaction-digest = Digest before

## The list of editions.

edition-list-title = Editions
edition-list-count = { $count ->
    [one] One edition of the report, { $begin }
   *[other] { $count } editions of the report, from { $begin } to { $end }
}: each is the report as it was at one time.
edition-list-lede = Once an edition is frozen, it keeps its address and what it says; if one must be frozen again, its page says when and why. What is learned later is on the page of changes.
edition-list-changes = What changed from each edition to the next, and up to today
edition-list = Editions of the report
edition-list-edition = Edition
edition-list-initiatives = { CAPITALIZED(-initiative(form: "other")) }
edition-list-not-frozen = not yet
edition-list-kind-reconstructed = reconstructed from public sources
edition-list-kind-published = published
edition-list-original-whole = all of it
edition-list-original-part = only part of it
edition-list-original-none = no copy was found
