"""The sample town as a workbook, and a hand that fills cells in."""

import io
import shutil
import subprocess
from dataclasses import dataclass

import pytest
from larkhaven import SAMPLE
from openpyxl import load_workbook

from generator.commands import importing
from generator.core.settings import Settings
from generator.editorial.sheet.round_trip import export, read_back
from generator.load.report import load_report
from generator.storage.sync import files_under


@dataclass
class Town:
    """A project of the sample town and a workbook of it."""

    settings: Settings
    content: bytes

    def edit(self, change):
        """Let somebody change the open workbook."""
        book = load_workbook(io.BytesIO(self.content))
        change(book)
        kept = io.BytesIO()
        book.save(kept)
        self.content = kept.getvalue()

    def set(self, sheet, key, column, value, data_type=None):
        """Fill in one cell of the row whose first cells are `key`; return its place."""
        places = []

        def change(book):
            cell = self.cell(book[sheet], key, column)
            cell.value = value
            if data_type:
                cell.data_type = data_type
            places.append(f"{sheet}!{cell.coordinate}")

        self.edit(change)
        return places[0]

    @staticmethod
    def cell(sheet, key, column):
        """Return the cell of a column in the row whose first cells are `key`."""
        heads = [cell.value for cell in sheet[1]]
        row = next(
            row
            for row in sheet.iter_rows(min_row=2)
            if tuple(cell.value for cell in row[: len(key)]) == key
        )
        return row[heads.index(column)]

    def add(self, sheet, **values):
        """Fill in a new row below all others; return the place of its first cell."""
        places = []

        def change(book):
            page = book[sheet]
            heads = [cell.value for cell in page[1]]
            row = page.max_row + 1
            for name, value in values.items():
                page.cell(row, heads.index(name.replace("__", ".")) + 1).value = value
            places.append(f"{sheet}!A{row}")

        self.edit(change)
        return places[0]

    def imported(self):
        """Return what importing the workbook comes to; nothing is written."""
        report = load_report(self.settings).report
        return read_back(self.settings, report, self.content, "town.xlsx")

    def refusals(self):
        """Return the places of all cells that are refused."""
        return [refusal.place for refusal in self.imported().merged.refusals]

    def apply(self):
        """Import the workbook and write what it changes."""
        place = self.settings.root / "town.xlsx"
        place.write_bytes(self.content)
        return importing.sheet_import(self.settings, place, apply=True)

    def files(self):
        """Return every file of the content with its bytes."""
        folder = self.settings.content
        return {path: (folder / path).read_bytes() for path in files_under(folder)}

    def again(self):
        """Make the workbook anew from the content as it is now."""
        self.content = export(self.settings, load_report(self.settings).report)


def saved_again(content, folder):
    """Return a workbook after LibreOffice has read and written it."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: run `python3 tasks.py test` with the right to install"
    (folder / "town.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    words = ["--headless", "--norestore", "--convert-to", "xlsx", "--outdir", folder / "again"]
    subprocess.run(
        [program, profile, *words, folder / "town.xlsx"],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "again" / "town.xlsx").read_bytes()


def drop_downs(content):
    """Return by sheet and column which words are offered below a heading, and how firmly."""
    book = load_workbook(io.BytesIO(content))
    offered = {}
    for page in book.worksheets:
        for rule in page.data_validations.dataValidation:
            words = book["lists"][rule.formula1.partition("!")[2].replace("$", "")]
            for cells in rule.sqref.ranges:
                column = page.cell(1, cells.min_col).value
                said = tuple(cell.value for (cell,) in words)
                assert cells.min_row == 2
                assert cells.max_row > page.max_row
                offered[page.title, column] = said, (rule.type, rule.errorStyle)
    return offered


@pytest.fixture(scope="session")
def first_export():
    """Return the workbook of the sample as it is."""
    return export(SAMPLE, load_report(SAMPLE).report)


@pytest.fixture
def sheet_town(tmp_path, first_export):
    """Return a sample town of the test's own, with its workbook."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return Town(Settings(tmp_path), first_export)
