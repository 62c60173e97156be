"""The project's tasks, from a bare Python to a built site: `python3 tasks.py` lists them.

Standard library only, because this runs before anything is installed.
"""

import ctypes.util
import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = PROGRAMS / "python"
STAMP = VENV / "installed.json"
NODE_STAMP = ROOT / "node_modules" / ".installed"
RUNTIME_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
WRONG_USE = 2


class TaskError(Exception):
    """A task cannot go on; the text tells a person why and what to do."""


def oldest_python() -> tuple[int, int]:
    """Return the oldest Python that pyproject.toml promises; also an older one can read it."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    found = re.search(r'^requires-python = ">=(\d+)\.(\d+)"$', text, re.MULTILINE)
    if not found:
        raise TaskError('pyproject.toml must say requires-python = ">=X.Y".')
    return int(found[1]), int(found[2])


OLDEST_PYTHON = oldest_python()
PROMISED = ".".join(map(str, OLDEST_PYTHON))
NEWEST = "3.14"
"""The newest Python that the checks know."""

SYSTEM_PACKAGES = {
    "chromium": "chromium",
    "java": "default-jre-headless",
    "libatomic": "libatomic1",  # for the browser's driver, which brings its own Node.js
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-calc",
    "/usr/lib/libreoffice/program/libswlo.so": "libreoffice-writer",  # what opens a DOCX
    "qpdf": "qpdf",
    "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",  # what veraPDF reads its profiles with
}
"""Programs, libraries (`lib...`) and files that tests need, and the Debian package of each."""

LINTERS = {
    "ruff check": ("ruff", "check", "--quiet"),
    "ruff format": ("ruff", "format", "--check", "--quiet"),
    "mypy": ("mypy",),
    # The other end of what is promised. It keeps what it knows in a folder of its own.
    "mypy elsewhere": (
        *("mypy", "--platform=win32", f"--python-version={NEWEST}"),
        "--cache-dir=.mypy_cache/elsewhere",
    ),
    "import-linter": ("lint-imports", "--no-logo"),
    "vermin": (
        *("vermin", "--quiet", "--violations", "--eval-annotations", f"--target={PROMISED}-"),
        *("generator", "tests", ".ci", "setup.py", "tasks.py"),
    ),
}

PYTEST = ("pytest", "--numprocesses=auto", "--dist=loadgroup")
"""On every core; tests that share what takes long to make are done by the process that made it."""

ELSEWHERE = (
    *("core", "model", "load", "derive", "check", "words", "prose", "export", "render", "views"),
    *("editorial", "test_other_systems.py"),
)
"""The tests that are also run on macOS, on Windows, and on every promised Python."""

LOCK_OPTIONS = (
    "--quiet",
    "--universal",
    f"--python-version={PROMISED}",
    "--fork-strategy=fewest",
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
)
"""One version of each package for every machine, with hashes and without any address."""


# Running programs


def run(command: Sequence[str | Path], *, quiet: bool = False) -> int:
    """Run a command in the project's folder, its tools first on the path; return its exit code.

    A `quiet` command shows what it wrote only when it fails. Raises TaskError when the program is
    missing.
    """
    words = [str(word) for word in command]
    print("$", " ".join(words), flush=True)
    path = os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", os.defpath)])
    where = shutil.which(words[0], path=path)
    if where is None:
        raise TaskError(f"The program {words[0]} is missing.")
    # npm trusts whom the system trusts: behind a city's proxy Node.js' own list is not enough.
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
    ended = subprocess.run(
        [where, *words[1:]], cwd=ROOT, env=environment, check=False, capture_output=quiet
    )
    if quiet and ended.returncode:
        print((ended.stdout + ended.stderr).decode(errors="replace"), flush=True)
    return ended.returncode


def must(command: Sequence[str | Path]) -> None:
    """Run a command as `run` does; raise TaskError when it fails."""
    if run(command):
        raise TaskError(f"This command failed: {' '.join(map(str, command))}")


# Bringing the machine up to what a task needs


def digest(*paths: Path) -> str:
    """Return one digest of the files' bytes and of the Python that runs this."""
    content = b"\0".join(path.read_bytes() for path in paths)
    return hashlib.sha256(content + sys.version.encode()).hexdigest()


def install_system(packages: Sequence[str]) -> bool:
    """Install Debian packages when this account may; return whether that worked."""
    if not packages:
        return True
    is_root = sys.platform != "win32" and os.geteuid() == 0
    rights = [] if is_root else ["sudo", "-n"]
    if not shutil.which("apt-get") or (rights and not shutil.which("sudo")):
        return False
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run([*apt, "update"], quiet=True)
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    return run(install, quiet=True) == 0


