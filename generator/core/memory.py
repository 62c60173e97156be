"""Memory: when Python looks for values that only hold one another."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keep_all() -> Iterator[None]:
    """Make many values that stay until the end of the program, without looking through them.

    A report is many records and no circles. To look for circles among them took a quarter of a
    check of 2,000 initiatives, and found nothing; nor are they looked through afterward.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
