"""Which messages of the catalog count, deny, or claim all; and which of these no record decides."""

import re
from collections.abc import Iterator

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.serializer import serialize_pattern

from generator.words.bundles import CATALOG, FIRST_LANGUAGE

_WORDS = re.compile(
    r"\b(?:nothing|nobody|none|never|no|every|all|only|last|first|newest)\b", re.IGNORECASE
)
"""Words with which a sentence says something about all records, or about none."""

_OF = re.compile(r"\{ \$\w+ \} of \{|\} of \{ \$")
"""N of M."""

_SENTENCE = re.compile(r"[.:]\s*\}?\s*$")

LABELS = (
    *("dictionary-", "field-", "key-", "states-"),
    *("access-", "data-", "method-", "frame-", "page-", "part-", "print-", "about-", "download-"),
)
"""Files whose messages explain words and files or name pages, and say nothing of any record."""

EXEMPT = {
    "age-last-reported": "what a word means",
    "attention-last-found": "tests/views/print/test_attention.py",
    "audit-how": "how claims are checked",
    "audit-lede-all": "tests/views/overview/test_audit.py counts the claims",
    "audit-none": "tests/views/overview/test_audit.py counts the claims",
    "audit-source-none": "tests/views/overview/test_audit.py, by each claim",
    "audit-source-of": "the number of a source among those of one claim",
    "brief-more-in-report": "what the full report holds; tests/pdf/test_same_facts.py",
    "brief-more-in-report-all": "what the full report holds",
    "change-removed-unnamed": "a label of what follows",
    "change-no-longer-missed": "a label of what follows: titles of milestones",
    "change-held-by-nobody-before": "tests/derive/history/changes, by the role before",
    "change-target-none-before": "tests/derive/history/changes, by the targets before",
    "change-milestone": "one field of one record",
    "change-lede": "what a page is about",
    "change-learned-none": "tests/editorial/editions/test_verify.py: what was found since",
    "edition-initiatives": "tests/views/changes/test_editions.py: where nobody speaks of statuses",
    "flow-newest": "tests/views/changes/test_changes.py: a drawing of many editions",
    "flow-no-moves": "tests/views/changes/test_changes.py: editions that are alike",
    "chart-scale": "how a drawing is made; tests/views/charts",
    "chart-none-single-figure": "tests/views/charts/test_measure_chart.py, by the figures",
    "chart-none-single-figure-and-target": "tests/views/charts/test_measure_chart.py, likewise",
    "chart-none-single-figures-and-target": "tests/views/charts/test_measure_chart.py, likewise",
    "chart-none-single-figures": "tests/views/charts/test_measure_chart.py, by the figures",
    "common-in-every-row": "how a table is built; tests/views/base/test_table_builder.py",
    "cycle-lede": "the rule by which updates are owed",
    "cycle-lede-milestones": "the rule by which updates are owed",
    "department-summary": "how long the list below it is",
    "department-no-initiative": "the list by department, counted in test_tables.py",
    "edition-original-available-whole": "one field of one record",
    "edition-original-available-part": "one field of one record",
    "edition-data-digest-means": "what a digest protects against",
    "edition-data-digest-means-reconstructed": "what a digest protects against",
    "evaluation-list-lede": "what evaluations are",
    "goal-answer-none-told": "tests/views/goals/test_goals.py, by the results",
    "goal-formula": "the rule by which results are worked out",
    "home-way-data.means": "what a page is about",
    "matrix-text-hatched": "how a drawing is read",
    "matrix-text-ideas": "how a drawing is read",
    "milestone-covers": "the rule by which updates count",
    "money-chart-left-out": "tests/views/money/test_page.py counts the amounts",
    "money-compared-spent-so-far": "tests/derive/money/test_variance.py, by the dates",
    "plan-waits-checked": "what the check of content makes sure of",
    "report-no-initiative": "said of each stage without any; tests/views/roadmap",
    "report-how-to-read": "how a report is read",
    "report-how-to-read-three": "how a report is read",
    "responsibility-due": "the rule by which updates are owed",
    "review-no-owner": "tests/views/changes/test_review.py, by the new record",
    "review-no-sponsor": "tests/views/changes/test_review.py, by the new record",
    "review-nothing": "tests/views/changes/test_review.py: two reports that are alike",
    "roadmap-no-initiative": "said of each stage without any; tests/views/roadmap",
    "roadmap-part": "how a long drawing is divided",
    "roadmap-next-shown": "how much of a table is shown",
    "roadmap-stage-now.means": "what a word means",
    "roadmap-stage-later.means": "what a word means",
    "roadmap-stage-not_reported.means": "what a word means",
    "search-lists": "where lists are",
    "search-taken": "what the script of search has just found out",
    "search-none": "said by the script of search; tests/browser/test_search.py",
    "match-share.link": "a link",
    "source-checked": "tests/views/overview/test_sources.py counts the answers",
    "source-checked-answered": "tests/views/overview/test_sources.py counts the answers",
    "status-part-description": "how a long table is divided",
    "status-part-note": "how a long table is divided",
    "status-filter-some": "said by the script of the filter; tests/browser/test_filter.py",
    "status-filter-none": "said by the script of the filter; tests/browser/test_filter.py",
    "status-filter-part-all": "said by the script of the filter; tests/browser/test_filter.py",
    "status-filter-part-some": "said by the script of the filter; tests/browser/test_filter.py",
    "status-filter-part-none": "said by the script of the filter; tests/browser/test_filter.py",
    "terminal-no-changes": "tests/derive/history/changes: nothing that differs is left untold",
    "timeline-entry": "a label of what follows: a date",
    "translation-some": "tests/derive/test_translations.py counts the texts",
    "translation-all": "tests/derive/test_translations.py counts the texts",
    "unknown-lead": "what a page is about",
}
"""Messages that no count of records decides, and why or where else they are tried."""

BY_FIGURES = re.compile(r"measure-(?:trend|grew|no-|figures|list-told|list-lede)|result-")
"""What figures and targets say: tried in tests/views/goals and tests/derive/measures."""


def claims() -> Iterator[str]:
    """Yield the id of every message that counts, denies, or claims all."""
    for file in sorted((CATALOG / FIRST_LANGUAGE).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ftl.Message) and not entry.id.name.startswith(LABELS):
                yield from _of_entry(entry)


def _of_entry(entry: ftl.Message) -> Iterator[str]:
    patterns = {"": entry.value, **{f".{a.id.name}": a.value for a in entry.attributes}}
    for suffix, pattern in patterns.items():
        text = serialize_pattern(pattern) if pattern else ""
        said = any(_SENTENCE.search(line) for line in text.splitlines())
        if _OF.search(text) or (said and _WORDS.search(text)):
            yield entry.id.name + suffix
