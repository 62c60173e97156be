"""A repository or a branch that cannot be is refused before the form editor is made for it."""

import pytest
from larkhaven import larkhaven

from generator.core.errors import GeneratorError
from generator.editorial.cms.bundle import page_files


@pytest.mark.parametrize(
    ("repository", "branch"),
    [
        ("not a repo", "main"),
        ("https://example.org/x", "main"),
        ("city/report", "a b"),
        ("city/report", "-x"),
        ("city/report", "a..b"),
        ("city/report", "x.lock"),
        ("city/report", ""),
    ],
)
def test_what_the_git_host_cannot_have_is_refused(repository, branch):
    """The message says how it is written."""
    with pytest.raises(GeneratorError):
        page_files(larkhaven(), repository, branch)


@pytest.mark.parametrize("branch", ["main", "report/2026", "v1.2-x"])
def test_what_it_can_have_is_taken(branch):
    """Both ways to write a repository, and branches as git names them."""
    for repository in ("city/report", "https://github.com/city/report", None):
        assert "config.json" in page_files(larkhaven(), repository, branch)
