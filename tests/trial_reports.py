"""Trial reports in other scripts: the tiny city of tests/rules/base with its texts in another one.

What the city says stands in tests/scripts, a file a language; what its interface says is of a
catalogue that is made for the language.
"""

import re
import shutil
from pathlib import Path

import yaml

from generator.core.settings import Settings

HERE = Path(__file__).parent
BASE = HERE / "rules" / "base" / "content"
TYPEFACES = {"ar": "fontpkg-noto-sans-arabic", "th": "fontpkg-noto-sans-thai"}
"""The package that has the letters of each language in which there is a trial report."""


def texts(language: str) -> dict[str, str]:
    """Return what the tiny city says in a language, by the English."""
    text = (HERE / "scripts" / f"{language}.yml").read_text("utf-8")
    return {str(english): str(other) for english, other in yaml.safe_load(text).items()}


def write_content(language: str, root: Path) -> Settings:
    """Write a trial report into `root`."""
    shutil.copytree(BASE, root / "content")
    settings = Settings(root)
    said = texts(language)
    for file in settings.content.rglob("*"):
        if file.suffix in (".yml", ".md"):
            file.write_text(_in_other_words(file.read_text("utf-8"), said), "utf-8")
    report = settings.content / "report.yml"
    named = f'languages:\n  - "{language}"\ntypefaces:\n  - "{TYPEFACES[language]}"\nas_of:'
    report.write_text(report.read_text("utf-8").replace("as_of:", named, 1), "utf-8")
    return settings


def _in_other_words(text: str, said: dict[str, str]) -> str:
    for english, other in said.items():
        text = re.sub(rf'(?<!\bid): "{re.escape(english)}"', f': "{other}"', text)
        text = text.replace(f"\n{english}\n", f"\n{other}\n")
        text = text.replace(f"![{english}]", f"![{other}]")
        if text == f"{english}\n":
            text = f"{other}\n"
    return text
