"""R106-R111, R121, R521, and R601: whatever is referred to by its id exists."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from generator.check.roles import WHO
from generator.check.rule import Fault, Reference, RuleContext, rule
from generator.core.issues import Issue
from generator.core.naming import Guesses, did_you_mean, name_list, nearest, now_called, quoted
from generator.derive.history.renames import renamed
from generator.derive.references import Known
from generator.model.keys import HeldBy
from generator.model.links import Link
from generator.model.references import NO_HOLDER
from generator.model.updates import Update


def unknown(
    context: RuleContext, found: Iterable[Reference], ids: Collection[str], expected: str = ""
) -> Iterator[Fault]:
    """Yield a fault for every reference to something that is not among the ids.

    `expected` says what must be there, if not just what the type of the reference says.
    """
    choices = ""
    guesses = Guesses()
    lost = [reference for reference in found if reference.value not in ids]
    times = Counter(reference.value for reference in lost)
    for reference in lost:
        value, ref = reference.value, reference.ref
        what = expected or ref.expected
        choices = choices or (what if ref.to == "subject" else f"{what}: {name_list(sorted(ids))}")
        present = _present(context, reference)
        yield Fault(
            context.there(reference.where),
            f"{reference.field} {quoted(value)}, which does not exist",
            choices,
            _renamed_step(context, reference, present)
            if present
            else _by_file(context, reference, ids)
            or (_ADD_AGAIN if times[value] > 1 else f"{guesses.of(value, ids)}{_ADD_FIRST}"),
        )


_ADD_FIRST = "Correct it, or add what is missing first."
_ADD_AGAIN = (
    "If it was removed or renamed, put it back; otherwise correct every place that names it."
)


def _by_file(context: RuleContext, reference: Reference, ids: Collection[str]) -> str:
    """Return what to do where the name of an update's file says what it is about."""
    kind, key, path = reference.where
    if kind != "update" or path not in (("initiative",), ("milestone",)):
        return ""
    file = PurePosixPath(context.files.get((kind, context.file_key(kind, key)), ""))
    named = file.stem if path == ("initiative",) else file.parent.name
    if named not in ids:
        return ""
    near = nearest(reference.value, ids)
    if near in ("", named):
        return f"Write {quoted(named)}, as in the name of this file."
    home = f"{file.parent.name}/{near}.md" if path == ("initiative",) else f"{near}/{file.name}"
    return (
        f"Write {quoted(named)}, as in the name of this file; or, if {quoted(near)} is meant, "
        f"write that and move the file to {file.parent.parent}/{home}."
    )


def explained(issue: Issue, known: Known, addresses: Mapping[str, str]) -> Issue:
    """Return the issue of a word that is no id, with what was meant as far as that can be told.

    `addresses` are those of sources, each with its source's id.
    """
    if issue.no_id is None:
        return issue
    target, word = issue.no_id
    if target == "source" and "://" in word:
        return replace(issue, next_step=_cited_by_address(word, addresses))
    guess = did_you_mean(word, known.get(target, {}))
    return replace(issue, next_step=f"{guess}{_ADD_FIRST}" if guess else issue.next_step)


def _cited_by_address(address: str, addresses: Mapping[str, str]) -> str:
    if there := addresses.get(address.rstrip("/")):
        return f"Write {quoted(there)}, the source with this address."
    return (
        "Add it to the list in sources.yml, with an id, a title and this address, "
        "and write its id here."
    )


def _unknown_of(context: RuleContext, *targets: str) -> Iterator[Fault]:
    """Yield a fault for every reference of some kinds to something that the report lacks."""
    for target in targets:
        yield from unknown(context, context.references[target], context.known[target])


def _present(context: RuleContext, reference: Reference) -> str:
    """Return the word with the id that its initiative has now; nothing where it was not renamed."""
    shape = reference.ref.initiative
    present = renamed(reference.value, context.renamed, shape) if shape else reference.value
    return present if present != reference.value else ""


def _renamed_step(context: RuleContext, reference: Reference, present: str) -> str:
    """Return what to do about a former id, also where a file is still named for it."""
    told = f"{now_called(reference.value, present)}. Write that"
    kind, key, _ = reference.where
    path = PurePosixPath(context.files.get((kind, key), ""))
    home = path.with_name(f"{present.rpartition(':')[2]}.md") if path.name else path
    if kind not in ("update", "evaluation") or path.stem not in context.renamed:
        return f"{told}."
    if str(home) in context.paths:
        return f"{told}: {home} already exists; move what is new to it and remove this file."
    return f"{told}, and rename the file to {home.name}."


