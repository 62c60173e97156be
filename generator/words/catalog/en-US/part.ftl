### Long tables, which continue on further pages.

# Which rows are shown, as "1 to 300".
part-rows = { $first } to { $last }
part-rows-of = { $first } to { $last } of { $whole }
# The caption of a table, or the name of a page and of its table, with which rows are shown.
part-caption = { $name }: { $rows }
part-title = { $page }: { $name }, { $rows }
part-description = Part of a long table on the page “{ $page }”.
# What the links between the parts are called where they are read out; `name` is the table's.
part-navigation = Parts of: { $name }
part-previous = Previous: { $rows }
part-next = Next: { $rows }
