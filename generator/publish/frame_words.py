"""What the site's own templates say around every page, as the builder's configuration holds it."""

from generator.words.localization import Localization
from generator.words.message import msg


def frame_words(words: Localization) -> dict[str, str]:
    """Return the words of overrides/ by their names there; a name in braces is filled in later."""
    said = {
        "menu": msg("frame-menu"),
        "main": msg("frame-main"),
        "crumbs": msg("frame-crumbs"),
        "toc": msg("frame-toc"),
        "notice": msg("frame-notice"),
        "table": msg("frame-table", name="{name}"),
        "missing_heading": msg("frame-missing-heading"),
        "missing": msg("frame-missing"),
        "missing_status": msg("frame-missing-status"),
        "missing_home": msg("frame-missing-home"),
    }
    return {name: words(message) for name, message in said.items()}
