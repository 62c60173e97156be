### Documents for the council.

print-match = (editors’ match)
# A heading that is in another volume of the same report.
print-in-volume = { $title } (volume { $number })
print-drawing-alt = { $title }. { $description }
print-lanes-alt = { $title }. { $note } { $elsewhere }
