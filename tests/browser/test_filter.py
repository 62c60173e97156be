"""The filter of all initiatives, as a reader with a keyboard, a printer or no script meets it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import Site

pytestmark = pytest.mark.slow

ROWS = "#all tr[data-found]"
SHOWN = f"{ROWS}:not([hidden])"


@pytest.fixture
def tab(browser: Browser, sample: Site) -> Iterator[Page]:
    """Return the page of all initiatives of the sample town."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(f"{sample.address}initiatives/")
    yield tab
    context.close()


def _state(tab: Page) -> str:
    return tab.evaluate("location.search")


def _focus_by_tab(tab: Page, selector: str) -> None:
    """Press Tab until the element has focus, as a reader without a mouse does."""
    for _ in range(120):
        if tab.evaluate("s => document.activeElement.matches(s)", selector):
            return
        tab.keyboard.press("Tab")
    pytest.fail(f"Tab never came to {selector}")


def _announced(tab: Page, words: str | re.Pattern[str]) -> None:
    """Expect a sentence in the region that screen readers read out when it changes."""
    region = tab.get_by_role("status")
    expect(region).to_have_count(1)
    expect(region).to_contain_text(words)


def test_keyboard_alone_works_the_filter(tab: Page) -> None:
    """Tab comes to each control, letters choose, the count is announced, Enter shows all again."""
    every = tab.locator(ROWS).count()
    _focus_by_tab(tab, "#filter-status")
    tab.keyboard.type("Off")
    _announced(
        tab, re.compile(rf"^Shown: \d+ of {every} initiatives\. Filter: Status: Off course\.$")
    )
    assert _state(tab) == "?status=off-track"
    assert 0 < tab.locator(SHOWN).count() < every
    assert tab.locator(SHOWN).count() == tab.locator(f"{ROWS}[data-status=off-track]").count()

    _focus_by_tab(tab, "#filter button[type=reset]")
    tab.keyboard.press("Enter")
    _announced(tab, f"All {every} initiatives are shown.")
    assert _state(tab) == ""
    assert tab.locator(SHOWN).count() == every
    assert tab.evaluate("document.activeElement.id") == "filter-words"


def test_each_axis_filters_by_each_of_its_values(tab: Page) -> None:
    """Every value on offer shows exactly the initiatives that have it, and at least one."""
    for axis in tab.locator("#filter select:not([name=sort])").all():
        name = axis.get_attribute("name")
        for option in axis.locator("option:not([value=''])").all():
            value = option.get_attribute("value")
            axis.select_option(value)
            meant = tab.locator(f"{ROWS}[data-{name}~='{value}']")
            assert tab.locator(SHOWN).count() == meant.count() > 0, f"{name}: {value}"
            assert tab.locator(f"{SHOWN}[data-{name}~='{value}']").count() == meant.count()
        axis.select_option("")


def test_address_holds_the_filter(tab: Page, browser: Browser) -> None:
    """Reloading, opening the address elsewhere, and going back all restore what was chosen."""
    tab.get_by_label("Department").select_option("harbour-office")
    tab.get_by_label("Words in the row").fill("Tide  GAUGE")
    address, shown = tab.evaluate("location.href"), tab.locator(SHOWN).all_text_contents()
    assert "department=harbour-office" in address
    assert len(shown) == 1

    tab.reload()
    assert tab.locator(SHOWN).all_text_contents() == shown
    expect(tab.get_by_label("Words in the row")).to_have_value("Tide  GAUGE")

    elsewhere = browser.new_page()
    elsewhere.goto(address)
    assert elsewhere.locator(SHOWN).all_text_contents() == shown
    elsewhere.close()

    tab.go_back()
    expect(tab.get_by_label("Words in the row")).to_have_value("")
    expect(tab.get_by_label("Department")).to_have_value("harbour-office")
    tab.go_back()
    assert tab.locator(SHOWN).count() == tab.locator(ROWS).count()
    tab.go_forward()
    expect(tab.get_by_label("Department")).to_have_value("harbour-office")
    tab.locator(f"{SHOWN} a").first.click()
    tab.go_back()
    expect(tab.get_by_label("Department")).to_have_value("harbour-office")
    assert tab.locator(SHOWN).count() < tab.locator(ROWS).count()


