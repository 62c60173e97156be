"""Every page is valid HTML, and every link of every page leads somewhere."""

import json
import subprocess
from pathlib import Path

import pytest
from access_log import AccessLog
from broken_links import HERE, broken_links
from sites import ROOT, Site

from generator.core.settings import Settings

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

pytestmark = pytest.mark.slow


def test_html_checker_finds_no_error(site: Site, access_log: AccessLog) -> None:
    """The Nu HTML checker has nothing against any page."""
    options = ["--errors-only", "--format", "json", "--skip-non-html"]
    command = ["java", "-jar", CHECKER, *options, site.settings.site]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)

    messages = json.loads(checked.stderr)["messages"]

    found = {m["message"]: m["url"].partition("/site/")[2] for m in messages}
    assert found == {}
    for address in site.pages:
        access_log.note("Nu Html Checker", site.address + address)


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """A page with a missing file, a missing anchor and a doubled id is told of all three."""
    settings = Settings(tmp_path)
    settings.site.mkdir()
    page = '<p id="a"><p id="a"><a href="x/"></a><a href="#b"></a><a href="#a"></a>'
    (settings.site / "index.html").write_text(page, "utf-8")

    broken = list(broken_links(Site(settings, HERE)))

    wrong = {"two elements with the id a", "x/", "#b"}
    assert set(broken) == {(HERE, what) for what in wrong}


def test_every_link_leads_to_a_page_and_a_place(site: Site) -> None:
    """Each internal address is a file of the site, each anchor an id on it, each id there once."""
    assert sorted(broken_links(site)) == []
