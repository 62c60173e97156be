"""Our command line with MkDocs left alone: `python -m tests.bench.unaccelerated ARGUMENTS`."""

from generator.cli.main import main
from generator.publish.accelerator import plugin


def _switched_off(*_: object, **__: object) -> str:
    return "it is measured without"


plugin.why_not = _switched_off

if __name__ == "__main__":
    main()
