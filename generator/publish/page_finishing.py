"""Pages as MkDocs prints them, turned into pages as they are published."""

import re

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

from generator.publish.policy import scripts_of_theme, with_policy

ERROR_PAGE = "404.html"
"""The page that holds no content; it is made before all others."""

_CHECKBOX = re.compile(rb"<input\b[^>]*>")
_AUTOCOMPLETE = re.compile(rb"""\sautocomplete=(?:"[^"]*"|'[^']*'|[^\s>]+)""")


class NoOptions(Config):  # type: ignore[no-untyped-call] # MkDocs leaves a hook untyped
    """What mkdocs.yml may say: nothing."""


class Finishing(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call] # as above
    """Gives each page its policy, and takes out what HTML does not allow.

    The error page comes first: it holds no content, so that its scripts are the theme's own.
    """

    def __init__(self) -> None:
        self._allowed: frozenset[bytes] = frozenset()

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Finish a page."""
        return self._finished_text(output, page.file.dest_uri)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """Finish a page that is none of the docs folder's, such as the error page."""
        return self._finished_text(output_content, template_name)

    def _finished_text(self, output: str, path: str) -> str:
        if not output.strip() or not path.endswith(".html"):
            return output
        return self.finished(output.encode("utf-8", errors="xmlcharrefreplace"), path).decode()

    def finished(self, page: bytes, path: str) -> bytes:
        """Return a page of the site as it is published.

        Raises GeneratorError if it holds a script that is not the theme's own.
        """
        if path == ERROR_PAGE:
            self._allowed = scripts_of_theme(page)
        return with_policy(_CHECKBOX.sub(_without_autocomplete, page), path, self._allowed)


def _without_autocomplete(found: re.Match[bytes]) -> bytes:
    """Take `autocomplete` off checkboxes, where HTML does not allow what the theme writes."""
    tag = found[0]
    return _AUTOCOMPLETE.sub(b"", tag) if b"checkbox" in tag else tag
