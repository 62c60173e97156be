"""CODEOWNERS: who is asked to review, generated from the Sponsors that the content names."""

from dataclasses import dataclass

from generator.derive.responsibility.reviewers import owner_name, sponsor_account, without_account
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.keys import RoleKind

CODEOWNERS = ".github/CODEOWNERS"

_OPENING = """\
# Made by `annual-report codeowners` from the content; a change here would be lost.
#
# The last line that matches a path counts. A change is reviewed by those whom this file names on
# the branch that it goes to{}.
"""
_SPONSOR = ": a change of Sponsor is reviewed by the Sponsor until then"


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
            return f"No Sponsor's account is known for {of_whom}; {self.team} is asked instead."
        return (
            f"No Sponsor's account is known for {of_whom}, and nobody is asked instead: "
            "content/report.yml does not name a team."
        )


def code_owners(now: Snapshot) -> CodeOwners:
    """Return who reviews what: each initiative's Sponsor if there are any, the team all else.

    Raises nothing: an account that the git host could not have is as good as none.
    """
    report = now.report
    team = owner_name(report.about.team)
    asked = RoleKind.SPONSOR in report.about.roles.asked
    accounts = {s.initiative.id: sponsor_account(report, s) for s in now.states if asked}
    lines = [line for some_id in sorted(accounts) for line in _lines(some_id, accounts[some_id])]
    nobody = "# content/report.yml does not name a team, so nobody is asked about anything else."
    default = f"* {team}" if team else nobody
    opening = _OPENING.format(_SPONSOR if asked else "")
    text = "\n".join((opening, default, "", *lines, ""))
    return CodeOwners(text, without_account(now) if asked else (), team)


def _lines(some_id: str, account: str | None) -> list[str]:
    if account is None:
        return []
    paths = ("initiatives/{}.yml", "updates/*/{}.md", "evaluations/*/{}.md")
    return [f"/content/{path.format(some_id)} {account}" for path in paths]
