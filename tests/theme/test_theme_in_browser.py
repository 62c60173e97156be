"""The look in a browser, as both site builders build it: nothing runs, calls out or overflows."""

import json
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from bs4 import BeautifulSoup

from generator.publish.stylesheet import STYLESHEET, stylesheet

PAYLOAD = '</title><script>window.XSS=1</script>"><img src=x onerror="window.XSS=2">'
COMMANDS = {
    "mkdocs": ["mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"],
    "zensical": ["zensical", "build", "--strict"],
}

pytestmark = pytest.mark.slow


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps its log to itself."""

    def log_message(self, *_):
        """Say nothing."""


def page(heading, **meta):
    """Return a page whose every front matter field is given."""
    lines = [f"{key}: {json.dumps(value)}" for key, value in meta.items()]
    return (
        "---\n"
        + "\n".join(lines)
        + f"\n---\n\n# {heading}\n\n## {heading}\n\nText.\n\n## Last\n\nText.\n"
    )


def references(text):
    """Return the text as numeric character references, as generated pages hold it."""
    return "".join(f"&#{ord(character)};" for character in text)


@pytest.fixture(scope="module", params=COMMANDS)
def site(request, root, tmp_path_factory):
    """Return the folder of a small hostile site, built with the project's own configuration."""
    project = tmp_path_factory.mktemp(request.param)
    docs = project / "build" / "docs"
    shutil.copytree(root / "generator" / "theme" / "assets", docs / "assets")
    (docs / STYLESHEET).write_bytes(stylesheet())
    shutil.copytree(root / "overrides", project / "overrides")
    nav = "nav:\n  - Home: index.md\n  - Part:\n      - hostile.md\n\n"
    config = re.sub(r"(?ms)^nav:.*?\n(?=\S)", nav, (root / "mkdocs.yml").read_text("utf-8"))
    (project / "mkdocs.yml").write_text(config, "utf-8")
    fields = ["title", "description", "notice", "disclaimer", "license", "as_of"]
    crumb = {"title": PAYLOAD, "url": 'x" onmouseover="window.XSS=3'}
    hostile = page(references(PAYLOAD), crumbs=[crumb], **dict.fromkeys(fields, PAYLOAD))
    wide = "\n| a | b |\n|---|---|\n| " + "wide" * 60 + " | x |\n"
    (docs / "index.md").write_text(page("Home", title="Home"), "utf-8")
    (docs / "hostile.md").write_text(hostile + wide, "utf-8")
    command = [sys.executable, "-m", *COMMANDS[request.param]]
    built = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@pytest.fixture(scope="module")
def address(site):
    """Return where the built site can be visited."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def visit(browser, url, width=320, scheme="light"):
    """Return an open page and the list of addresses it asks for."""
    tab = browser.new_page(viewport={"width": width, "height": 640}, color_scheme=scheme)
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(url)
    tab.wait_for_load_state("networkidle")
    return tab, asked


def test_hostile_fields_arrive_as_text_and_never_run(browser, address):
    """A title that tries to leave its element is shown letter by letter, everywhere it is."""
    tab, _ = visit(browser, address + "hostile/")
    assert tab.evaluate("window.XSS") is None
    assert tab.title().startswith(PAYLOAD)
    described = tab.evaluate("document.querySelector('meta[name=description]').content")
    assert described == f"{PAYLOAD}: {PAYLOAD}"
    assert tab.locator("meta[property='og:title']").get_attribute("content") == PAYLOAD
    for place in (".r-breadcrumb a", ".r-banner p", ".r-toc a"):
        assert tab.locator(place).first.text_content().strip() == PAYLOAD
    assert PAYLOAD in tab.locator(".r-footer__about").text_content()
    tab.close()


@pytest.mark.parametrize("path", ["", "hostile/", "404.html"])
def test_page_calls_nobody_and_fits_a_narrow_screen(browser, address, path):
    """Each page asks only its own site for anything and never scrolls sideways at 320 px."""
    tab, asked = visit(browser, address + path)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    tab.close()


def test_menu_opens_by_keyboard(browser, address):
    """On a narrow screen a keyboard opens the menu and Escape closes it again."""
    tab, _ = visit(browser, address)
    tab.locator(".r-menu summary").focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".r-menu nav a").first.is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator(".r-menu nav a").first.is_visible()
    tab.close()


def test_wide_table_of_running_text_can_be_reached(browser, address):
    """The box around a wide table in running text has focus and a name."""
    tab, _ = visit(browser, address + "hostile/")
    box = tab.locator("article .r-table").first
    assert box.get_attribute("tabindex") == "0"
    assert box.get_attribute("aria-label").startswith("Table: ")
    tab.close()


def test_reader_without_script_gets_the_palette_of_the_system(browser, address):
    """A reader who prefers dark pages gets them without script too."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    tab = context.new_page()
    tab.goto(address)
    ground = tab.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert ground == "rgb(17, 22, 28)"
    context.close()


def test_every_page_has_one_heading_and_named_landmarks(site):
    """Each page has one first-level heading, and no two navigations share a name."""
    for file in site.rglob("*.html"):
        html = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        names = [nav.get("aria-label") for nav in html.find_all("nav")]
        assert len(html.find_all("h1")) == 1
        assert all(names)
        assert len(set(names)) == len(names)
