"""Where everything lives on the site; addresses are promises and are made nowhere else."""

from generator.model.statuses import State, Status

HOME = ""
AREAS = "areas/"
INITIATIVES = "initiatives/"
ROADMAP = "roadmap/"
NEXT_STEPS = "roadmap/next/"
IDEAS = "ideas/"
UNKNOWN = "unknown/"
METHOD = "method/"
SOURCES = "sources/"
MATCHES = "matches/"
AUDIT = "audit/"
RESPONSIBILITY = "responsibility/"
UNITS = "departments/"
POSTS = "posts/"
PARTNERS = "partners/"
CYCLES = "cycles/"
GOALS = "goals/"
MEASURES = "measures/"
MONEY = "money/"
EVALUATIONS = "evaluations/"
EDITIONS = "editions/"
CHANGES = "changes/"
DATA = "data/"
DICTIONARY = "data/columns/"
SEARCH = "search/"
ABOUT = "about/"
ACCESSIBILITY = "accessibility/"

OF_EVERY_REPORT: tuple[str, ...] = tuple(value for name, value in vars().items() if name.isupper())
"""The pages above, which are at the same address in every report that has them."""

GROUPS = "groups/"
PLACES = "places/"
MEETINGS = "meetings/"
OF_SOME_REPORTS = (GROUPS, PLACES, MEETINGS)
"""The pages that a report has where its organization keeps such records."""

STATUS = "status/"
"""The folder of the lists by status and the like; itself the former address of `INITIATIVES`."""

UNGROUPED = "in-no-group"
"""The place on the page of a taxonomy of what is in none of its groups."""

SITE_ARCHIVE = "site.zip"
"""The file beside open data that holds the whole site."""

GEOJSON = "places.geojson"
"""The file of open data that holds the places for maps."""

DOWNLOADS = "downloads/"
CARDS = "cards/"
MEDIA = "media/"
DATA_OF_EDITIONS = "data/editions/"


REPORT_CARD = f"{CARDS}report.png"
"""The picture of the whole report, for those who share a link to it."""


def initiative_card(initiative_id: str) -> str:
    """Return the address of the picture of an initiative, for those who share a link to it."""
    return f"{CARDS}initiatives/{initiative_id}.png"


def area(area_id: str) -> str:
    """Return the address of a topic area's page."""
    return f"areas/{area_id}/"


def taxonomy(taxonomy_id: str) -> str:
    """Return the address of the page of one of the organization's own taxonomies."""
    return f"{GROUPS}{taxonomy_id}/"


def group(reference: str) -> str:
    """Return the address of the page of a group, by how initiatives name it."""
    return f"{GROUPS}{reference}/"


def ungrouped(taxonomy_id: str) -> str:
    """Return where the initiatives are that belong to no group of a taxonomy."""
    return f"{taxonomy(taxonomy_id)}#{UNGROUPED}"


def goal(reference: str) -> str:
    """Return the address of a goal by its reference, as `area/goal` or `program/goal`."""
    scope, _, goal_id = reference.partition("/")
    return f"{GOALS}{scope_slug(scope)}/{goal_id}/"


def scope_slug(scope: str) -> str:
    """Return what stands for an area or the whole program in an address.

    The program's goals and evaluations stay where they were published, before its key was spelled
    as it is now.
    """
    return "programme" if scope == "program" else scope


def ideas_of(area_id: str) -> str:
    """Return the address of the ideas of a topic area, where they are many."""
    return f"{IDEAS}{area_id}/"


def goals_of(scope: str) -> str:
    """Return the address of the goals of a topic area, or of the whole program."""
    return f"{GOALS}{scope_slug(scope)}/"


def unit(unit_id: str) -> str:
    """Return the address of a department, division or other unit of the city."""
    return f"{UNITS}{unit_id}/"


def post(post_id: str) -> str:
    """Return the address of a post's page."""
    return f"{POSTS}{post_id}/"


def partner(partner_id: str) -> str:
    """Return the address of the page of an outside partner."""
    return f"{PARTNERS}{partner_id}/"


def milestone(milestone_id: str) -> str:
    """Return the address of a budget-cycle milestone's page."""
    return f"{CYCLES}{milestone_id}/"


def evaluation(year: int) -> str:
    """Return the address of the evaluations of one year."""
    return f"{EVALUATIONS}{year}/"


def edition(year: int) -> str:
    """Return the address of an edition's page."""
    return f"{EDITIONS}{year}/"


def meeting(day: str) -> str:
    """Return the address of the page of a meeting."""
    return f"{MEETINGS}{day}/"


def presented(day: str, file: str) -> str:
    """Return the address of a document that was presented at a meeting."""
    return f"{MEETINGS}{day}/{file}"


