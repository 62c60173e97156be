"""The form editor's files for a site: its page, its configuration, and the packages it needs.

The packages are part of the program, taken from npm at the versions and with the checksums of
package-lock.json (tests/editorial/cms/test_editor_packages.py); nothing is taken from another host,
at build time or in the browser.
"""

import html
import json
from collections.abc import Sequence
from pathlib import Path
from string import Template

from generator.core.errors import GeneratorError
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.cms.collections import is_branch, is_repository, site_configuration
from generator.editorial.cms.due_list import due_list
from generator.editorial.cms.guide import GUIDE
from generator.editorial.cms.references import offers
from generator.editorial.cms.update_forms import report_of_updates, rules_of_updates
from generator.editorial.cms.widgets import open_mappings, optional_flags, required_lists
from generator.editorial.updates.due import due_updates
from generator.editorial.updates.offered import offered_milestones
from generator.model.files import FILE_KINDS
from generator.model.report import Report
from generator.theme import TEMPLATES

_PAGE = TEMPLATES / "edit"
PACKAGES = _PAGE / "packages"
"""What the editor takes from other people's packages, as it lies below the editor's folder."""

# The editor places its menus and dialogs by styles of their own.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: https://avatars.githubusercontent.com; media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self' data: blob: https://api.github.com; "
    "worker-src 'self' blob:; base-uri 'none'; form-action 'self'"
)


def page_files(
    report: Report, repository: str | None, branch: str, source_files: Sequence[str] = ()
) -> dict[str, bytes]:
    """Return what one city's report decides: the page, its script and style, the configuration.

    `source_files` are the paths of the files that list sources, where that is not the one;
    `guide` says whether the guide for editors is beside it. Raises GeneratorError if the
    repository or the branch is none.
    """
    if repository is not None and not is_repository(repository):
        raise GeneratorError(
            f'"{repository}" is not a GitHub repository.', "Write OWNER/NAME, such as city/report."
        )
    if not is_branch(branch):
        raise GeneratorError(
            f'"{branch}" cannot be a branch.', "Write it as git does, such as main."
        )
    about = report.about
    now = snapshot(report, about.as_of)
    models = [kind.record for kind in FILE_KINDS.values()]
    writing = {
        "flags": sorted(optional_flags(*models)),
        "lists": sorted(required_lists(*models)),
        "maps": sorted(open_mappings(*models)),
        "updates": rules_of_updates() | report_of_updates(now),
    }
    page = Template((_PAGE / "index.html").read_text("utf-8")).substitute(
        policy=_POLICY,
        title=html.escape(about.title),
        writing=json.dumps(writing).replace("<", r"\u003c"),
        due=due_list(due_updates(now), now.day),
    )
    configuration = site_configuration(
        title=about.title,
        repository=repository or about.repository,
        branch=branch,
        site=about.site,
        milestones=offered_milestones(report),
        day=about.as_of,
        offers=offers(report, split=bool(source_files)),
        source_files=source_files,
    )
    own = {path.name: path.read_bytes() for path in sorted(_PAGE.glob("*.*")) if _is_own(path)}
    return {**own, "index.html": page.encode(), "config.json": configuration}


def _is_own(path: Path) -> bool:
    """Return whether a file is the page's script or style; those of the guide are the guide's."""
    return path.suffix in {".js", ".css"} and path.stem != GUIDE


def package_files() -> dict[str, bytes]:
    """Return the files of the packages that the editor needs, by path below its folder."""
    files = sorted(path for path in PACKAGES.rglob("*") if path.is_file())
    return {path.relative_to(PACKAGES).as_posix(): path.read_bytes() for path in files}
