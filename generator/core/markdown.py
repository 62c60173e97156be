"""Words for a place where Markdown is read, such as a git host's comments."""

import re

_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+!|~@&:$-]|(?<=www)\.", re.IGNORECASE)
"""What makes markup, a mention, a reference or a link of words."""


def as_words(text: str) -> str:
    """Return a text in one line that Markdown takes for words and for nothing else."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(text.split()))