@rule(
    "R106",
    "Every topic area that is named exists.",
    "The initiative would not appear on any area's page or in any area's totals.",
)
def areas_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield areas named by initiatives, earlier programs or the survey that are not there."""
    yield from _unknown_of(context, "area")


@rule(
    "R107",
    "Every initiative that is named exists, and is a different one.",
    "An update for an unknown initiative would be lost, and a link to itself leads nowhere.",
)
def initiatives_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives named by updates, links and survey choices that are not there."""
    yield from _unknown_of(context, "initiative")
    for part in context.parts:
        record = part.record
        to_itself = isinstance(record, Link) and record.to == part.key
        if to_itself or (isinstance(record, Update) and record.continues_in == record.initiative):
            field = "to" if to_itself else "continues_in"
            yield Fault(
                context.at(part, field),
                f"a link of {quoted(getattr(record, field))} to itself",
                "the id of a different initiative",
                "Name the other initiative, or remove the link.",
            )


@rule(
    "R108",
    "Every unit, post, and partner that is named exists.",
    "Nobody could be asked, and the page on who is responsible would lead nowhere.",
)
def organization_exists(context: RuleContext) -> Iterator[Fault]:
    """Yield units, posts and partners that organization.yml does not have."""
    yield from _unknown_of(context, "unit", "post", "member")
    there = {*context.known["unit"], *context.known["post"]}
    holders = (r for r in context.references["holder"] if r.value not in NO_HOLDER | there)
    may_hold = context.known["holder"].keys() - NO_HOLDER
    yield from unknown(context, holders, may_hold, _who(context, or_nobody=True))
    reporters = (r for r in context.references["reporter"] if r.value not in there)
    yield from unknown(context, reporters, context.known["reporter"], _who(context))


def _who(context: RuleContext, *, or_nobody: bool = False) -> str:
    """Return what may hold a role, or report, in words."""
    policy = context.report.about.roles
    who = WHO[policy.held_by if or_nobody or policy.held_by is HeldBy.POST else HeldBy.EITHER]
    return f"{who} in organization.yml" + (', "unassigned" or "not_named"' if or_nobody else "")


@rule(
    "R109",
    "Every milestone and budget cycle that is named exists.",
    "An update for an unknown milestone does not count toward any that is due.",
)
def milestones_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield milestones and cycles that cycles.yml does not have; a full day is a milestone too."""
    owed = (r for r in context.references["milestone"] if not is_full_day(r.value))
    yield from unknown(context, owed, context.known["milestone"])
    cycles = context.known["cycle"]
    missing = {r.value: r.ref for r in context.references["cycle"] if r.value not in cycles}
    # What is for a year or a cycle has a rule of its own (R305), but lacks the same cycle.
    spent = (r for r in context.references["fiscal_year"] if r.value in missing)
    also = (reference._replace(ref=missing[reference.value]) for reference in spent)
    yield from unknown(context, [*context.references["cycle"], *also], cycles)


def is_full_day(text: str) -> bool:
    """Return whether the text is a day of the calendar, as the dated update folders have it."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@rule(
    "R110",
    "Every goal and measure that is named exists.",
    "A goal's page would count an initiative or a figure that nobody can look up.",
)
def goals_and_measures_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield goals and measures, named with their area or initiative, that are not there."""
    yield from _unknown_of(context, "goal", "measure")


@rule(
    "R111",
    "Whatever is evaluated, disputed, or asked about exists.",
    "A finding or an open question would not be on any page.",
)
def subjects_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield subjects of evaluations, discrepancies and questions that are not there."""
    yield from _unknown_of(context, "subject")


@rule(
    "R121",
    "Every group that an initiative names is in a taxonomy of report.yml.",
    "The initiative would be on no page of a group, and the filter would not find it.",
)
def groups_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield groups, named with their taxonomy, that report.yml does not have."""
    yield from _unknown_of(context, "taxonomy_value")


@rule(
    "R521",
    "Every fund that is named exists.",
    "Money would be missing from the sums of its fund.",
)
def funds_exist(context: RuleContext) -> Iterator[Fault]:
    """Yield funds named by funding that report.yml does not have."""
    yield from _unknown_of(context, "fund")


@rule(
    "R601",
    "Every source that is cited is listed.",
    "A claim whose source cannot be looked up is a claim without a source.",
)
def sources_are_listed(context: RuleContext) -> Iterator[Fault]:
    """Yield citations of sources that sources.yml does not have."""
    yield from _unknown_of(context, "source")
