"""Each document is printed by one process of the run."""

from pathlib import Path

import pytest
from pdf.papers import TOWNS

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process do all the tests of a town's documents, such as `real brief`."""
    for item in items:
        if item.path.parent == HERE and isinstance(item, pytest.Function):
            for given in item.callspec.params.values() if hasattr(item, "callspec") else ():
                town = str(given).partition(" ")[0]
                if town in TOWNS:
                    item.add_marker(pytest.mark.xdist_group(f"documents of {town}"))
