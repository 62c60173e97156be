"""Our command line with MkDocs left alone: `python -m tests.bench.unaccelerated ARGUMENTS`."""

from generator.cli.main import main
from generator.publish.accelerator import building


def _switched_off(_: object) -> str:
    return "it is measured without"


building.why_not = _switched_off

if __name__ == "__main__":
    main()
