### How old what is known is.

# What “Last reported under way” and the like mean.
age-last-reported = It was so on the date given. Two or more times for an update have passed since, and no source shows whether it is still so.

# Beside the state of an idea that only the report which proposed it tells of.
age-at-proposal = when proposed ({ $date }); nothing was found since

## Beside a count: when what it rests on was last found. `first` and `last` are years.

age-found-year = last found in { $first }
age-found-years = last found from { $first } to { $last }
age-both-year = { $recent } found since { $since }; { $count } last found in { $first }
age-both-years = { $recent } found since { $since }; { $count } last found from { $first } to { $last }
# Years alone, where there is little room.
age-span-year = { $first }
age-span-years = { $first } to { $last }

## The drawing: in which year anything about each initiative was last found.

age-heading = How old is what we know?
# `middle` and `newest` are years; `older` is how many have no find that is newer than `middle`.
age-half = { $count ->
    [one] About one { -initiative }, something was found after it was proposed; the newest find is from { $newest }.
   *[other] For { $older } of the { $count } { -initiative(form: "other") } about which anything was found after they were proposed, the newest find is from { $middle } or earlier; the newest of all is from { $newest }.
}
age-never = { $count ->
    [one] Nothing was found about one { -initiative } after it was proposed.
   *[other] Nothing was found about { $count } { -initiative(form: "other") } after they were proposed.
}
age-chart-title = When anything was last found about each { -initiative }
age-chart-unit = { CAPITALIZED(-initiative(form: "other")) }, by the year in which anything about them was last found
# A narrow label below the bar of those about which nothing was found.
age-chart-never = never
age-chart-key-full = Has an update
age-chart-key-apart = Only something related was found
age-chart-key-vague = Nothing found since it was proposed
age-table-year = Last found in
age-table-never = Never, since it was proposed
age-table-with-update = { CAPITALIZED(-initiative(form: "other")) } with an update
age-table-without-update = Without one
