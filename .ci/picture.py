"""The picture of the front page in README.md, taken from the built site: no part of a build.

`python3 tasks.py picture` builds the site and writes docs/pictures/front-page.webp.
"""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "pictures" / "front-page.webp"
CHROMIUM = "/usr/bin/chromium"
SIZE = (1280, 860)
SHOWN = (960, 645)
QUALITY = 72


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what is asked for."""


def photographed(site: Path) -> bytes:
    """Return a picture of a site's front page as PNG, in its light palette."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(
                viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light"
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.evaluate("document.fonts.ready")
            taken = page.screenshot()
            browser.close()
            return taken
    finally:
        server.shutdown()


def main() -> None:
    """Take the picture anew."""
    made = Image.open(BytesIO(photographed(ROOT / "site"))).convert("RGB")
    PICTURE.parent.mkdir(exist_ok=True)
    made.resize(SHOWN, Image.Resampling.LANCZOS).save(PICTURE, quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
