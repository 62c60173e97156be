"""Take the pictures of docs/editors/pictures: `python tests/browser/pictures.py`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from form_editor import Desk, desk  # noqa: E402 - found by the path above
from sites import SAMPLE  # noqa: E402

PICTURES = ROOT / "docs" / "editors" / "pictures"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def _take(at_work: Desk, name: str, height: int) -> None:
    at_work.page.set_viewport_size({"width": 900, "height": height})
    at_work.page.wait_for_timeout(800)
    at_work.page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        with desk(chromium, SAMPLE, Path(folder) / "report") as at_work:
            _take(at_work, "list", 420)
            at_work.page.set_viewport_size({"width": 900, "height": 4000})
            at_work.open("updates-mid-2024/new")
            at_work.choose("Initiative", "Evening hours at the kiosk")
            at_work.choose("Basis", "Reported")
            at_work.choose("Status", "At risk")
            at_work.write("As of", "2024-06-30")
            at_work.write("Reason", "Two of five lamps have no reader yet.")
            _take(at_work, "form", 900)
            at_work.page.set_viewport_size({"width": 900, "height": 4000})
            at_work.write("As of", "30 June 2024")
            at_work.page.get_by_role("button", name="Save", exact=True).click()
            _take(at_work, "error", 640)
        chromium.close()


if __name__ == "__main__":
    main()
