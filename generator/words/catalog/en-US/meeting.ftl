### What was presented at meetings of the governing body.

meeting-list-lede = What was presented to the { -governing-body }, each document as it was on that day.
meeting-all = All meetings
meeting-count = { $count ->
    [one] One meeting
   *[other] { $count } meetings
}
meeting-date = Date
meeting-called = Meeting
meeting-agenda-item = Agenda item
meeting-subject = Subject
meeting-prepared-by = Prepared by
meeting-documents = Documents
meeting-title = Meeting of { $day }
meeting-lede = The documents as they were presented. They stay as they were, whatever is found later.
meeting-presented-caption = { $count ->
    [one] One document that was presented
   *[other] { $count } documents that were presented
}
meeting-document = Document
meeting-form = Form
meeting-archived = Archived on
meeting-digests = Digests
meeting-digests-text = By its digest anybody can check that a file is still the one that was presented.
# `form` is PDF, DOCX or PPTX.
meeting-size = { $form }, { $size } kB
meeting-size-pages = { $form }, { $pages ->
    [one] one page
   *[other] { $pages } pages
}, { $size } kB