def make_environment() -> None:
    """Make `.venv` unless a whole one is there. Raises TaskError when Python cannot make one."""
    if all(shutil.which(name, path=PROGRAMS) for name in ("python", "pip")):
        return
    if not importlib.util.find_spec("ensurepip"):
        install_system(["python3-venv"])
        importlib.invalidate_caches()
        if not importlib.util.find_spec("ensurepip"):
            raise TaskError(
                "This Python cannot make a virtual environment. Install its venv module "
                "(on Debian: apt-get install python3-venv), then run this again."
            )
    must([sys.executable, "-m", "venv", "--clear", VENV])


def install_python(lock: str) -> None:
    """Bring `.venv` to a lock file and to this package, unless it is there already."""
    make_environment()
    wanted = {
        name: digest(ROOT / name, ROOT / "pyproject.toml") for name in (RUNTIME_LOCK, DEV_LOCK)
    }
    installed = json.loads(STAMP.read_text("utf-8")) if STAMP.exists() else {}
    if installed.get(lock) == wanted[lock]:
        return
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    must([*pip, "--require-hashes", "--requirement", lock])
    must([*pip, "--no-build-isolation", "--no-deps", "--editable", "."])
    # pip compiles what it installs, but not this package, which stays where it is; where Python
    # may not keep what it compiles, every run would compile it anew.
    must([PYTHON, "-m", "compileall", "-q", "generator"])
    # The development lock holds the runtime lock whole, so installing it settles both.
    settled = wanted if lock == DEV_LOCK else {**installed, lock: wanted[lock]}
    STAMP.write_text(json.dumps(settled), "utf-8")


def missing_from_system() -> list[str]:
    """Return the programs, libraries and files that tests need and this machine lacks."""

    def found(name: str) -> str | None:
        if name.startswith("/"):
            return shutil.which(name, mode=os.F_OK)
        library = name.removeprefix("lib")
        return shutil.which(name) if library == name else ctypes.util.find_library(library)

    return [name for name in SYSTEM_PACKAGES if not found(name)]


def complete_system() -> list[str]:
    """Install what tests need from the system; return what is still missing."""
    install_system([SYSTEM_PACKAGES[name] for name in missing_from_system()])
    return missing_from_system()


