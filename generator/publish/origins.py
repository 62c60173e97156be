"""Which content files a page of the site is made of, for messages about a page that failed."""

import re
from pathlib import Path

_MADE_OF = (
    (r"initiatives/([\w-]+)", ("initiatives/{}.yml", "updates/*/{}.md", "evaluations/*/{}.md")),
    (r"areas/([\w-]+)", ("areas/{}.yml", "evaluations/*/{}.md")),
    (r"goals/([\w-]+)", ("areas/{}.yml",)),
    (r"cycles/([\w-]+)", ("cycles.yml", "updates/{}/*.md")),
    (r"editions/(\d+)", ("editions/{}/*",)),
    (r"evaluations/(\d+)", ("evaluations/{}/*.md",)),
    (r"about/([\w-]+)", ("pages/{}.md", "background/{}.yml")),
    (r"(departments|partners|posts)/", ("organization.yml",)),
    (r"(sources)\b", ("sources.yml",)),
)
"""A page's Markdown file as it begins, and what its content is kept in."""


def content_of(page: str, content: Path) -> list[str]:
    """Return the files of the content folder that a page, by its Markdown file, is made of.

    They are relative to the project, the likeliest first. There are none where a page shows
    something of nearly every file.
    """
    for begins, patterns in _MADE_OF:
        if found := re.match(begins, page):
            return [
                f"{content.name}/{path.relative_to(content).as_posix()}"
                for pattern in patterns
                for path in sorted(content.glob(pattern.format(found[1])))
            ]
    return []
