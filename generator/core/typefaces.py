"""Typefaces of installed packages: where their files are, and which characters they have.

Any package may be named that holds font files, whatever it calls its modules: where its files are
is asked of what was installed.
"""

from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_FONTS = (".ttf", ".otf", ".ttc")
"""Kinds of files that documents are set with."""


@cache
def font_files(package: str) -> tuple[Path, ...]:
    """Return the font files of a package; none where it has none or is not installed."""
    try:
        held = distribution(package).files or ()
    except PackageNotFoundError:
        return ()
    fonts = (Path(str(file.locate())) for file in held if file.suffix.lower() in _FONTS)
    return tuple(sorted(file for file in fonts if file.is_file()))


@cache
def characters_of(package: str) -> frozenset[str]:
    """Return the characters that the typefaces of a package have; none where it has no files."""
    return frozenset().union(*map(_characters, font_files(package)))


def _characters(file: Path) -> frozenset[str]:
    # Most reports name no typeface, and reading one takes longer than all else that is loaded.
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415

    try:
        with TTFont(file, fontNumber=0, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except TTLibError:
        return frozenset()
