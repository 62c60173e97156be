"""The site's search: an index that Pagefind makes of finished pages, fetched in parts by readers.

Which builder made the pages is of no account. Pages say what of them is searched: an element with
`data-pagefind-body` holds it, `data-pagefind-ignore` marks what is on another page too.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.storage.sync import files_under

FOLDER = "pagefind"
"""Folder of the site that holds the index."""

PACKAGE = "pagefind_bin"
_NOT_WORDS = "svg, .r-heading-link, .r-citations"
"""What is on pages and is nothing that a reader would search for."""

_USED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""What our own search page asks for; the package's boxes and styles are not among them."""


WORDS = "words.txt"
"""All words that are found, a line each: what a reader misspells is looked up in it."""

_SIGNATURE = b"pagefind_dcd"
_SHORTEST = 3
"""Letters of the shortest word that is worth a guess."""


def index_files(site: Path) -> dict[str, bytes]:
    """Return the files of the search index of a finished site, by their path in the site.

    Raises GeneratorError if Pagefind fails; it says in its own words why.
    """
    with tempfile.TemporaryDirectory(prefix="search-index-") as made:
        options = ["--site", str(site), "--output-path", made, "--exclude-selectors", _NOT_WORDS]
        command = [sys.executable, "-m", PACKAGE, *options, "--quiet"]
        ended = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - fixed words
        if ended.returncode:
            said = (ended.stdout + ended.stderr).decode(errors="replace").strip()
            raise GeneratorError(
                f"Pagefind did not make a search index:\n{said}\n",
                "Nothing was published; the last good site is still in place. Build again.",
            )
        paths = [path for path in files_under(Path(made)) if _is_used(path)]
        files = {path: Path(made, path).read_bytes() for path in paths}
    files[WORDS] = "".join(f"{word}\n" for word in _words(files)).encode()
    return {f"{FOLDER}/{path}": content for path, content in files.items()}


def _words(files: Mapping[str, bytes]) -> list[str]:
    """Return the words of all pages, those on most pages first."""
    on_pages: Counter[str] = Counter()
    for path, content in files.items():
        if path.endswith(".pf_fragment"):
            page = json.loads(gzip.decompress(content).removeprefix(_SIGNATURE))
            on_pages.update({_without_signs(word) for word in page["content"].lower().split()})
    known = (word for word in on_pages if len(word) >= _SHORTEST and not word[0].isdigit())
    return sorted(known, key=lambda word: (-on_pages[word], word))


@cache
def _without_signs(word: str) -> str:
    """Return a word without quotation marks and the like around it; marks of letters stay."""
    letters = [place for place, one in enumerate(word) if unicodedata.category(one)[0] in "LMN"]
    return word[letters[0] : letters[-1] + 1] if letters else ""


def _is_used(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name in _USED or name.startswith("wasm.") or ".pf_" in name
