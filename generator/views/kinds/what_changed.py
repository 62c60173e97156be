"""What changed: from edition to edition, evaluations, and the budget cycle."""

from operator import attrgetter

from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_kind import AnyPageKind, PageKind
from generator.views.changes.changes import changes_view
from generator.views.changes.editions import edition_frame, edition_view, editions_view
from generator.views.changes.interval import interval_frame, interval_view
from generator.views.changes.meetings import meeting_view, meetings_view, presented
from generator.views.changes.times import intervals
from generator.views.goals.evaluations import evaluation_view, evaluations_view
from generator.views.roadmap.cycles import cycles_view, milestone_view
from generator.words.message import msg

WHAT_CHANGED_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        address=addresses.CHANGES,
        nav=msg("page-changes.nav"),
        documents=("report",),
        template="changes",
        title=msg("page-changes"),
        description=msg("page-changes.description"),
        view=lambda site, _: changes_view(site.now, site.editions),
        wide=True,
    ),
    PageKind(
        records=lambda site: intervals(site.now, site.editions),
        address=attrgetter("address"),
        template="interval",
        view=lambda _, interval: interval_view(interval),
        crumbs=(LinkTo(msg("page-changes"), addresses.CHANGES),),
        frame=interval_frame,
    ),
    PageKind(
        records=lambda site: zip((None, *site.editions), site.editions, strict=False),
        address=lambda pair: addresses.edition(pair[1].edition.year),
        template="edition",
        view=lambda site, pair: edition_view(pair[1], pair[0], site.downloads),
        crumbs=(LinkTo(msg("page-editions"), addresses.EDITIONS),),
        frame=lambda pair: edition_frame(pair[1]),
    ),
    PageKind(
        address=addresses.CYCLES,
        nav=msg("page-cycles"),
        documents=("report",),
        template="sections",
        description=msg("page-cycles.description"),
        view=lambda site, _: cycles_view(site.now, site.once(obligations_by_milestone)),
    ),
    PageKind(
        records=lambda site: site.once(obligations_by_milestone),
        address=lambda found: addresses.milestone(found.milestone.id),
        template="sections",
        view=lambda site, found: milestone_view(site.now, found),
        crumbs=(LinkTo(msg("page-milestones"), addresses.CYCLES),),
    ),
    PageKind(
        address=addresses.EVALUATIONS,
        nav=msg("page-evaluations"),
        documents=("report",),
        template="sections",
        view=lambda site, _: evaluations_view(site.now.report),
    ),
    PageKind(
        records=lambda site: sorted({e.year for e in site.now.report.evaluations}),
        address=addresses.evaluation,
        template="evaluation",
        documents=("report",),
        view=lambda site, year: evaluation_view(site.now, year),
        crumbs=(LinkTo(msg("page-evaluations"), addresses.EVALUATIONS),),
    ),
    PageKind(
        address=addresses.EDITIONS,
        nav=msg("page-editions"),
        template="editions",
        title=msg("page-editions"),
        description=msg("page-editions.description"),
        view=lambda site, _: editions_view(site.editions),
    ),
    PageKind(
        address=addresses.MEETINGS,
        nav=msg("page-meetings"),
        template="sections",
        description=msg("page-meetings.description"),
        view=lambda site, _: meetings_view(site.now.report),
    ),
    PageKind(
        records=lambda site: presented(site.now.report),
        address=lambda meeting: addresses.meeting(meeting.key),
        template="sections",
        view=lambda site, meeting: meeting_view(site.now.report, meeting),
        crumbs=(LinkTo(msg("page-meetings"), addresses.MEETINGS),),
    ),
)
