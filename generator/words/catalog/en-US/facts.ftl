### What an organization keeps of an initiative itself: its groups, numbers, places, progress, risks,
### and documents.

## On the page of an initiative.

facts-progress = Progress
# `percent` is a number from 0 to 100.
facts-progress-count = { $percent }% by the { -organization }’s own count, { $date }
# Earlier counts, the oldest first.
facts-progress-before = Before: { $counts }
facts-progress-earlier = { $percent }% ({ $date })
facts-places = Places
# A place, and what kind of place it is in a word or two.
facts-place = { $name } ({ $kind })
facts-risks-heading = Risks
facts-risks = Risks in the { -organization }’s own register
facts-risk = Risk
facts-risk-likelihood = Likelihood
facts-risk-impact = Impact
facts-risk-rating = Rating
facts-risk-mitigation = What is done about it
facts-risk-as-of = As of
# Below the date as of which the register has the risk.
facts-risk-closed = Closed: { $date }
facts-risk-closed-note = Closed: { $date }. { $note }
facts-documents-heading = Documents
facts-documents = Contracts, plans, and other documents
facts-document = Document
facts-document-kind = Kind
facts-document-date = Date
facts-document-holder = Kept by

## Pages of groups. Titles of taxonomies and groups are the organization's own.

facts-groups = Other ways to group { -initiative(form: "other") }
    .nav = Groups
    .description = How the { -organization } groups its { -initiative(form: "other") }, beside the { -area(form: "other") }.
    .lede = Beside its { -area(form: "other") }, the { -organization } groups its { -initiative(form: "other") } in these ways.
facts-groups-all = All groups
facts-group-lede = { $count ->
    [0] No { -initiative } belongs
    [one] One { -initiative } belongs
   *[other] { $count } { -initiative(form: "other") } belong
} to this group of “{ $taxonomy }”, as of { $day }.
facts-taxonomy-lede = { $count ->
    [one] The one { -initiative } of the report in { $groups ->
        [one] one group
       *[other] { $groups } groups
    }, as of { $day }.
   *[other] The { $count } { -initiative(form: "other") } of the report in { $groups ->
        [one] one group
       *[other] { $groups } groups
    }, as of { $day }.
}
facts-taxonomy-several = { CAPITALIZED(-initiative(form: "indefinite")) } may be in more than one group, so the numbers add up to more than all.
# The same where nobody tells how they are doing.
facts-taxonomy-caption-alone = { $taxonomy }: { -initiative(form: "other") }
facts-taxonomy-caption = { $taxonomy }: { -initiative(form: "other") } by status
facts-ungrouped = In no group
facts-ungrouped-list = { $count ->
    [one] One { -initiative } is in no group of “{ $taxonomy }”
   *[other] { $count } { -initiative(form: "other") } are in no group of “{ $taxonomy }”
}
facts-groups-more = All groups of “{ $taxonomy }”

## The page of places.

facts-places-title = Places
    .description = Where the { -initiative(form: "other") } of the report are carried out.
facts-places-lede = { $places ->
    [one] One place of { $count ->
        [one] one { -initiative }
       *[other] { $count } { -initiative(form: "other") }
    }, as of { $day }.
   *[other] { $places } places of { $count ->
        [one] one { -initiative }
       *[other] { $count } { -initiative(form: "other") }
    }, as of { $day }.
}
facts-places-without-point = { $count ->
    [0] The report gives the position of each.
    [one] The report does not give the position of one of them.
   *[other] The report does not give the position of { $count } of them.
}
facts-places-file = For maps, the places with a position are in { $file } (GeoJSON).
facts-place-name = Place
facts-place-position = Latitude, longitude
# Degrees as written in the data, with a period; south and west are below zero.
facts-place-point = { $lat }, { $lon }
# A kind of place, and how many there are of it.
facts-places-caption = { $count ->
    [one] { $kind }: one place
   *[other] { $kind }: { $count } places
}
facts-places-other = Other places
facts-places-all = All places
