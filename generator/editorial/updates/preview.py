"""A preview of changed content: a temporary copy with some files changed, to be checked."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.core.settings import Settings


@contextmanager
def preview(settings: Settings, files: Mapping[str, bytes]) -> Iterator[Settings]:
    """Yield a temporary project: a copy of the content with other bytes for some files.

    Paths are relative to the project. Raises GeneratorError for one that is not in the content.
    """
    with tempfile.TemporaryDirectory(prefix="annual-report-") as folder:
        root = Path(folder).resolve()
        copy = Settings(root)
        shutil.copytree(settings.content, copy.content, symlinks=True)
        for path, content in files.items():
            place = root / path
            if not place.resolve().is_relative_to(copy.content):
                raise GeneratorError(
                    f"{path!r} is not in the content.", "Check the id that this path is made from."
                )
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        yield copy