def changes_up_to(time: str) -> str:
    """Return the address of what changed up to an edition, by its year, or up to `today`.

    The time before is no part of it: an edition that is put in between later moves no address.
    """
    return f"{CHANGES}{time}/"


def edition_data(year: int, file: str) -> str:
    """Return the address of a file of an edition's data."""
    return f"{DATA_OF_EDITIONS}{year}/{file}"


def data(file: str) -> str:
    """Return the address of a file of open data."""
    return f"{DATA}{file}"


def columns_of(table: str) -> str:
    """Return the address of the page that explains the columns of a table of open data."""
    return f"{DICTIONARY}{table}/"


def update(initiative_id: str, milestone_id: str) -> str:
    """Return the address of an initiative's update in its history."""
    return f"{initiative(initiative_id)}#update-{milestone_id}"


def measure(owner: str, measure_id: str) -> str:
    """Return the address of a measure on its page; `owner` is that page's address."""
    return f"{owner}#measure-{measure_id}"


def measure_chart(owner_id: str, measure_id: str) -> str:
    """Return the address of the chart of a measure as a file of its own."""
    return f"{MEASURES}{owner_id}/{measure_id}.svg"


def measure_figures(owner_id: str, measure_id: str) -> str:
    """Return the address of the figures of a measure as a file of open data."""
    return data(f"measures/{owner_id}/{measure_id}.csv")


def initiative(initiative_id: str) -> str:
    """Return the address of an initiative's page."""
    return f"{INITIATIVES}{initiative_id}/"


def roadmap_of(area_id: str, number: int = 1) -> str:
    """Return the address of a page with an area's part of the roadmap; the first has no number."""
    return f"{ROADMAP}{area_id}/" if number == 1 else f"{ROADMAP}{area_id}/{number}/"


def roadmap_year(year: int) -> str:
    """Return the address of the roadmap of one fiscal year, by the year in which it begins."""
    return f"{ROADMAP}fy-{year}/"


def part(folder: str, number: int) -> str:
    """Return the address of a further part of a long table; the first is on its own page."""
    return f"{folder}part-{number}/"


def source(source_id: str) -> str:
    """Return the address of a source in the list of sources."""
    return f"{SOURCES}#{source_id}"


def source_users(source_id: str) -> str:
    """Return the address of everything that rests on a source, where that is much."""
    return f"{SOURCES}{source_id}/"


def narrative(page_id: str) -> str:
    """Return the address of a narrative page."""
    return f"about/{page_id}/"


def state_list(state: State) -> str:
    """Return the address of the list of initiatives in a state."""
    return f"{_state_lists(state)}{state.slug}/"


def state_index(axis: str) -> str:
    """Return the address of the index of the lists by phase, by confidence, or by freshness."""
    return f"{STATUS}{axis}/"


def former_state_list(state: State) -> str:
    """Return where that list was in earlier versions, if elsewhere; else nothing."""
    return f"{_state_lists(state)}{state.former_slug}/" if state.former_slug else ""


def _state_lists(state: State) -> str:
    return STATUS if isinstance(state, Status) else state_index(state.axis)


def holder_lists(axis: str) -> str:
    """Return the address of the lists by department, by Owner or by Sponsor."""
    return f"{STATUS}by-{axis}/"


def holder_list(axis: str, key: str) -> str:
    """Return the address of one of the lists by department, by Owner or by Sponsor."""
    return f"{holder_lists(axis)}#{axis}-{key.replace('_', '-')}"


def media(file: str) -> str:
    """Return the address of an image or document."""
    return f"{MEDIA}{file}"


def download(kind: str, year: int | None = None, volume: int = 1) -> str:
    """Return the address of a printed document, of an edition's year or of the living report.

    The first volume of several has the address of a document in one.
    """
    name = kind if year is None else f"{year}-{kind}"
    return f"{DOWNLOADS}{name}.pdf" if volume == 1 else f"{DOWNLOADS}{name}-volume-{volume}.pdf"


def is_shared(target: str) -> bool:
    """Return whether a target is a file that all languages share: it is the first language's."""
    return target.startswith((DATA, MEDIA, MEETINGS)) and not target.partition("#")[0].endswith("/")


def file_of(target: str) -> str:
    """Return the Markdown file that becomes the page at `target`."""
    path = target.partition("#")[0]
    if not path:
        return "index.md"
    if path in (AREAS, ABOUT):
        return f"{path}index.md"
    return f"{path.rstrip('/')}.md"


def of_prose_link(link: str) -> str:
    """Return the address that an internal link of prose means: `initiative:ID`, `source:ID`, ..."""
    kind, _, name = link.partition(":")
    makers = {
        "source": source,
        "initiative": initiative,
        "area": area,
        "page": narrative,
        "media": media,
        "goal": goal,
    }
    return makers[kind](name)
