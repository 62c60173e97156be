"""What a public page may load and run: a strict policy in each page, with a hash for each script.

Source: Content Security Policy Level 3 (W3C). The form editor keeps a person's token on the same
origin, so a script that slipped into a page by way of the content must find itself without rights.
"""

import base64
import hashlib
import re
from collections.abc import Collection, Iterator

from generator.core.errors import GeneratorError

_INLINE = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(rb"""\stype=["']?application/(?:ld\+)?json["'\s]?""", re.IGNORECASE)
_BASE = re.compile(rb'new URL\("[^"]*",location\)')
"""What the stock page of Material says in a script, which HTML ejected earlier still does."""
_CHARSET = b'<meta charset="utf-8">'
_RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)


def scripts_of_theme(page: bytes) -> frozenset[bytes]:
    """Return the inline scripts of a page that holds no content, such as the error page.

    Whatever is not among them came with content and gets no hash.
    """
    return frozenset(_everywhere(script) for script in _inline_scripts(page))


def with_policy(page: bytes, path: str, allowed: Collection[bytes]) -> bytes:
    """Return a page with its policy, which lets in the site's files and the theme's own scripts.

    Raises GeneratorError if the page holds any other inline script.
    """
    scripts = list(dict.fromkeys(_inline_scripts(page)))
    if any(_everywhere(script) not in allowed for script in scripts):
        raise GeneratorError(
            f"The page {path} contains a script that the theme did not put there.",
            "Nothing was published. Look for it in the content of that page and in overrides/; a "
            "page's own script belongs in a file in generator/theme/assets/js.",
        )
    hashes = "".join(f" '{_hash(script)}'" for script in scripts)
    rules = "; ".join([*_RULES[:1], f"script-src 'self'{hashes}", *_RULES[1:]])
    tag = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'.encode()
    # After the encoding, which must come first, and before anything that loads or runs.
    after = _CHARSET if _CHARSET in page else b"<head>"
    head, found, rest = page.partition(after)
    return head + found + tag + rest


def _inline_scripts(page: bytes) -> Iterator[bytes]:
    """Yield what runs from within the page; a block of data with a type of its own does not."""
    for attributes, text in _INLINE.findall(page):
        if b"src=" not in attributes and not _DATA.search(attributes):
            yield text


def _everywhere(script: bytes) -> bytes:
    """Return a script without the one thing in it that depends on how deep its page lies."""
    return _BASE.sub(b"new URL(BASE,location)", script)


def _hash(script: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}"
