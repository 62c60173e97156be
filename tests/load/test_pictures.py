"""Pictures of content/media: fit to be shown or told why not, and nothing beside the picture."""

import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageChops, ImageCms, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from generator.core.issues import Severity
from generator.core.settings import Settings
from generator.load.picture_cleaning import UncleanableError, cleaned
from generator.load.pictures import LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, read_pictures

NAME, THUMBNAIL, COMMENT = "Jane Q. Photographer", b"THUMBNAIL-OF-A-FACE", "a private remark"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="34,5.4N" dc:creator="'
    + NAME.encode()
    + b'"/></x:xmpmeta>'
)
FORMS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP"}


def scene(size: tuple[int, int] = (40, 24)) -> Image.Image:
    """Return a picture that looks another way from each side."""
    gradient = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (gradient, gradient.transpose(Image.Transpose.ROTATE_180), gradient))


def told(turn: int = 1, *, place: bool = True) -> Image.Exif:
    """Return what a camera writes beside a picture."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    exif[ExifTags.Base.Artist] = NAME
    exif[ExifTags.Base.Software] = THUMBNAIL.decode()
    if place:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {1: "N", 2: (IFDRational(34), IFDRational(5), IFDRational(24)), 3: "W"}
        )
    return exif


def photograph(ending: str, turn: int = 1, **how: object) -> bytes:
    """Return a photograph with a place, names, a remark and a color profile."""
    more: dict[str, object] = {"exif": told(turn), "icc_profile": PROFILE, **how}
    if ending == "png":
        chunks = PngImagePlugin.PngInfo()
        chunks.add_text("Comment", COMMENT)
        chunks.add_itxt("XML:com.adobe.xmp", XMP.decode())
        more["pnginfo"] = chunks
    else:
        more |= {"xmp": XMP} if ending == "webp" else {"xmp": XMP, "comment": COMMENT}
    made = BytesIO()
    scene().save(made, FORMS[ending], **more)
    return made.getvalue()


def looked_at(raw: bytes) -> Image.Image:
    """Return the picture that a browser draws."""
    picture = Image.open(BytesIO(raw))
    picture.load()
    return picture


@pytest.fixture
def looked(tmp_path: Path) -> Callable[..., object]:
    """Return what comes of one file of content/media that is shown."""

    def look(name: str, raw: bytes) -> object:
        file = tmp_path / "content" / "media" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
        path = f"content/media/{name}"
        return read_pictures(Settings(tmp_path), {name: path}, {name}, {})

    return look


@pytest.mark.parametrize("ending", FORMS)
def test_nothing_beside_the_picture_goes_out(looked, ending):
    """Place, names, remarks and programs are gone; pixels, colors and their profile stay."""
    raw = photograph(ending)
    name = f"quay.{ending}"

    made = looked(name, raw).cleaned[name]

    for secret in (NAME.encode(), THUMBNAIL, COMMENT.encode(), b"GPS", b"Exif", b"xmp"):
        assert secret not in made
        assert secret in raw or ending in {"png", "webp"}
    before, after = looked_at(raw), looked_at(made)
    assert not after.getexif()
    assert after.info["icc_profile"] == PROFILE
    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None


@pytest.mark.parametrize("ending", FORMS)
def test_a_place_is_told_in_a_notice(looked, ending):
    """Whoever takes the picture in learns that the file itself tells the place."""
    issues = looked(f"quay.{ending}", photograph(ending)).issues

    assert [(i.code, i.severity) for i in issues] == [("F016", Severity.WARNING)]
    assert issues[0].location.path == f"content/media/quay.{ending}"


def test_without_a_place_nothing_is_told(looked):
    """A camera's other words are left out without a word."""
    made = BytesIO()
    scene().save(made, "JPEG", exif=told(place=False))

    found = looked("quay.jpg", made.getvalue())

    assert found.issues == []
    assert NAME.encode() not in found.cleaned["quay.jpg"]


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_upright(looked, ending, turn):
    """A picture that says how it lies is turned, since what says so is left out."""
    lossless = {"lossless": True} if ending == "webp" else {}
    name = f"quay.{ending}"
    raw = photograph(ending, turn, **lossless)

    made = looked(name, raw).cleaned[name]

    wide, high = scene().size
    assert looked_at(made).size == ((high, wide) if turn > 4 else (wide, high))
    before = looked_at(raw)
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    wanted = before.transpose(turned[turn]) if turn > 1 else before
    differs = ImageChops.difference(wanted.convert("RGB"), looked_at(made).convert("RGB"))
    assert max(high for _, high in differs.getextrema()) <= (12 if ending.startswith("j") else 0)
    assert looked_at(made).info["icc_profile"] == PROFILE
    assert looked(name, made).cleaned[name] == made


