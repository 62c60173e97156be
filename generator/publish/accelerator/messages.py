"""What MkDocs warns of while it works, collected instead of printed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected() -> Iterator[list[str]]:
    """Collect MkDocs' warnings and errors; nothing of what it says reaches anybody else meanwhile.

    The level is fixed: what is kept must not depend on how much somebody wanted to read.
    """
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    before = logger.handlers[:], logger.level, logger.propagate
    logger.handlers[:] = [collector]
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.handlers[:] = before[0]
        logger.setLevel(before[1])
        logger.propagate = before[2]
