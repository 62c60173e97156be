"""Values that programs beside this one are strict about, refused where they are typed.

A browser, Typst, a spreadsheet and the git host each have their own idea of an address, a language
or an account; what one of them would refuse at the end of a build is told at its line instead.
"""

import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator

from generator.model.values import Text, refusal

LONGEST_ADDRESS = 2000
"""How many characters an address may have; a spreadsheet takes 2,079."""

# ISO 639-1, as HTML, screen readers and Typst know languages.
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
    "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
    "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
    "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl "
    "sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve "
    "vi vo wa wo xh yi yo za zh zu"
)
_LANGUAGES = frozenset(_CODES.split())
_LANGUAGE = re.compile(r"([a-z]{2})(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?", re.ASCII)
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.?|\[[0-9A-Fa-f:.]+\]")
_MAILBOX = re.compile(r"[^\s@?,;:]+@([^\s@?]+)(?:\?\S*)?")
_ACCOUNT = re.compile(
    r"@?[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.ASCII,
)
_PACKAGE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", re.ASCII)
_REPOSITORY = re.compile(r"/[\w.-]+(?:/[\w.-]+)+/?", re.ASCII)

_SHOWN = '<>"\\'
"""Signs that no address has and a message can show."""

_WEB = "a web address that begins with https:// or http://"
_BEGINNINGS = (f"{_WEB}, or mailto:", "Copy all of it from the browser.")


def is_language(tag: str) -> bool:
    """Return whether a text is a language as programs name it: `en`, `pt-BR`, `zh-Hant-TW`."""
    found = _LANGUAGE.fullmatch(tag)
    return bool(found and found[1] in _LANGUAGES)


def is_account(text: str) -> bool:
    """Return whether the git host could have an account, a team or a mail address of this name."""
    return bool(_ACCOUNT.fullmatch(text))


def address_fault(address: str) -> tuple[str, str] | None:
    """Return what is expected of an address and what to do, where a program would refuse it."""
    scheme, _, rest = address.partition(":")
    if scheme != "mailto" and not (scheme in ("http", "https") and rest.startswith("//")):
        return _BEGINNINGS
    if len(address) > LONGEST_ADDRESS:
        return f"an address of at most {LONGEST_ADDRESS} characters", "Find a shorter one."
    if strange := next((c for c in address if _is_strange(c)), ""):
        named = strange if strange in _SHOWN else f"the character U+{ord(strange):04X}"
        return (
            f"an address without spaces, quotation marks, and similar characters (found {named})",
            "Copy all of it from the browser; a space in it is written %20.",
        )
    if scheme != "mailto":
        return _web_fault(address)
    mailbox = _MAILBOX.fullmatch(rest)
    good = mailbox and _HOST.fullmatch(mailbox[1])
    return None if good else ("an email address", 'For example "mailto:name@city.example".')


def _web_fault(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address)
        known = _HOST.fullmatch(parts.netloc.rpartition("@")[2].removesuffix(f":{parts.port}"))
    except ValueError:
        known = None
    else:
        if "@" in parts.netloc:
            return (
                "an address without a username or password; the report is public",
                "Remove everything before the @, and the @ itself; then change that password.",
            )
    return None if known else (f"{_WEB} and the name of a site", _BEGINNINGS[1])


def _is_strange(character: str) -> bool:
    return character in _SHOWN or unicodedata.category(character)[0] in "CZ"


def _language(value: str) -> str:
    if not is_language(value):
        name, *rest = re.split("[-_.]", value)
        near = "-".join([name.lower(), *(part.upper() for part in rest[:1])])
        raise refusal(
            "not_a_language",
            "the two-letter code of a language, in lowercase (ISO 639-1), with a region if needed",
            f'Write "{near}".'
            if is_language(near)
            else 'For example "en" for English, or "pt-BR" for Brazilian Portuguese.',
        )
    return value


def _address(value: str) -> str:
    if fault := address_fault(value):
        raise refusal("not_an_address", *fault)
    return value


def _site(value: str) -> str:
    if not value.startswith("http") or set("?#") & set(_address(value)):
        raise refusal(
            "not_an_address",
            "the address of the site's first page, without ? or #",
            'For example "https://report.city.example/".',
        )
    return value


def _repository(value: str) -> str:
    fits = value.startswith("http") and _REPOSITORY.fullmatch(urlsplit(_address(value)).path)
    if not fits or set("?#") & set(value):
        raise refusal(
            "not_a_repository",
            "the address of the repository's first page, which ends in OWNER/NAME",
            'For example "https://github.com/city/report".',
        )
    return value


def _account(value: str) -> str:
    if not is_account(value):
        raise refusal(
            "not_an_account",
            "an account at the git host, a team as @OWNER/TEAM, or an email address",
            'For example "@city/innovation" or "jo-lund"; only one.',
        )
    return value


def _package(value: str) -> str:
    if not _PACKAGE.fullmatch(value):
        raise refusal(
            "not_a_package",
            "the name of a package with a typeface, as the Python Package Index has it",
            'For example "fontpkg-noto-sans-arabic".',
        )
    return value


Language = Annotated[str, AfterValidator(_language)]
"""A language by its code, with a script or a region where that matters."""

Address = Annotated[str, AfterValidator(_address)]
"""A web or mail address that every browser, document and spreadsheet takes."""

Site = Annotated[str, AfterValidator(_site)]
"""The web address that all addresses of a site begin with."""

Repository = Annotated[str, AfterValidator(_repository)]
"""The web address of a repository at the git host."""

Package = Annotated[str, AfterValidator(_package)]
"""The name of a package of the Python Package Index."""

Account = Annotated[Text, AfterValidator(_account)]
"""Who is asked at the git host."""