def test_pixels_of_a_jpeg_are_not_packed_anew(looked):
    """A photograph loses no quality: its compressed pixels stay byte for byte."""
    raw = photograph("jpg", progressive=True, quality=95)
    made = looked("quay.jpg", raw).cleaned["quay.jpg"]
    assert raw[raw.index(b"\xff\xda") :] == made[made.index(b"\xff\xda") :]


@pytest.mark.parametrize("ending", FORMS)
def test_what_follows_a_picture_is_left_out(looked, ending):
    """A file that is a picture and something else besides is only the picture afterwards."""
    name = f"quay.{ending}"
    raw = photograph(ending)
    made = looked(name, raw + b"PK\3\4<script>alert(1)</script>").cleaned[name]
    assert made == looked(name, raw).cleaned[name]
    assert b"script" not in made


OTHERS = {
    "a text": (b"root:x:0:0:root:/root:/bin/bash\n", "not a picture"),
    "nothing": (b"", "an empty file"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "SVG": (b'\xef\xbb\xbf<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "SVG"),
    "a page": (b"<!doctype html><script>1</script>", "HTML"),
    "an office document": (b"PK\3\4word", "office document"),
    "a telephone's photograph": (b"\0\0\0\x24ftypheic\0\0\0\0mif1heic", "HEIC"),
}


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("ending", FORMS)
def test_what_is_no_picture_is_refused(looked, what, ending):
    """The content decides, not the name: what is no picture never goes out as one."""
    raw, says = OTHERS[what]

    found = looked(f"quay.{ending}", raw)

    assert found.cleaned == {}
    assert [(i.code, i.severity) for i in found.issues] == [("F012", Severity.ERROR)]
    assert says in found.issues[0].found


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_picture_of_another_kind_is_refused(looked, ending, form):
    """A browser is told by the ending what comes, and some believe it."""
    made = BytesIO()
    scene().save(made, form)
    codes = [i.code for i in looked(f"quay.{ending}", made.getvalue()).issues]
    assert codes == ([] if FORMS[ending] == form else ["F012"])


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_picture_cut_short_is_refused(looked, ending, part):
    """Half a picture is told with what to do, not shown gray below."""
    raw = photograph(ending)
    found = looked(f"quay.{ending}", raw[: int(len(raw) * part)])
    assert found.cleaned == {}
    assert {i.code for i in found.issues} - {"F016"} <= {"F012", "F013"}
    assert any(i.severity is Severity.ERROR for i in found.issues)


@given(ending=st.sampled_from(sorted(FORMS)), data=st.data())
def test_any_damage_is_told_in_words(looked_anywhere, ending, data):
    """Whatever bytes a file holds, a clean picture or an issue comes of it, never a traceback."""
    raw = bytearray(photograph(ending))
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))

    found = looked_anywhere(f"quay.{ending}", bytes(raw))

    errors = [i for i in found.issues if i.severity is Severity.ERROR]
    assert len(errors) == (0 if found.cleaned else 1)
    for made in found.cleaned.values():
        assert NAME.encode() not in made


