"""Trial reports of a federal department and of a British borough: nothing in them is another's."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from sites import build_project
from trial_organizations import BOROUGH, DEPARTMENT, Organization, write_trial
from words.test_any_organization import PARTICULAR

from generator.cli.main import main
from generator.core.settings import Settings

pytestmark = pytest.mark.slow

OTHERS = re.compile(
    rf"{PARTICULAR.pattern}|\b(?:residents?|biennial|two-year|weho\w*)\b|US\$|\$(?=\d)",
    re.IGNORECASE,
)
"""Words that fit some organizations only; amounts of dollars, which a department's own are."""

AMERICAN = re.compile(
    r"\b(?:programs?(?!/)|organiz\w+|recogniz\w+(?!,)|label(?:ed|ing)|cancel(?:ed|ing)|colors?"
    r"|gray|toward|behavior|fiscal|license[sd]?)\b",
    re.IGNORECASE,
)
"""Spellings and words of the United States; a key of the data may have such a name."""

_KEYS = re.compile(r'"(?:city|council)"|^(?:city|council)$|\bcity\.example\b|[@/]city/')
"""Keys of content and data, which are the same for all organizations, and addresses as examples."""


SPONSOR = re.compile("sponsor", re.IGNORECASE)
SETTING = {'report.json:         "sponsor": {'}
"""Where data say that Sponsors are not asked; the schema is of data of any organization."""


def build(organization: Organization, root: Path) -> tuple[Settings, str]:
    """Return a trial report that is built whole, and what its check said."""
    settings = write_trial(organization, root)
    run = ["--project", str(settings.root)]
    checked = CliRunner().invoke(main, [*run, "check", "--all"])
    assert checked.exit_code == 0, checked.output
    build_project(settings)
    for more in (["forms"], ["sheet", "export", str(root / "report.xlsx")]):
        assert CliRunner().invoke(main, [*run, *more]).exit_code == 0
    return settings, checked.output


def for_readers(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield every text of pages and documents, with where it is."""
    for file in sorted(settings.site.rglob("*.html")):
        soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for unread in soup.select("script, style"):
            unread.decompose()
        named = [element.get(name) for element in soup.find_all() for name in ("title", "alt")]
        named += [element.get("aria-label") for element in soup.find_all()]
        named += [meta.get("content") for meta in soup.select('meta[name="description"]')]
        for text in [*soup.stripped_strings, *filter(None, named)]:
            yield file.relative_to(settings.site).as_posix(), str(text)
    for file in sorted(settings.site.glob("downloads/*.pdf")):
        said = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
        for line in said.stdout.splitlines():
            yield file.name, line


def for_others(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield every text of data, forms, and the workbook, with where it is."""
    data = [f for f in (settings.site / "data").rglob("*") if f.suffix in (".csv", ".json")]
    forms = list((settings.root / ".github").rglob("*.yml"))
    assert data
    assert forms
    for file in sorted(data + forms):
        for line in file.read_text("utf-8").splitlines():
            yield file.name, _KEYS.sub("", line)
    with ZipFile(settings.root / "report.xlsx") as workbook:
        for name in workbook.namelist():
            if name.endswith(".xml"):
                for text in re.findall(r"<t[^>]*>([^<]*)</t>", workbook.read(name).decode()):
                    yield f"workbook, {name}", _KEYS.sub("", text)


def found(texts: Iterator[tuple[str, str]], words: re.Pattern[str], *own: str) -> set[str]:
    """Return the texts with any of some words that are none of an organization's own."""
    return {
        f"{place}: {text}"
        for place, text in texts
        if any(word.lower() not in own for word in words.findall(text))
    }


@pytest.mark.parametrize(
    ("organization", "own"), [(DEPARTMENT, ("$",)), (BOROUGH, ("borough",))], ids=["us", "gb"]
)
def test_nothing_presumes_another_organization(
    organization: Organization, own: tuple[str, ...], tmp_path: Path
) -> None:
    """Pages, documents, data, forms, workbook, and messages to editors are about any."""
    settings, checked = build(organization, tmp_path)
    messages = ((f"check, {number}", line) for number, line in enumerate(checked.splitlines()))

    assert found(for_readers(settings), OTHERS, *own) == set()
    assert found(for_others(settings), OTHERS, *own) == set()
    assert found(messages, OTHERS, *own) == set()
    if organization is BOROUGH:
        assert found(for_readers(settings), AMERICAN) == set()
        assert found(for_readers(settings), re.compile("budget cycle", re.IGNORECASE)) == set()
    else:
        assert found(for_readers(settings), SPONSOR) == set()
        told = found(for_others(settings), SPONSOR)
        assert {one for one in told if not one.startswith("snapshot.schema.json")} == SETTING
        assert found(messages, SPONSOR) == set()
