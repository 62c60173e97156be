"""What is built beside pyproject.toml: an installed package also holds what lies at the top here.

An editable checkout reads it from there (`generator.theme.kept`), so that nothing is kept twice.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
BUNDLED = "generator/theme/bundled"
PARTS = (
    "mkdocs.yml",
    "overrides/**/*",
    "docs/editors/**/*",
    ".ci/propose.py",
    ".ci/published.py",
    "tests/sample/content/**/*",
)
"""Site configuration, the theme's HTML, the editors' guide, the scripts that workflows run with the
right to write, and the sample."""


def bundled_files() -> list[Path]:
    """Return the files that an installed package holds besides its own, by paths from the top."""
    found = sorted(path for part in PARTS for path in ROOT.glob(part) if path.is_file())
    return [path.relative_to(ROOT) for path in found]


class BuildWithBundle(build_py):  # type: ignore[misc]
    """Builds the package and, unless it stays where it is, copies these files into it."""

    def run(self) -> None:
        """Build, then copy."""
        super().run()
        if not self.editable_mode:
            for path in bundled_files():
                target = Path(self.build_lib, BUNDLED, path)
                self.mkpath(str(target.parent))
                self.copy_file(str(path), str(target))

    def get_source_files(self) -> list[str]:
        """Return what a source distribution must hold for this to work from there as well."""
        return [*super().get_source_files(), *map(str, bundled_files())]


setup(cmdclass={"build_py": BuildWithBundle})
