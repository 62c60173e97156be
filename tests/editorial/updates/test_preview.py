"""The content as it would be: a copy with other bytes for some files, and nothing else touched."""

import pytest
from larkhaven import SAMPLE

from generator.core.errors import GeneratorError
from generator.editorial.updates.preview import preview
from generator.load.report import load_report

PATH = "content/updates/2030-01-01/one-form.md"


def test_the_copy_holds_the_change_and_the_content_does_not():
    """A new file is in the copy while the block lasts, and never where the content is."""
    with preview(SAMPLE, {PATH: b"x"}) as copy:
        assert (copy.root / PATH).read_bytes() == b"x"
        assert len(load_report(copy).issues) == 1
    assert not copy.root.exists()
    assert not (SAMPLE.root / PATH).exists()


@pytest.mark.parametrize("path", ["../x.yml", "content/../../x", "/etc/x", "report.yml"])
def test_a_file_that_is_no_content_is_refused(path):
    """A path that leads out of the content is refused before anything is written."""
    with pytest.raises(GeneratorError, match="not in the content"), preview(SAMPLE, {path: b""}):
        pass
