"""Take the pictures of docs/editors/pictures: `python tests/browser/pictures.py`.

Each shows the update that the guide posts, filled in by the guide's own tables.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.styles import Alignment
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import guide  # noqa: E402 - found by the path above
from form_editor import desk, opened  # noqa: E402
from hands import fill  # noqa: E402
from sites import SAMPLE, build_project, make_project, served  # noqa: E402

from generator.commands import build, importing  # noqa: E402
from generator.core.settings import Settings  # noqa: E402

PICTURES = ROOT / "docs" / "editors" / "pictures"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
TALL = {"width": 900, "height": 4000}
CROP = ("-x", "92", "-y", "125", "-W", "1250", "-H", "125")
"""Where on the printed page the sheet is."""


def _take(page: Page, name: str, height: int, width: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(800)
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def _of_the_editor(chromium: Browser, folder: Path) -> None:
    """Take the form editor: what is due, its form, a refusal."""
    rows = guide.page(guide.EDITOR).rows("field")
    with desk(chromium, SAMPLE, folder / "list") as at_work:
        at_work.page.get_by_role("button", name="What is due").click()
        _take(at_work.page, "list", 760)
        at_work.page.set_viewport_size(TALL)
        at_work.page.get_by_role("link", name="all forms").click()
        at_work.open("updates-mid-2024/new?initiative=one-form")
        at_work.fill_in(rows)
        at_work.page.set_viewport_size({"width": 900, "height": 1000})
        at_work.page.wait_for_timeout(800)
        at_work.page.get_by_role("textbox", name="As of", exact=True).click()
        _take(at_work.page, "form", 1000)
        at_work.page.set_viewport_size(TALL)
        at_work.write("As of", "9 February 2024")
        at_work.page.get_by_role("button", name="Save", exact=True).click()
        expect(at_work.page.get_by_role("button", name="Show Errors")).to_be_visible()
        at_work.page.set_viewport_size({"width": 900, "height": 480})
        at_work.page.wait_for_timeout(800)
        at_work.page.get_by_role("textbox", name="As of", exact=True).click()
        _take(at_work.page, "error", 480)


def _of_the_site(chromium: Browser, folder: Path) -> None:
    """Take the first page of the editor, and the initiative's page with the update."""
    settings = make_project(SAMPLE, folder / "site")
    (settings.root / guide.UPDATE).write_text(guide.update_file(), "utf-8")
    build_project(settings)
    build.add_form_editor(settings, "larkhaven/report", "main")
    with served(settings) as site:
        with opened(chromium, settings, site.address, height=560) as at_work:
            _take(at_work.page, "start", 560)
        page = chromium.new_page(viewport={"width": 900, "height": 900})
        page.goto(f"{site.address}initiatives/one-form/")
        _shot(page.locator("body"), "result")
        page.close()


def _shot(part: Locator, name: str) -> None:
    part.page.wait_for_timeout(500)
    part.page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def _of_the_sheet(folder: Path) -> None:
    """Take the sheet of updates as LibreOffice shows it: its first columns, its last rows."""
    book = folder / "report.xlsx"
    settings = Settings(SAMPLE.parent)
    importing.sheet_export(settings, book, again=False)
    row = fill(book, **guide.page(guide.SHEET).rows("column"))
    shown = load_workbook(book)
    for name in set(shown.sheetnames) - {"updates"}:
        del shown[name]
    sheet = shown["updates"]
    sheet.protection.sheet = False
    for number in range(2, row - 2):
        sheet.row_dimensions[number].hidden = True
    for letter in "GIJLNOPQRSTU":
        sheet.column_dimensions[letter].hidden = True
    for letter, width in zip("ABCDEFHKM", (14, 13, 11, 10, 17, 11, 30, 16, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["V"].width = 26
    for cell in sheet[row]:
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number in range(row - 2, row + 1):
        sheet.row_dimensions[number].height = 26
    sheet.print_area = f"A1:V{row}"
    sheet.data_validations.dataValidation = []
    sheet.auto_filter.ref = None
    sheet.print_options.gridLines = sheet.print_options.headings = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = ""
    shown.save(folder / "shown.xlsx")
    office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
    turn = [*office, "--convert-to", "pdf", "--outdir", folder, folder / "shown.xlsx"]
    subprocess.run(turn, check=True, capture_output=True)
    drawn = ["pdftoppm", "-r", "130", *CROP, "-png", "-singlefile", folder / "shown.pdf"]
    subprocess.run([*drawn, folder / "shown"], check=True)
    (PICTURES / "sheet.png").write_bytes((folder / "shown.png").read_bytes())


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        _of_the_editor(chromium, Path(folder))
        _of_the_site(chromium, Path(folder))
        chromium.close()
        _of_the_sheet(Path(folder))


if __name__ == "__main__":
    main()
