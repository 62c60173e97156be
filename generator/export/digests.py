"""Digests: by which bytes are known again, for good."""

from hashlib import sha256


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of bytes as it is published: the algorithm, a colon, lowercase digits."""
    return f"sha256:{sha256(content).hexdigest()}"
