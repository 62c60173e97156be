"""Every document keeps PDF/UA-1 and PDF/A-3a, by four programs that know nothing of each other."""

import re
import subprocess
from pathlib import Path

import outloud
import page
import pytest
from outloud.findings import Finding
from page import ValidationFailure
from pdf.papers import NAMES, Paper, paper
from pdf.verapdf import failed_checks

from generator.views.print.blocks import Beside, Heading, MatrixBlock, TableBlock
from generator.words.message import msg
from tests.spoken import ENGLISH

pytestmark = pytest.mark.slow

each = pytest.mark.parametrize("name", NAMES)
both = pytest.mark.parametrize("profile", ["ua1", "3a"])


@each
@both
def test_verapdf_finds_nothing(name: str, profile: str) -> None:
    """The reference implementation of both standards fails no check."""
    assert failed_checks(paper(name).pdf.content, profile) == {}


@each
@both
def test_page_finds_nothing(name: str, profile: str) -> None:
    """A second reading of the standards fails no check, but for one that it gets wrong."""
    content = paper(name).pdf.content
    report = page.validate_pdf_bytes(content, profile=profile)

    assert [f.rule_id for f in report.failures if not length_misread(f, content)] == []


_STREAM = re.compile(rb"/Length (\d+)(?:(?!endobj).)*?>>\nstream\n", re.DOTALL)


def length_misread(failure: ValidationFailure, content: bytes) -> bool:
    """Return whether `page` took the last byte of a stream for the line end that follows it.

    Packed data may end in a carriage return. With the line feed that the writer puts after it, it
    looks like one line end of two bytes, and the stream like one byte short. `page` does not
    always say which stream it means, so that the length of each must be right.
    """
    if failure.rule_id != "PDFA3A-STREAM-LENGTH-001":
        return False
    ends, place = [], 0
    while found := _STREAM.search(content, place):
        place = found.end() + int(found[1])
        ends.append(content[place - 1 : place + len(b"\nendstream")])
    right = all(end.endswith(b"\nendstream") for end in ends)
    return right and any(end.startswith(b"\r") for end in ends)


@each
def test_outloud_finds_no_error(name: str, tmp_path: Path) -> None:
    """What a reader would trip over and no standard forbids: no error but two false alarms."""
    file = tmp_path / "document.pdf"
    made = paper(name)
    file.write_bytes(made.pdf.content)
    result = outloud.check(str(file))
    errors = [f for f in result.findings if f.severity == "error"]

    assert result.error is None
    assert [f"{f.rule} p.{f.page} {f.message}" for f in errors if not is_false(f, made)] == []


def is_false(finding: Finding, made: Paper) -> bool:
    """Return whether a finding is one of the four that are wrong about these documents."""
    match finding.rule:
        case "TBL-010":
            return few_rows(finding.message) or grouped_rows(finding.message, made)
        case "TAG-002":
            return running_head(finding, made) or repeated_head(finding, made)
    return False


def few_rows(message: str) -> bool:
    """Return whether a table seems torn only because it has a head, row headers and few rows.

    Of n columns and m rows below the head, n + m cells are headers and m * (n - 1) are not. A
    test of the structure holds every table against that form cell by cell.
    """
    counts = re.fullmatch(r".* (\d+) header cells against (\d+) data cells", message)
    if counts is None:
        return False
    headers, others = map(int, counts.groups())
    return any((headers - rows - 1) * rows == others for rows in range(1, headers - 1))


def grouped_rows(message: str, made: Paper) -> bool:
    """Return whether a table seems to have many heads only because each group of rows has a name.

    The name of a topic area is a header over the whole width, with the rows of its initiatives
    below it.
    """
    matrices = [
        part.matrix
        for beside in made.document.parts
        if isinstance(beside, Beside)
        for part in beside.left
        if isinstance(part, MatrixBlock)
    ]
    named = (sum(group.area is not None for group in one.groups) for one in matrices)
    return any(f" {1 + count} header rows" in message for count in named)


def running_head(finding: Finding, made: Paper) -> bool:
    """Return whether text outside the tags is a running head: a heading repeated."""
    texts = [*(part.text for part in headings(made)), made.document.title]
    texts.append(ENGLISH(msg("print-contents")))
    heads = {f"{text} {made.document.running}" for text in texts}
    said = (finding.evidence or "").rstrip("…")
    return finding.count == 1 and any(head.startswith(said) for head in heads)


def repeated_head(finding: Finding, made: Paper) -> bool:
    """Return whether text outside the tags is the head of a table that goes on, printed again."""
    tables = [part.table for part in made.document.parts if isinstance(part, TableBlock)]
    heads = {" ".join(ENGLISH(c.label) for c in table.columns) for table in tables}
    return finding.count == 1 and finding.evidence in heads


def headings(made: Paper) -> list[Heading]:
    """Return a document's headings."""
    return [part for part in made.document.parts if isinstance(part, Heading)]


@each
def test_qpdf_finds_nothing(name: str, tmp_path: Path) -> None:
    """The file's syntax is sound; qpdf returns 0 only without errors and warnings."""
    file = tmp_path / "document.pdf"
    file.write_bytes(paper(name).pdf.content)
    ended = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