def test_an_address_with_an_earlier_word_filters_as_it_did(tab: Page, sample: Site) -> None:
    """A link that somebody kept means the same, whatever a state is called in addresses now."""
    tab.goto(f"{sample.address}initiatives/?status=ongoing")

    expect(tab.locator("#filter-status")).to_have_value("in-operation")
    assert tab.locator(SHOWN).count() == tab.locator(f"{ROWS}[data-status=in-operation]").count()


def test_the_order_is_chosen_and_the_report_s_own_comes_back(tab: Page) -> None:
    """By title or by the newest find all are in one list; the order is part of the address."""
    own = tab.locator(f"{ROWS} th").all_text_contents()
    order = tab.get_by_label("Order")
    order.select_option("title")
    assert tab.locator(f"{SHOWN} th").all_text_contents() == sorted(own, key=str.casefold)
    assert _state(tab) == "?sort=title"
    assert not tab.locator("#all tbody:has(th[scope=rowgroup])").first.is_visible()

    order.select_option("newest")
    found = tab.locator(SHOWN).evaluate_all("rows => rows.map((row) => row.dataset.found)")
    assert found == sorted(found, reverse=True)
    tab.get_by_label("Status", exact=True).select_option("off-track")
    tab.reload()
    expect(order).to_have_value("newest")
    assert tab.locator(SHOWN).count() == 1

    tab.locator("#filter button[type=reset]").click()
    assert tab.locator(f"{SHOWN} th[scope=row]").all_text_contents() == own
    assert tab.locator("#all th[scope=rowgroup]").first.is_visible()


def test_the_former_address_leads_on_with_its_filter(tab: Page, sample: Site) -> None:
    """A link to the page that was at /status/ comes to the same rows."""
    tab.goto(f"{sample.address}status/?status=ongoing")

    tab.wait_for_url("**/initiatives/?status=ongoing*")
    expect(tab.locator("#filter-status")).to_have_value("in-operation")


@pytest.mark.parametrize(
    "query", ["?status=brilliant", "?nothing=1", "?status=&words=%20", "?words=%"]
)
def test_meddled_address_does_no_harm(tab: Page, sample: Site, query: str) -> None:
    """An address that no reader can have made shows the table and raises no error."""
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto(f"{sample.address}initiatives/{query}")
    _announced(
        tab, re.compile(r"^(All \d+ initiatives are shown|Shown: none of \d+ initiatives)\.")
    )
    assert errors == []


def test_nothing_found_is_said(tab: Page) -> None:
    """A filter that leaves nothing says so and what to do."""
    tab.get_by_label("Words in the row").fill("no such words")
    _announced(
        tab, re.compile(r"^Shown: none of \d+ initiatives\. .* Change the filter or show all\.$")
    )
    assert tab.locator(SHOWN).count() == 0


def test_paper_shows_what_is_filtered(tab: Page) -> None:
    """In print the chosen rows are under a sentence that names the filter; controls are gone."""
    tab.get_by_label("Confidence", exact=True).select_option("high")
    _announced(tab, "Filter: Confidence:")
    tab.emulate_media(media="print")
    assert tab.get_by_text("Filter: Confidence:").is_visible()
    assert not tab.locator("#filter-confidence").is_visible()
    assert {row.is_visible() for row in tab.locator(SHOWN).all()} == {True}
    assert not any(row.is_visible() for row in tab.locator(f"{ROWS}[hidden]").all())


def test_reader_without_script_has_everything(browser: Browser, sample: Site) -> None:
    """Without script there is the whole table, no dead control, and a list for every value."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{sample.address}initiatives/")
    every = tab.locator(ROWS).count()
    assert every > 5
    assert all(row.is_visible() for row in tab.locator(ROWS).all())
    assert not tab.locator("#filter").is_visible()
    for link in tab.locator(".r-facts--lists a").all():
        said = int(re.search(r"\((\d+)\)$", link.text_content() or "")[1])
        target = sample.pages[_path(sample, link)].read_text("utf-8")
        section = target.partition(f'id="{_anchor(link)}"')[2] if _anchor(link) else target
        table = section.partition("<tbody>")[2].partition("</tbody>")[0]
        assert table.count("<tr") == said, link.get_attribute("href")
    context.close()


def _path(site: Site, link) -> str:
    return link.evaluate("a => a.href").partition("#")[0].removeprefix(site.address)


def _anchor(link) -> str:
    return (link.get_attribute("href") or "").partition("#")[2]
