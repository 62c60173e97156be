### What the editors matched: records whose sources do not name the initiative.

# `records` are all events, goals, and names on record; `matches` those that editors connected.
match-lede = A source often describes something without naming the { -initiative } that it belongs to. { $records ->
    [one] This site’s editors made that connection for the only event, goal, or other name on record.
   *[other] This site’s editors made that connection for { $matches ->
        [one] one
       *[other] { $matches }
    } of the { $records } events, goals, and other names on record.
} The links lead to each source, so that you can judge for yourself.

match-alone-heading = Statuses that rest on matches alone
match-alone = { $alone ->
    [0] No status rests on such matches alone.
   *[other] { $statuses ->
        [one] The status of the only { -initiative } with an update rests
       *[other] Of the { $statuses } { -initiative(form: "other") } with an update, { $alone ->
            [one] one has a status that rests
           *[other] { $alone } have a status that rests
        }
    } on such matches alone: none of its evidence names the { -initiative }.
}
match-alone-caption = { $count ->
    [one] The status that rests on matches alone
   *[other] The { $count } statuses that rest on matches alone
}
match-program-heading = The { -program } as a whole
# What was matched with an initiative of a topic area, or with the program as a whole.
match-caption = { $area }: { $count ->
    [one] one match
   *[other] { $count } matches
}

# Unfolds the table.
match-unfold = { $count ->
    [one] One match
   *[other] { $count } matches
}

## Heads of columns.

match-what = What was matched
match-with = Matched with
match-why = Editors’ remark
match-carries = Updates that use it

## In the columns.

match-program = The { -program }
match-event = event, { $date }
match-goal = a goal that it serves, since { $date }
match-title = another name for it
match-with-whole = The whole { -initiative }
match-with-program = The whole { -program }
match-with-context = Background only
match-update = Update, { $date }
match-carries-alone = The status rests on matches alone.

## On the front page and on the page of an initiative.

match-share = { $statuses ->
    [one] The status of the only { -initiative } with an update rests
   *[other] Of the { $statuses } { -initiative(form: "other") } with an update, { $alone ->
        [one] one has a status that rests
       *[other] { $alone } have a status that rests
    }
} only on sources that do not name the { -initiative }: this site’s editors made the connection. { $link }
    .link = See every match.
match-status-alone = based only on { $link }
    .link = the editors’ matches
