"""CODEOWNERS: who is asked to review, generated from the Sponsors that the content names."""

import re
from dataclasses import dataclass

from generator.derive.snapshot import Snapshot, Standing
from generator.model.report import Report

CODEOWNERS = ".github/CODEOWNERS"

_OWNER = re.compile(
    r"@?[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.ASCII,
)

_OPENING = """\
# Made by `annual-report codeowners` from the content; a change here would be lost.
#
# The last line that fits a path counts. A change is reviewed by whom this file names on the branch
# that it goes to: a change of Sponsor is read by the Sponsor until then.
"""


@dataclass(frozen=True, slots=True)
class CodeOwners:
    """The file, and the initiatives whose Sponsor it cannot name."""

    text: str
    unnamed: tuple[str, ...]
    team: str | None
    """The innovation staff's team, which is asked instead."""

    @property
    def warning(self) -> str:
        """Return in words how often the team stands in for a Sponsor, or nothing."""
        if not self.unnamed:
            return ""
        number = len(self.unnamed)
        of_whom = "1 initiative" if number == 1 else f"{number} initiatives"
        if self.team:
            return f"Of {of_whom} no Sponsor's account is known; {self.team} is asked instead."
        return (
            f"Of {of_whom} no Sponsor's account is known, and nobody is asked instead: content/"
            "report.yml names no team."
        )


def code_owners(now: Snapshot) -> CodeOwners:
    """Return who reviews what: each initiative's Sponsor, and the team for all else.

    Raises nothing: an account that the git host could not have is as good as none.
    """
    report = now.report
    team = owner_name(report.about.team)
    lines, unnamed = [], []
    for standing in sorted(now.standings, key=lambda s: s.initiative.id):
        account = _sponsor_account(report, standing)
        if account:
            lines += _lines(standing.initiative.id, account)
        else:
            unnamed.append(standing.initiative.id)
    text = _OPENING + "\n" + _default(team) + "".join(f"{line}\n" for line in lines)
    return CodeOwners(text, tuple(unnamed), team)


def owner_name(account: str | None) -> str | None:
    """Return an account or team as CODEOWNERS writes it, or None where it is none."""
    if account is None or not _OWNER.fullmatch(account):
        return None
    return account if "@" in account else f"@{account}"


def _sponsor_account(report: Report, standing: Standing) -> str | None:
    holder = standing.sponsor.holder if standing.sponsor else None
    post = next((post for post in report.organisation.posts if post.id == holder), None)
    return owner_name(post.account) if post else None


def _default(team: str | None) -> str:
    if team is None:
        return "# content/report.yml names no team, so nobody is asked about anything else.\n\n"
    return f"* {team}\n\n"


def _lines(some_id: str, account: str) -> list[str]:
    paths = ("initiatives/{}.yml", "updates/*/{}.md", "evaluations/*/{}.md")
    return [f"/content/{path.format(some_id)} {account}" for path in paths]
