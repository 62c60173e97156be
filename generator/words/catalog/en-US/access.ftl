### The page on access: what was tested, what is known to be missing, whom to tell.

# `errors` is what all engines together found on all pages.
access-lead = This site is meant for everybody: it aims at the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. { $errors ->
    [0] When its software was last tested, on { $date }, the engines below found no error on { $pages } pages.
    [one] When its software was last tested, on { $date }, the engines below found one error on { $pages } pages.
   *[other] When its software was last tested, on { $date }, the engines below found { $errors } errors on { $pages } pages.
}

# The same where no results of tests are stored.
access-lead-alone = This site is meant for everybody: it aims at the Web Content Accessibility Guidelines (WCAG) 2.2, level AA.

access-tested-heading = What was tested
access-program = What is tested is the software that makes this site, with every page of two reports: its own sample, a made-up place that fills every field, also in a language made up for tests; and the first report that was made with it. What editors have written since is not part of these figures.
access-program-kinds = What is tested is the software that makes this site, with the largest page of each kind of two reports: its own sample, a made-up place that fills every field, also in a language made up for tests; and the first report that was made with it. What editors have written since is not part of these figures.
# `widths` is a list of widths, each as below.
access-tested = Each of these pages was looked at { $widths }, in the light palette and in the dark one, also with all that is folded unfolded. Search, the menu, and the filter were tested while in use. The Nu Html Checker reads every page once.
access-width = { $width } pixels wide
access-engines = Engines and what they found
access-engine = Engine
access-version = Version
access-pages = Pages
# A page at one width in one palette, or with something on it in use, is one view.
access-views = Views
access-errors = Errors

access-built-heading = How it is built
access-built-script = Every page can be read and used without JavaScript, with a keyboard alone, and without color: each state has a word and a shape.
access-built-narrow = Text can be enlarged to 400 percent. Pages fit a screen 320 pixels wide; only wide tables scroll, in a box of their own that a keyboard reaches.
access-built-drawings = Each drawing has a name and a description, and a table or a sentence that says the same.
access-built-states = The palette follows the reader’s system, and so do reduced motion and forced colors.
access-built-documents = The documents are tagged PDFs (PDF/UA-1), tested with veraPDF.

access-gaps-heading = Known gaps
access-gap-people = Nobody who depends on a screen reader, a magnifier, or speech input has tested it yet.
access-gap-engines = Engines find some barriers and miss others. That they found no error does not mean that there is no barrier.
# `browser` is a name and a version.
access-gap-browser = The tests use one browser, { $browser }.
access-gap-editor = The form editor for staff is mostly other people’s work. It is tested for serious barriers only.
access-gap-elsewhere = Sources to which pages lead belong to others and were not tested.

access-report-heading = Report a barrier
access-report = If something on this site keeps you from reading or using it, please say which page it is on, what you tried, and with which browser and aids.
