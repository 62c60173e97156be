"""A preview on this computer: watch content and templates, rebuild, reload the browser.

A rebuild that fails changes nothing: the last good site stays in sight, and what is in the way is
told above each of its pages in the terminal's words, until it is fixed.
"""

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

from watchfiles import watch

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.publish.preview.answers import Builds, PreviewServer
from generator.publish.preview.hosts import Address

_GATHER_MS = 100
"""A program that saves many files is followed once, if it is done within this time."""
_QUIET_MS = 30
"""So long must nothing be written for the rebuild to begin."""
_LOOK_MS = 200
"""So soon is it seen that the preview is to end."""


def serve(  # noqa: PLR0913 - keywords beyond the first three
    settings: Settings,
    rebuild: Callable[[], str],
    watched: Iterable[Path],
    *,
    say: Callable[[str], None],
    address: Address,
    opened: Callable[[str], None] = lambda _: None,
    stop: Event | None = None,
) -> None:
    """Serve `settings.site` and rebuild at the start and at each change, until interrupted.

    `rebuild` prints its own faults and returns them, or nothing if the site is good; an exception
    in it is told through `say` and survived. `watched` are files and folders. `opened` is called
    with the site's address. Ctrl+C, a request of the system to end, or a set `stop` ends it.
    Raises GeneratorError where the address cannot be used.
    """
    builds = Builds()
    places = tuple(place for place in watched if place.exists())
    with _open(settings.site, builds, address) as server, suppress(KeyboardInterrupt), _ended():
        say(f"Serving on {address.at(server.server_port)} until you press Ctrl+C.")
        opened(address.at(server.server_port))
        before = _look(places)
        # Before there is a second thread, that of watching included: only then may this build,
        # which may have all pages to make, use more than one process. Browsers wait for it.
        _rebuild(rebuild, builds, say)
        with _answering(server):
            for turn, changed in enumerate(_watching(places, stop)):
                missed = turn == 0 and _look(places) != before
                if changed or missed:
                    _rebuild(rebuild, builds, say)
    say("Stopped.")


@contextmanager
def _ended() -> Iterator[None]:
    """Turn Ctrl+C and a request to end into KeyboardInterrupt, once, whoever started this.

    A script starts what runs in its background with Ctrl+C ignored, and then asks it to end.
    """
    if current_thread() is not main_thread():
        yield
        return
    before = {which: signal.signal(which, _interrupt) for which in _ENDING}
    try:
        yield
    finally:
        for which, handler in before.items():
            signal.signal(which, handler)


_ENDING = (signal.SIGINT, signal.SIGTERM)


def _interrupt(*_: object) -> None:
    for which in _ENDING:
        signal.signal(which, signal.SIG_IGN)
    raise KeyboardInterrupt


@contextmanager
def _answering(server: PreviewServer) -> Iterator[None]:
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()


def _watching(places: Iterable[Path], stop: Event | None) -> Iterator[bool]:
    """Yield whether something changed: soon after watching has begun, then ever again."""
    changes = watch(
        *places,
        stop_event=stop,
        debounce=_GATHER_MS,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
    )
    return map(bool, changes)


def _look(places: Iterable[Path]) -> Mapping[Path, tuple[int, int]]:
    """Return how all watched files look to the disk: their times and sizes."""
    look = {}
    for place in places:
        for file in (place, *place.rglob("*")):
            with suppress(OSError):
                stat = file.stat()
                look[file] = stat.st_mtime_ns, stat.st_size
    return look


def _open(site: Path, builds: Builds, address: Address) -> PreviewServer:
    try:
        return PreviewServer(site, builds, address)
    except (OSError, ValueError) as error:
        raise address.unusable(error) from error


def _rebuild(rebuild: Callable[[], str], builds: Builds, say: Callable[[str], None]) -> None:
    try:
        faults = rebuild()
    except GeneratorError as error:
        faults = f"{error.message}\n{error.next_step}"
        say(faults)
    except Exception as error:  # noqa: BLE001 - a preview outlives any fault of what it previews
        faults = f"The rebuild stopped on a fault of this program: {type(error).__name__}: {error}"
        say(faults)
    if faults:
        say("The last good site stays until this is fixed.")
    builds.add(faults)
