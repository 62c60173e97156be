"""What was found wrong in a frozen edition, as tests write it down."""


def write_errata(project, year, record):
    """Write an erratum about one record of an edition."""
    path = project.content / "editions" / str(year) / "errata.md"
    path.write_text(
        f'---\nerrata:\n  - record: "{record}"\n    on: "2024-02-10"\n    reason: "Wrong."\n---\n',
        "utf-8",
    )
