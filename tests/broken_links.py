"""The links of a built site that lead nowhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin

from sites import Site

HERE = "http://site/"
"""Where the pages are said to be."""


class _Links(HTMLParser):
    """Collects what a page links to and the places on it that can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.anchors = {""}
        self.doubled: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and the id of an element, whatever its tag."""
        del tag
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.targets.add(value)
            elif name == "id" and value is not None:
                (self.doubled if value in self.anchors else self.anchors).add(value)


def broken_links(site: Site, *, folders: bool = True) -> Iterator[tuple[str, str]]:
    """Yield each link that leads nowhere, with its page; unless `folders`, also links to them."""
    parsed = {HERE + a: _Links(f.read_text("utf-8")) for a, f in site.pages.items()}
    if not folders:
        parsed = {f"{a}index.html" if a.endswith("/") else a: page for a, page in parsed.items()}
    for page, found in parsed.items():
        yield from ((page, f"two elements with the id {doubled}") for doubled in found.doubled)
        for target in found.targets:
            whole, anchor = urldefrag(urljoin(page, target))
            if not whole.startswith(HERE):
                continue
            if whole in parsed:
                if unquote(anchor) not in parsed[whole].anchors:
                    yield page, target
            elif not (site.settings.site / unquote(whole.removeprefix(HERE))).is_file():
                yield page, target
