"""An upgrade says what it changes, does only that, and leaves alone what somebody edited.

`earlier/` is a repository as version 0.0.9 of the program left it.
"""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.editorial.adopting.ejecting import originals
from generator.editorial.adopting.managed_files import MANIFEST, VERSION, Host, managed_files
from generator.storage.sync import files_under

EARLIER = Path(__file__).parent / "earlier"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a copy of the earlier repository."""
    return Path(shutil.copytree(EARLIER, tmp_path / "report"))


def run(repository: Path, *words: str) -> Result:
    """Run a command in a repository."""
    return CliRunner().invoke(main, ["--project", str(repository), *words])


def held(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path: (folder / path).read_bytes() for path in files_under(folder)}


def test_an_upgrade_is_told_before_it_is_done(repository: Path) -> None:
    """Without --apply each file and line that would change is shown, and none is touched."""
    told = run(repository, "upgrade")

    assert told.exit_code == 0, told.output
    assert f"From version 0.0.9 to {VERSION}:" in told.output
    assert "requirements.txt will change:\n" in told.output
    assert "    - innovations-annual-report==0.0.9\n" in told.output
    assert f"    + innovations-annual-report=={VERSION}\n" in told.output
    assert ".gitlab-ci.yml will be written.\n" in told.output
    assert "preview.yml is no longer needed and will be removed.\n" in told.output
    assert "content/report.yml is brought to the names of this version.\n" in told.output
    assert told.output.endswith("Nothing was written; use --apply to do it.\n")
    assert held(repository) == held(EARLIER)


def test_an_upgrade_brings_files_and_content_to_this_version(repository: Path) -> None:
    """What the program wrote is what it would write now; the content keeps its rules."""
    assert run(repository, "upgrade", "--apply").exit_code == 0

    for path, raw in managed_files(Host.GITLAB, "Springfield's promises").items():
        assert (repository / path).read_bytes() == raw, path
    assert not (repository / ".github/workflows/preview.yml").exists()
    assert "0 errors" in run(repository, "check").output
    again = run(repository, "upgrade")
    assert again.output == "Everything is as this version of the program has it.\n"


def test_what_was_edited_stays_and_is_named(repository: Path) -> None:
    """An edited file keeps its words, upgrade after upgrade, until it is asked for by name."""
    readme = repository / "README.md"
    readme.write_text("# Our own\n", "utf-8")
    told = run(repository, "upgrade", "--apply").output

    assert "README.md was edited here and stays as it is; to have the program's, add" in told
    assert readme.read_text("utf-8") == "# Our own\n"
    assert "README.md was edited here" in run(repository, "upgrade", "--apply").output
    assert readme.read_text("utf-8") == "# Our own\n"
    run(repository, "upgrade", "--apply", "--replace", "README.md")
    assert readme.read_text("utf-8").startswith("# Springfield's promises\n")
    assert "README.md" not in run(repository, "upgrade").output


def test_packages_that_were_added_stay_beside_the_next_version(repository: Path) -> None:
    """A typeface in requirements.txt does not hold the program back."""
    place = repository / "requirements.txt"
    place.write_text("fontpkg-inter\ninnovations-annual-report==0.0.9\n", "utf-8")
    run(repository, "upgrade", "--apply")

    assert place.read_text("utf-8") == f"fontpkg-inter\ninnovations-annual-report=={VERSION}\n"
    assert "requirements.txt" not in run(repository, "upgrade").output


def test_what_was_removed_stays_away(repository: Path) -> None:
    """Who does not want a managed file deletes it once."""
    (repository / ".gitignore").unlink()

    assert ".gitignore was removed here and stays away" in run(repository, "upgrade").output
    run(repository, "upgrade", "--apply")
    assert not (repository / ".gitignore").exists()
    run(repository, "upgrade", "--apply", "--replace", ".gitignore")
    assert (repository / ".gitignore").exists()


def test_what_follows_from_the_content_is_written_anew(repository: Path) -> None:
    """At GitHub issue forms and CODEOWNERS come with an upgrade, once the content has no fault."""
    told = run(repository, "upgrade", "--host", "github", "--apply").output
    assert ".github/ISSUE_TEMPLATE/status-update.yml was written anew from the content." in told
    assert (repository / ".github" / "CODEOWNERS").is_file()

    report = repository / "content" / "report.yml"
    report.write_text(report.read_text("utf-8").replace('title: "Spring', 'titel: "Spring'))
    told = run(repository, "upgrade", "--apply", "--host", "github").output
    assert "What follows from the content was not written" in told


def test_a_path_that_is_not_managed_is_refused(repository: Path) -> None:
    """A typing mistake in --replace is no silent nothing."""
    told = run(repository, "upgrade", "--apply", "--replace", "READM.md")

    assert told.exit_code == 2
    assert "README.md" in told.output
    assert held(repository) == held(EARLIER)


def test_a_folder_without_a_manifest_asks_for_the_host(repository: Path) -> None:
    """What was made by hand is taken over: files that differ count as edited."""
    (repository / MANIFEST).unlink()
    assert run(repository, "upgrade").exit_code == 2

    told = run(repository, "upgrade", "--host", "none", "--apply").output
    assert "README.md was edited here and stays as it is" in told
    assert json.loads((repository / MANIFEST).read_text("utf-8"))["host"] == "none"


@pytest.mark.parametrize("text", ["", "[]", '{"host": "moon"}', '{"files": 3}'])
def test_a_broken_manifest_is_explained(repository: Path, text: str) -> None:
    """A file that somebody edited is no traceback."""
    (repository / MANIFEST).write_text(text, "utf-8")
    told = run(repository, "upgrade")

    assert told.exit_code == 2
    assert "git checkout" in told.output


def test_an_ejected_theme_is_the_programs_until_it_is_changed(repository: Path) -> None:
    """Eject copies every file and says how to go back; a second time nothing is overwritten."""
    told = run(repository, "eject", "overrides")

    assert told.exit_code == 0, told.output
    assert "To go back, delete overrides/" in told.output
    assert {p: r for p, r in held(repository).items() if p.startswith("overrides/")} == originals()
    assert "custom_dir: overrides" in (repository / "mkdocs.yml").read_text("utf-8")
    assert run(repository, "eject", "overrides").exit_code == 2


def test_an_upgrade_says_which_originals_of_ejected_files_have_changed(repository: Path) -> None:
    """Whoever restyled learns what to look at, once, and keeps what was changed."""
    run(repository, "eject", "overrides")
    manifest = json.loads((repository / MANIFEST).read_text("utf-8"))
    manifest["ejected"]["overrides/main.html"] = "that of an earlier one"
    (repository / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    (repository / "overrides" / "main.html").write_text("our own", "utf-8")

    assert "overrides/main.html was ejected" in run(repository, "upgrade", "--apply").output
    assert (repository / "overrides" / "main.html").read_text("utf-8") == "our own"
    assert "was ejected" not in run(repository, "upgrade").output
