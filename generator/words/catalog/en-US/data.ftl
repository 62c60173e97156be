### The page of open data.

data-lead = Every record of this report as of { $day }, free to download and use again. The addresses stay the same; what is behind them follows the report.

data-cite-heading = How to cite

# As a reader may cite it. `organization`, `license` and `title` are names.
data-citation = { $title }, { $organization }. Data as of { $day }. { $license }.
data-citation-at = { $title }, { $organization }. Data as of { $day }. { $address }. { $license }.

## What all tables of files have.

data-file = File
data-holds = What it holds
data-size = Size
data-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
data-kilobytes = { $size } kB
data-megabytes = { $size } MB

## The whole report.

data-whole-heading = The whole report
data-whole = Files of the whole report
# `name` is what a document is called, as "Brief".
data-holds-print = { $pages ->
    [one] { $name }: PDF of one page.
   *[other] { $name }: PDF of { $pages } pages.
}
data-holds-site = Every page of this site, to be read without a connection: unpack it and open index.html.
data-holds-report = Every record of the report, and the state of every { -initiative }.
data-holds-schema = The JSON Schema (2020-12) of report.json and of editions.
data-holds-places = The places whose position is known, for maps: a point for each, with its { -initiative } (GeoJSON, RFC 7946).
data-holds-package = The tables’ columns, types, and keys, as a Data Package.

## Tables.

data-tables-heading = Tables
data-tables = Tables in CSV, one row for each record
data-rows = Rows
data-meaning = Meaning
data-columns-of = { $table }: columns

## Editions.

data-editions-heading = Editions
data-editions = Editions as they were frozen
data-edition-reconstructed = { $title }: compiled later from public sources by this site’s editors.
data-edition-unknown = A frozen edition.
data-digest = The SHA-256 checksum of the snapshot, with which anyone can tell whether a copy of it is the same.

## How to read the tables. Names in English, such as "missing" and primaryKey, are in the files.

data-reading-heading = How to read the tables
data-reading-files = UTF-8 with a byte order mark; commas between cells, quotation marks around a cell that needs them, CR LF at the end of each line (RFC 4180). The first line names the columns. In a spreadsheet, open them with the comma as the only separator.
    .name = Files.
data-reading-apostrophes = A spreadsheet runs a cell that begins like a formula. So a cell of text gets one apostrophe in front where it begins with one of = + - @ or their full-width forms, also after white space; where it begins with a tab or a line break; and where it begins with an apostrophe. Remove exactly one apostrophe from the front of a cell of text, and you have what was written. Columns of numbers, of dates, and of true or false never get one.
    .name = Apostrophes.
data-reading-empty = The record has no such value. Where the report knows why, a column with “missing” in its name says so. An empty cell never means zero.
    .name = Empty cells.
data-reading-dates = As exact as the source: 2016, 2016-08, or 2016-08-30; 2016-21 to 2016-24 are spring, summer, fall, and winter, and 2016-33 to 2016-36 the quarters of a year; from and to as 2016-03/2016-05; one moment between bounds as [2016-03..2016-05], one of two as [2016-03,2016-05]; an open end as two periods; a tilde after a date that editors placed (EDTF, levels 0 to 2). Columns of days hold full days.
    .name = Dates.
data-reading-numbers = Digits with a period for decimals, exactly as typed. In the JSON files they are text, so that no software rounds them.
    .name = Numbers.
data-reading-ids = Permanent. Ids of ideas, events, measures, and funding are unique within their { -initiative }; both columns together name such a record. The columns that tell a row from all others are given as primaryKey in datapackage.json.
    .name = Ids.
data-reading-prose = The body of an update and the description of { -initiative(form: "indefinite") } are Markdown.
    .name = Prose.

## What the files do not hold.

data-absent-heading = What is not there
data-absent-tables = Goals, figures for context, roadmap steps, work plans, approvals, support, staffing, findings, links, pictures, evaluations, figures inside events, departments, posts, the calendar of updates, the survey, salons, open questions, and the vocabulary have no table of their own. They are all in report.json.
data-absent-later = Anything dated later than the day of the report is not in these files yet.
data-absent-kinds = There is no spreadsheet file, no feed, no calendar, and no query interface: the files are whole.

## The data dictionary: a page that leads to the columns of each table, and a page for each table.

data-dictionary-lead = What each table of the open data holds, what its columns mean, and how its cells are written.
data-dictionary-link = How to read the tables, and what each column means
data-dictionary-tables = Tables and what they hold
data-table = Table
data-columns-number = Columns
# The columns that together are different in each row.
data-key = Key
data-columns-heading = Columns
data-columns = { $count ->
    [one] { $file }: one column
   *[other] { $file }: { $count } columns
}
data-column = Column
data-kind = What it contains
data-kind-id = id
data-kind-ids = ids, joined by ;
data-kind-key = a fixed word
data-kind-text = text
data-kind-address = web address
data-kind-partial_date = date, as exact as the source
data-kind-day = day
data-kind-number = number
data-kind-whole_number = whole number
data-kind-true_or_false = true or false
# The fixed keys that may be in a column.
data-one-of = one of: { $keys }
