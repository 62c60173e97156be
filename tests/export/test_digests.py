"""Digests are those that anybody can compute."""

from generator.export.digests import sha256_of


def test_a_digest_is_that_of_the_standard():
    """The example of FIPS 180-4: three letters."""
    digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_of(b"abc") == f"sha256:{digits}"
