"""What MkDocs says while it works: caught, kept beside the page it is about, and said again."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

Message = tuple[str, int, str]
"""Which logger, how grave, which words."""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.messages: list[Message] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def caught() -> Iterator[list[Message]]:
    """Keep what MkDocs says inside from everybody else, down to plain information.

    The level is fixed: what is kept must not depend on how much somebody wanted to read.
    """
    logger = logging.getLogger("mkdocs")
    listener = _Listener()
    before = logger.handlers[:], logger.level, logger.propagate
    logger.handlers[:] = [listener]
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield listener.messages
    finally:
        logger.handlers[:] = before[0]
        logger.setLevel(before[1])
        logger.propagate = before[2]


def say_again(messages: Iterable[Message]) -> None:
    """Say what was caught, to whoever listens now; a strict build counts it."""
    for name, level, words in messages:
        logging.getLogger(name).log(level, "%s", words)
