"""Pictures of content/media: what they are, whether they are fit to be shown, and made fit.

| code | what it means |
| --- | --- |
| F011 | a picture that is not shown anywhere, and so is not published (a warning) |
| F012 | a file that is not the kind of picture its extension says |
| F013 | a picture that is damaged |
| F014 | a picture with too many bytes or too many pixels |
| F015 | an animated picture |
| F016 | a picture that says where it was taken; the published one does not (a warning) |
| F017 | a picture that a frozen edition shows, but that does not exist |
"""

import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from PIL import ExifTags, Image, ImageOps
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from generator.core.issues import Issue, Location, Severity
from generator.core.settings import Settings
from generator.load.files import read_bytes
from generator.load.picture_cleaning import UncleanableError, cleaned, is_lossless

MOST_BYTES = 10_000_000
"""A reader on a telephone waits for every one of them."""
MOST_PIXELS = 50_000_000
"""As many as the cameras of telephones make; a few bytes may claim any number."""
LONGEST_SIDE = 16_000
"""Beyond it browsers and printers show nothing."""

_FORMS = {"png": ("PNG",), "jpg": ("JPEG", "MPO"), "jpeg": ("JPEG", "MPO"), "webp": ("WEBP",)}
_NAMES = {"MPO": "JPEG", "WEBP": "WebP"}
_SHOWN = (PngImageFile, JpegImageFile, WebPImageFile)
_TOLD_BY_NAME = tuple(
    kind.format for kind in (*_SHOWN, GifImageFile, TiffImageFile, BmpImageFile) if kind.format
)
"""What is known by its name; a JPEG with more pictures behind it (MPO) is read as a JPEG."""
_BEGINNINGS = {
    b"%PDF": "a PDF",
    b"<": "markup, such as SVG or HTML",
    b"PK": "a compressed folder or an office document",
}
_UPRIGHT = 1
_SAVE_ANEW = "Open it in an image editor and save it again as {ending}."


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures that the report shows, as they may be published."""

    cleaned: Mapping[str, bytes] = field(default_factory=dict)
    """By name, as in content/media."""
    issues: list[Issue] = field(default_factory=list)


class _UnfitPictureError(Exception):
    """A picture that cannot be shown; carries code, found, expected and next step of the issue."""


def read_pictures(
    settings: Settings, there: Mapping[str, str], shown: Collection[str], frozen: Mapping[str, str]
) -> Pictures:
    """Return the pictures that anything shows, cleaned, and every fault of a picture.

    `there` has the path of every file of content/media by name, `shown` the names that today's
    content shows at any time, `frozen` those that frozen editions show, each with the file that
    says so. What nothing shows is not looked at.
    """
    found: dict[str, bytes] = {}
    issues = [_gone(name, at) for name, at in sorted(frozen.items()) if name not in there]
    for name, path in sorted(there.items()):
        if name not in shown and name not in frozen:
            issues.append(_unused(path))
            continue
        raw, faults = read_bytes(settings, path, MOST_BYTES)
        issues += faults
        if raw is not None:
            try:
                found[name] = _fit(raw, name)
            except _UnfitPictureError as unfit:
                code, *words = unfit.args
                issues.append(Issue(code, Location(path), *words))
            else:
                issues += [_place_told(path)] if _tells_place(raw) else []
    return Pictures(found, issues)


def _fit(raw: bytes, name: str) -> bytes:
    """Return a picture upright and cleaned; raises _UnfitError for one that cannot be shown."""
    ending = name.rpartition(".")[2]
    if len(raw) > MOST_BYTES:
        raise _UnfitPictureError(
            "F014",
            f"more than {MOST_BYTES // 1_000_000} million bytes",
            "a picture that a phone loads in seconds",
            "Make it smaller in an image editor; 2,000 pixels on each side is enough.",
        )
    again = _SAVE_ANEW.format(ending="JPEG" if ending.startswith("j") else _named(ending.upper()))
    with warnings.catch_warnings():
        # Pillow warns of sizes that are refused here, and of odd metadata that is left out here.
        warnings.simplefilter("ignore")
        with _opened(raw, ending) as picture:
            _refuse_unfit(picture)
            form = str(picture.format)
        try:
            return cleaned(_upright(raw, form), form)
        except UncleanableError as fault:
            what = str(fault)
        except Exception:  # noqa: BLE001 - a decoder meets damage in too many ways to name
            what = "part of it cannot be read"
    raise _UnfitPictureError("F013", f"a damaged picture: {what}", "a complete picture", again)


def _opened(raw: bytes, ending: str) -> Image.Image:
    try:
        picture = Image.open(BytesIO(raw), formats=_TOLD_BY_NAME)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except Exception:  # noqa: BLE001 - as above
        raise _other_kind(_kind_of(raw), ending) from None
    if picture.format not in _FORMS[ending]:
        raise _other_kind(f"a {_named(str(picture.format))}", ending)
    return picture


def _named(form: str) -> str:
    return _NAMES.get(form, form)


def _kind_of(raw: bytes) -> str:
    if not raw:
        return "an empty file"
    if raw[4:8] == b"ftyp":
        return "a photo or video in a newer format, as phones save it (HEIC, AVIF)"
    start = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    known = (words for beginning, words in _BEGINNINGS.items() if start.startswith(beginning))
    return next(known, "not a picture that can be read")


def _other_kind(found: str, ending: str) -> _UnfitPictureError:
    wanted = _named(_FORMS[ending][0])
    return _UnfitPictureError(
        "F012",
        f"{found}, named .{ending}",
        f"a {wanted} picture, as its extension says",
        f"Open it in an image editor and save it as {wanted}; a new name alone changes nothing.",
    )


def _too_many_pixels(size: tuple[int, int] | None = None) -> _UnfitPictureError:
    found = f"{size[0]:,} by {size[1]:,} pixels" if size else "far too many pixels"
    return _UnfitPictureError(
        "F014",
        found,
        f"at most {MOST_PIXELS // 1_000_000} million pixels, and {LONGEST_SIDE:,} on each side",
        "Make it smaller in an image editor; 2,000 pixels on each side is enough.",
    )


def _refuse_unfit(picture: Image.Image) -> None:
    """Raise for what is too large, and for what moves.

    A JPEG with more pictures behind the first (MPO) does not move.
    """
    wide, high = picture.size
    if wide * high > MOST_PIXELS or max(wide, high) > LONGEST_SIDE:
        raise _too_many_pixels(picture.size)
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        raise _UnfitPictureError(
            "F015",
            "an animated picture",
            "a picture that does not move: readers cannot stop it, and paper cannot show it",
            "Save one of its frames as a picture.",
        )


def _upright(raw: bytes, form: str) -> bytes:
    """Return the picture as it is to be seen: turned only where it says that it lies otherwise."""
    with Image.open(BytesIO(raw), formats=_TOLD_BY_NAME) as whole:
        whole.verify()
    with Image.open(BytesIO(raw), formats=_TOLD_BY_NAME) as picture:
        picture.load()
        if _turn(picture) == _UPRIGHT:
            return raw
        # The profile is left where it is; a turned JPEG keeps the tables that it was made with.
        how = {"icc_profile": picture.info.get("icc_profile")}
        turned = ImageOps.exif_transpose(picture)
        if isinstance(picture, JpegImageFile):
            how |= {"qtables": picture.quantization, "subsampling": get_sampling(picture)}
        elif form == "WEBP":
            how |= {"lossless": is_lossless(raw, form), "quality": 90}
        made = BytesIO()
        turned.save(made, "JPEG" if form == "MPO" else form, **how)
        return made.getvalue()


def _turn(picture: Image.Image) -> int:
    try:
        turn = picture.getexif().get(ExifTags.Base.Orientation, _UPRIGHT)
    except Exception:  # noqa: BLE001 - what a camera wrote beside the picture may be anything
        return _UPRIGHT
    return turn if turn in range(2, 9) else _UPRIGHT


def _place_told(path: str) -> Issue:
    return Issue(
        "F016",
        Location(path),
        "a photo that contains the place where it was taken",
        "pictures that contain only what they show",
        "Nothing, for the site: the published picture does not contain the place. Anyone who has "
        "this file can read it; save a copy without it before you share the file.",
        Severity.WARNING,
    )


def _tells_place(raw: bytes) -> bool:
    if b"GPSLatitude" in raw:
        return True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(raw), formats=_TOLD_BY_NAME) as picture:
                return bool(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # noqa: BLE001 - as in _turn
        return False


def _unused(path: str) -> Issue:
    return Issue(
        "F011",
        Location(path),
        "a picture that is not shown anywhere; it is not published",
        "a picture that a text or an initiative shows",
        f"Show it with ![what it shows](media:{path.rpartition('/')[2]}), or remove it.",
        Severity.WARNING,
    )


def _gone(name: str, at: str) -> Issue:
    return Issue(
        "F017",
        Location(at),
        f"the picture {name}, which is not in content/media",
        "every picture of a frozen edition, still in place",
        "Restore the file from an earlier commit.",
    )
