"""Where a reader can suggest a correction, as the foot of every page leads there."""

from generator.model.records import Missing
from generator.model.report import About

NEW_ISSUE = "/issues/new?title="


def correction_address(about: About) -> str:
    """Return the address at which corrections are taken; empty where the report names none.

    It is that of the contact, or else the form of the repository. Where it ends in "=", what the
    correction is about is to follow.
    """
    if isinstance(about.contact, Missing):
        return f"{about.repository}{NEW_ISSUE}" if about.repository else ""
    address = about.contact.address
    return (
        f"{address}?subject=" if address.startswith("mailto:") and "?" not in address else address
    )
