### The history of an initiative.

## What began it; the status that it had then follows.

history-began-proposed = First listed
history-began-first_seen = First seen in a source

## Events.

# The idea for putting an initiative into practice that an event or a step is about.
history-idea = Idea: { $idea }
history-source-word = In the source’s words: “{ $word }”
history-figure = { $label }: { $figure }
# The same with the source’s own words, in quotation marks.
history-figure-stated = { $label }: { $figure } ({ $stated })

## Updates.

history-update = Status update
# For which milestone it was given, and on whose word it rests.
history-update-reported = { $milestone }; reported by those responsible
history-update-official = { $milestone }; from records of the { -organization }
history-update-compiled = { $milestone }; compiled from public sources
# Who judged how likely the initiative is to succeed; after that judgment.
history-judged-by = judged by { $who }
# What somebody outside must do: a sentence of the record.
history-ask = Needed from { $who } by { $date }: { $what }
