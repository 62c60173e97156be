"""Where the preview listens, and by which names of this computer it lets itself be asked.

A page from anywhere may lead its own name to 127.0.0.1 and then read what it is answered (DNS
rebinding). Its name gives it away: the browser says whom it was asked for.
"""

import errno
import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address

from generator.core.errors import GeneratorError

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[0-9A-Za-z_.-]+)(?::([0-9]{1,5}))?")
_ORIGIN = re.compile(r"https?://([^/]+)")
_LOCAL = ("localhost", "127.0.0.1", "::1")
_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Address:
    """Where the preview listens, and what else this computer is called by those who may ask."""

    host: str = "127.0.0.1"
    port: int = 8000
    allowed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a name that no browser can ask for, by GeneratorError."""
        for name in self.allowed:
            if name_of(name) is None and name_of(f"[{name}]") is None:
                raise GeneratorError(
                    f'"{name}" is not a host name.',
                    "Give --allow-host only the name, without http:// or slashes, such as "
                    "preview.example.",
                )

    def answers_to(self, host: str, reached: str) -> bool:
        """Return whether a Host header names this preview, which was reached at an IP address."""
        return name_of(host) in {*self._names, _plain(reached)}

    def answers_to_origin(self, origin: str, reached: str) -> bool:
        """Return whether an Origin header says that a page of this preview asks."""
        found = _ORIGIN.fullmatch(origin)
        return found is not None and self.answers_to(found[1], reached)

    @property
    def _names(self) -> set[str]:
        given = (name_of(name) or _plain(name) for name in self.allowed)
        return {*_LOCAL, _plain(self.host), *given}

    @property
    def names(self) -> str:
        """Return in words all names that are answered to."""
        return ", ".join(sorted(map(_bracketed, self._names)))

    def at(self, port: int) -> str:
        """Return the address of the site, where this is the port."""
        return f"http://{_bracketed(self.host)}:{port}/"

    def family(self) -> socket.AddressFamily:
        """Return the kind of address this is; raises OSError or ValueError where it is none."""
        found = socket.getaddrinfo(self.host or None, self.port, type=socket.SOCK_STREAM)
        kinds = [kind for kind, *_ in found]
        return socket.AF_INET if socket.AF_INET in kinds else kinds[0]

    def unusable(self, error: OSError | ValueError) -> GeneratorError:
        """Return in words why nothing can be served here."""
        code = error.errno if isinstance(error, OSError) else None
        if code == errno.EADDRINUSE:
            return GeneratorError(
                f"Port {self.port} is in use by another program.",
                "Stop that program, or choose another port with --port.",
            )
        if code in (errno.EACCES, errno.EPERM):
            return GeneratorError(
                f"This account does not have permission to open port {self.port}.",
                "Ports below 1024 are reserved for the system: choose a higher one with --port.",
            )
        if isinstance(error, socket.gaierror | ValueError) or code in _NOT_HERE:
            return GeneratorError(
                f'"{self.host}" is not an address of this computer.',
                "Leave out --host to serve only this computer, or give one of its own addresses; "
                "0.0.0.0 means all of them.",
            )
        return GeneratorError(
            f"Port {self.port} on {self.host} cannot be used: {error}.",
            "Choose another port with --port, or leave out --host.",
        )


_NOT_HERE = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def name_of(host: str) -> str | None:
    """Return the name in a Host header, plainly spelled; None where it is not rightly spelled."""
    found = _HOST.fullmatch(host)
    if found is None or int(found[2] or 0) > _LAST_PORT:
        return None
    if found[1].startswith("["):
        plain = _plain(found[1])
        return plain if _is_ip(plain) and ":" in found[1] else None
    return _plain(found[1])


def _plain(name: str) -> str:
    """Return a name in lower case, and an IP address in its usual form."""
    plain = name.strip("[]").partition("%")[0].lower()
    if not _is_ip(plain):
        return plain
    ip = ip_address(plain)
    return str(getattr(ip, "ipv4_mapped", None) or ip)


def _is_ip(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name else name
