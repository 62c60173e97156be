"""Which addresses a link or an image may have."""

import re

from generator.core.naming import nearest

INTERNAL_SCHEMES = ("source", "initiative", "area", "page")
"""What a link inside the report begins with; `media` is for images only."""

EXTERNAL_SCHEMES = ("http", "https", "mailto", "tel")
_EXTERNAL = re.compile(r"(?:https?://[^\s/?#\\]+\S*|(?:mailto|tel):\S+)", re.IGNORECASE)
_INTERNAL = re.compile(r"[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]*")
_MEDIA = re.compile(r"media:[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")


def fault_of_link(address: str) -> tuple[str, str] | None:
    """Return (code, what was expected) for a link's address that is refused."""
    scheme = _scheme(address)
    if not scheme:
        return "P003", "A full address (https://...), or an internal one such as page:ID."
    if scheme.lower() in EXTERNAL_SCHEMES:
        return None if _EXTERNAL.fullmatch(address) else ("P003", "A full address (https://...).")
    if scheme in INTERNAL_SCHEMES:
        return (
            None
            if _INTERNAL.fullmatch(address)
            else ("P004", f"{scheme}: and one id, without spaces.")
        )
    near = nearest(scheme, (*INTERNAL_SCHEMES, *EXTERNAL_SCHEMES))
    hint = f" Did you mean {near}:?" if near else ""
    allowed = ", ".join(f"{one}:" for one in (*INTERNAL_SCHEMES, *EXTERNAL_SCHEMES))
    return "P002", f"An address that begins with one of {allowed}.{hint}"


def _scheme(address: str) -> str:
    """Return what a browser would take for the scheme: it skips spaces and control characters."""
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address))
    return found[1] if found else ""


def is_media(address: str) -> bool:
    """Return whether the address names a file of content/media."""
    return bool(_MEDIA.fullmatch(address)) and ".." not in address
