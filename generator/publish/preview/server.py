"""A preview on this computer: watch content and templates, follow changes, reload the browser.

Content that cannot be read changes nothing: the last good pages stay in sight, and what is in the
way is told above each of them in the terminal's words, until it is fixed.
"""

import signal
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread

from watchfiles import watch

from generator.core.errors import GeneratorError, refused
from generator.publish.preview.hosts import Address
from generator.publish.preview.requests import Builds, Made, PreviewServer

_GATHER_MS = 100
"""A program that saves many files is followed once, if it is done within this time."""
_QUIET_MS = 30
"""So long must nothing be written for a change to be followed."""
_LOOK_MS = 200
"""So soon is it seen that the preview is to end."""


def serve(  # noqa: PLR0913 - keywords beyond the first four
    site: Path,
    made: Made,
    follow: Callable[[Collection[Path]], None],
    watched: Iterable[Path],
    *,
    builds: Builds,
    say: Callable[[str], None],
    address: Address,
    opened: Callable[[str], None] = lambda _: None,
    stop: Event | None = None,
) -> None:
    """Serve what is `made`, else the files of `site`, until interrupted.

    `follow` is called at the start and with the paths of each change; an exception in it is told
    through `say` and in the browser, and survived. `watched` are files and folders. `opened` is
    called with the site's address. Ctrl+C, a request of the system to end, or a set `stop` ends it.
    Raises GeneratorError if the address cannot be used.
    """
    places = tuple(place for place in watched if place.exists())
    with (
        _open(site, made, builds, address) as server,
        suppress(KeyboardInterrupt),
        _ended(),
    ):
        say(f"Serving on {address.at(server.server_port)} until you press Ctrl+C.")
        opened(address.at(server.server_port))
        changes = _watching(places, stop)
        # Watching begins: what changes while the content is first read comes with the next.
        next(changes, None)
        # Browsers wait for it.
        _follow(follow, (), builds, say)
        with _answering(server):
            for changed in filter(None, changes):
                _follow(follow, changed, builds, say)
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


def _watching(places: Iterable[Path], stop: Event | None) -> Iterator[set[Path]]:
    """Yield what changed, ever again; nothing where nothing did for a while."""
    changes = watch(
        *places,
        stop_event=stop,
        debounce=_GATHER_MS,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
    )
    return ({Path(path) for _, path in some} for some in changes)


def _open(site: Path, made: Made, builds: Builds, address: Address) -> PreviewServer:
    try:
        return PreviewServer(site, builds, address, made)
    except (OSError, ValueError) as error:
        raise address.unusable(error) from error


def _follow(
    follow: Callable[[Collection[Path]], None],
    changed: Collection[Path],
    builds: Builds,
    say: Callable[[str], None],
) -> None:
    try:
        follow(changed)
    except Exception as error:  # noqa: BLE001 - a preview outlives any fault of what it previews
        stop = refused(error) if isinstance(error, OSError) else error
        faults = f"The preview ran into a bug in this program: {type(error).__name__}: {error}"
        if isinstance(stop, GeneratorError):
            faults = f"{stop.message}\n{stop.next_step}"
        say(f"{faults}\nThe last good pages stay up until this is fixed.")
        builds.unread(faults)