def install_node() -> None:
    """Bring `node_modules` to its lock file, unless it is there already.

    Node.js and npm come with the development lock, so that the system's age does not matter.
    """
    wanted = digest(ROOT / "package-lock.json")
    if NODE_STAMP.exists() and NODE_STAMP.read_text("utf-8") == wanted:
        return
    must(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"])
    NODE_STAMP.write_text(wanted, "utf-8")


def lint() -> list[str]:
    """Run every check that reads code without running it; return the names of those that fail."""
    return [name for name, command in LINTERS.items() if run(command)]


def report(failed: Sequence[str]) -> None:
    """Say which checks failed, before the tests run all the same."""
    if failed:
        print(f"FAILED: {', '.join(failed)}. The tests follow; the whole counts as failed.")


def drop_funding(lock_file: Path) -> None:
    """Take out of npm's lock file where its packages ask for money: it names no address."""
    locked = json.loads(lock_file.read_text("utf-8"))
    for package in locked["packages"].values():
        package.pop("funding", None)
    lock_file.write_text(json.dumps(locked, indent=2, ensure_ascii=False) + "\n", "utf-8")


# The tasks


def install(arguments: Sequence[str]) -> int:
    """Install annual-report into .venv, and build nothing."""
    install_python(RUNTIME_LOCK)
    return WRONG_USE if arguments else 0


def build(arguments: Sequence[str]) -> int:
    """Build the public site with the form editor into site/ (options: annual-report build)."""
    install_python(RUNTIME_LOCK)
    return run(["annual-report", "build", "--edit", *arguments])


def editor(arguments: Sequence[str]) -> int:
    """Put the form editor into the built site anew (options go to annual-report cms bundle)."""
    install_python(RUNTIME_LOCK)
    return run(["annual-report", "cms", "bundle", *arguments])


def serve(arguments: Sequence[str]) -> int:
    """Show the site on this machine and follow every change (options go to annual-report serve)."""
    install_python(RUNTIME_LOCK)
    return run(["annual-report", "serve", *arguments])


def check(arguments: Sequence[str]) -> int:
    """Lint, types, layers and the fast tests, before a commit (options go to pytest)."""
    install_python(DEV_LOCK)
    failed = lint()
    report(failed)
    tests = run([*PYTEST, "-m", "not slow", "--quiet", *arguments])
    return 1 if failed else tests


def test(arguments: Sequence[str]) -> int:
    """Install all that tests need, then every check and test there is (options go to pytest)."""
    install_python(DEV_LOCK)
    missing = complete_system()
    install_node()
    failed = lint()
    report(failed)
    for name in missing:
        print(f"MISSING: {name} (Debian package {SYSTEM_PACKAGES[name]}); its tests will fail.")
    # Last, so that its own closing line ends the output.
    tests = run([*PYTEST, "--no-skips", *arguments])
    return 1 if failed else tests


def elsewhere(arguments: Sequence[str]) -> int:
    """Check and build on another system or Python, with the fast tests (options go to pytest)."""
    install_python(DEV_LOCK)
    # Without it Windows reads and writes texts in the letters of its own region.
    os.environ["PYTHONUTF8"] = "1"
    must(["annual-report", "check"])
    must(["annual-report", "build", "--edit"])
    folders = [f"tests/{name}" for name in ELSEWHERE]
    chosen = ["-m", "not slow and not posix", "--quiet", *arguments, *folders]
    return run([*PYTEST, *chosen])


def sweep(arguments: Sequence[str]) -> int:
    """Try all pages in every state, and many more examples, before a release (hours)."""
    return test(["--every-page", "--hypothesis-profile=sweep", *arguments])


def access(arguments: Sequence[str]) -> int:
    """Test access on all pages, and keep what was found for the site's page on it (an hour)."""
    # A test looks at every page of a site: the limit of the suite would end it after ten minutes.
    kept = (
        "--numprocesses=0",
        "--override-ini=faulthandler_timeout=14400",
        "--access-results=generator/theme/access_results.json",
    )
    tests = ("tests/browser/test_accessibility.py", "tests/browser/test_html.py")
    return test([*kept, "--every-page", *tests, *arguments])


def bench(arguments: Sequence[str]) -> int:
    """Measure the tool beside other builders into docs/performance.md (--quick: in minutes)."""
    install_python(DEV_LOCK)
    return run([PYTHON, "-m", "tests.bench", *arguments])


def golden(arguments: Sequence[str]) -> int:
    """Rewrite golden files, generated pages and the form editor's packages; see git diff."""
    install_python(DEV_LOCK)
    install_node()
    renewed = run(["pytest", "--quiet", "--update-golden", *arguments])
    # Last, because the guides show the messages that were just renewed.
    return run([PYTHON, ".ci/generated.py"]) or renewed


def dist(arguments: Sequence[str]) -> int:
    """Make the files of a release in dist/: wheel, source, list of ingredients, checksums."""
    install_python(DEV_LOCK)
    folder = ROOT / "dist"
    # What an earlier run left in build/lib would be in the wheel.
    for left in (folder, ROOT / "build" / "lib"):
        shutil.rmtree(left, ignore_errors=True)
    folder.mkdir()
    for kind in ("wheel", "sdist"):
        build_it = f"from setuptools.build_meta import build_{kind}; build_{kind}('dist')"
        if run([PYTHON, "-c", build_it], quiet=True):
            raise TaskError(f"No {kind} could be made.")
    listed = ["cyclonedx-py", "requirements", "--output-reproducible", "--pyproject"]
    must([*listed, "pyproject.toml", "-o", folder / "sbom.cdx.json", RUNTIME_LOCK])
    shutil.rmtree(ROOT / "build" / "lib", ignore_errors=True)
    made = sorted(path for path in folder.iterdir() if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    (folder / "SHA256SUMS").write_text("".join(sums), "utf-8")
    return WRONG_USE if arguments else 0


def picture(arguments: Sequence[str]) -> int:
    """Build the site and take the picture of its front page in README.md anew."""
    install_python(DEV_LOCK)
    must(["annual-report", "build", "--no-documents"])
    return WRONG_USE if arguments else run([PYTHON, ".ci/picture.py"])


def lock(arguments: Sequence[str]) -> int:
    """Renew the lock files from pyproject.toml and package.json (--upgrade: newest versions)."""
    install_python(DEV_LOCK)
    compile_lock = ["uv", "pip", "compile", "pyproject.toml", "--group=package", *LOCK_OPTIONS]
    must([*compile_lock, *arguments, f"--output-file={RUNTIME_LOCK}"])
    dev = ["--group=dev", f"--constraints={RUNTIME_LOCK}", f"--output-file={DEV_LOCK}"]
    must([*compile_lock, *arguments, *dev])
    must(["npm", "install", "--package-lock-only", "--omit-lockfile-registry-resolved"])
    drop_funding(ROOT / "package-lock.json")
    return 0


TASKS: dict[str, Callable[[Sequence[str]], int]] = {
    "install": install,
    "build": build,
    "test": test,
    "check": check,
    "elsewhere": elsewhere,
    "sweep": sweep,
    "access": access,
    "serve": serve,
    "editor": editor,
    "bench": bench,
    "golden": golden,
    "picture": picture,
    "dist": dist,
    "lock": lock,
}


def main(arguments: Sequence[str]) -> int:
    """Run the named task; return its exit code, 2 for wrong use or an unfit machine."""
    task = TASKS.get(arguments[0]) if arguments else None
    if task is None:
        print("Use: python3 tasks.py TASK [OPTIONS]\n")
        print("\n".join(f"  {name:9} {(do.__doc__ or '').strip()}" for name, do in TASKS.items()))
        return 2
    if sys.version_info < OLDEST_PYTHON:
        print(f"This needs Python {PROMISED} or newer.", file=sys.stderr)
        return 2
    try:
        return task(arguments[1:])
    except TaskError as fault:
        print(fault, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