@pytest.fixture(scope="module")
def looked_anywhere(tmp_path_factory):
    """Return what comes of one file of content/media, in a folder that examples share."""
    root = tmp_path_factory.mktemp("pictures")
    (root / "content/media").mkdir(parents=True)

    def look(name: str, raw: bytes) -> object:
        (root / "content/media" / name).write_bytes(raw)
        return read_pictures(Settings(root), {name: f"content/media/{name}"}, {name}, {})

    return look


def claims(wide: int, high: int) -> bytes:
    """Return a PNG of a few bytes that says it is so many pixels wide and high."""
    head = b"IHDR" + struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 100)
    parts = (
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (head, body, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    "size", [(MOST_PIXELS // 1000 + 1, 1000), (LONGEST_SIDE + 1, 1), (2**31 - 1, 2**31 - 1)]
)
def test_more_pixels_than_anybody_can_show_are_refused_unread(looked, monkeypatch, size):
    """A small file that unfolds to gigabytes is told by what it claims, before it is unfolded."""
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("it was unfolded"))
    found = looked("quay.png", claims(*size))
    assert [i.code for i in found.issues] == ["F014"]
    assert "pixels" in found.issues[0].found


def test_a_file_with_too_many_bytes_is_not_read_whole(looked):
    """No more is read than tells that it is too much."""
    found = looked("quay.png", photograph("png") + b"\0" * MOST_BYTES)
    assert [i.code for i in found.issues] == ["F014"]
    assert "10 million bytes" in found.issues[0].found


@pytest.mark.parametrize("ending", ["png", "webp"])
def test_what_moves_is_refused(looked, ending):
    """Readers cannot stop it, and paper shows none of it."""
    made = BytesIO()
    others = [scene().transpose(Image.Transpose.ROTATE_180)]
    scene().save(made, FORMS[ending], save_all=True, append_images=others)
    assert [i.code for i in looked(f"quay.{ending}", made.getvalue()).issues] == ["F015"]


def test_a_telephones_second_picture_is_left_out(looked):
    """Some cameras put more pictures behind the first; the first is the photograph."""
    made = BytesIO()
    scene().save(made, "MPO", save_all=True, append_images=[scene((80, 80))])
    found = looked("quay.jpg", made.getvalue())
    assert found.issues == []
    alone = looked_at(found.cleaned["quay.jpg"])
    assert (alone.format, alone.size) == ("JPEG", scene().size)


def test_what_nothing_shows_is_a_warning_and_not_looked_at(tmp_path):
    """A file that is not used may be anything; it does not go out."""
    file = tmp_path / "content/media/quay.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no picture")
    found = read_pictures(Settings(tmp_path), {"quay.png": "content/media/quay.png"}, {}, {})
    assert found.cleaned == {}
    assert [(i.code, i.severity) for i in found.issues] == [("F011", Severity.WARNING)]
    assert "media:quay.png" in found.issues[0].next_step


def test_a_picture_of_a_frozen_edition_must_stay(tmp_path):
    """An edition goes on showing what it showed."""
    frozen = {"quay.png": "content/editions/2022/snapshot.json"}
    issues = read_pictures(Settings(tmp_path), {}, {}, frozen).issues
    assert [(i.code, i.location.path) for i in issues] == [("F017", frozen["quay.png"])]


def test_a_picture_that_cannot_be_opened_is_told(tmp_path):
    """A file that went away is an issue."""
    there = {"quay.png": "content/media/quay.png"}
    assert [i.code for i in read_pictures(Settings(tmp_path), there, there, {}).issues] == ["F006"]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
@given(raw=st.binary(max_size=80))
def test_parts_that_cannot_be_told_are_refused(form, raw):
    """Bytes that are no container end in one kind of refusal."""
    starts = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8", "WEBP": b"RIFF\x40\0\0\0WEBP"}
    with suppress(UncleanableError):
        assert cleaned(starts[form] + raw, form).startswith(starts[form][:4])
