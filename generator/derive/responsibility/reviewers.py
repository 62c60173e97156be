"""Who reviews an initiative: its Sponsor, by the account at the git host where one is known."""

from generator.derive.responsibility.holders import account_of, holder
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.outside import is_account
from generator.model.report import Report


def owner_name(account: str | None) -> str | None:
    """Return an account or team as CODEOWNERS writes it, or None where it is none."""
    if account is None or not is_account(account):
        return None
    return account if "@" in account else f"@{account}"


def sponsor_account(report: Report, state: InitiativeState) -> str | None:
    """Return the account of an initiative's Sponsor; one that no host could have is none."""
    found = holder(report.organization, state.sponsor.holder if state.sponsor else None)
    return owner_name(account_of(report.organization, found)) if found else None


def without_account(now: Snapshot) -> tuple[str, ...]:
    """Return the ids of the initiatives whose Sponsor has no known account, in their order."""
    ids = (s.initiative.id for s in now.states if not sponsor_account(now.report, s))
    return tuple(sorted(ids))
