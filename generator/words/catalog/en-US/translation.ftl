### What is shown in several languages, and how much of it is translated.

# Stands beside a passage whose original was changed after it was translated, and below the page
# before what it means.
translation-outdated-mark = *
translation-outdated = { translation-outdated-mark } This text was changed after it was translated.
translation-heading = Languages
translation-some = { $translated ->
    [0] No text of this report is translated into this language yet. All are shown in the language in which they were written.
   *[other] { $translated } of { $texts } texts of this report are translated into this language. The others are shown in the language in which they were written.
}
translation-all = All texts of this report are translated into this language.
translation-changed = { $count ->
    [one] One text was changed after it was translated, and is marked.
   *[other] { $count } texts were changed after they were translated, and are marked.
}
