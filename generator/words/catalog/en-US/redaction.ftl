### What is left where personal data was taken out.

# Stands inside a text, in place of what was removed; `reason` is in the words of an editor.
redaction-mark = [removed on { $date }: { $reason }]
# Why a value is missing; a sentence.
redaction-why = Removed on { $date }: { $reason }.
