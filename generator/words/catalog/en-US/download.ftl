### Documents that pages offer.

download-name-brief = Brief for the { -governing-body }
download-name-report = Full report
# `name` is one of the above.
download-volume = { $name }, volume { $number } of { $of }: { $subject }

# How long and large a file is.
download-kilobytes = PDF, { $pages ->
    [one] one page
   *[other] { $pages } pages
}, { $size } kB
download-megabytes = PDF, { $pages ->
    [one] one page
   *[other] { $pages } pages
}, { $size } MB
# The above as a sentence.
download-sentence = { $says }.
