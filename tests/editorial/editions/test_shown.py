"""Which pictures go out: those that the living report or an edition shows, and no other file."""

import shutil
from pathlib import Path

import pytest
from larkhaven import SAMPLE
from PIL import Image

from generator.commands import build, check, editions
from generator.core.issues import Severity
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.storage.sync import files_under

UPDATE = "updates/mid-2024/tide-gauge.md"
"""Tells of 5 February 2024; the report speaks of the tenth."""


@pytest.fixture
def town(tmp_path: Path) -> Settings:
    """Return the sample town, with what nobody shows beside its pictures."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    media = tmp_path / "content" / "media"
    (media / "Embargoed Photo.png").write_bytes(b"an embargoed photo")
    (media / "sub").mkdir()
    shutil.copy(media / "quay.png", media / "sub" / "quay.png")
    shutil.copy(media / "quay.png", media / "unused.png")
    (media / ".leak.png").write_bytes(b"hidden")
    return Settings(tmp_path)


def picture(town: Settings, name: str) -> None:
    """Put a picture into content/media."""
    Image.new("RGB", (4, 4), "teal").save(town.content / "media" / name)


def show(town: Settings, path: str, name: str) -> None:
    """Show a picture at the end of a text."""
    file = town.content / path
    file.write_text(f"{file.read_text('utf-8')}\n![A wall of stone](media:{name})\n", "utf-8")


def out(town: Settings, *, as_of: str = "") -> set[str]:
    """Return the pictures that go out, and hold that every other file is out of them."""
    if as_of:
        file = town.content / "report.yml"
        told = file.read_text("utf-8").replace('as_of: "2024-02-10"', f'as_of: "{as_of}"')
        file.write_text(told, "utf-8")
    build.generate(town, Timings(), lambda _: False)
    return {p.removeprefix("media/") for p in files_under(town.docs) if p.startswith("media/")}


def found(town: Settings, *codes: str) -> list[tuple[str, str, Severity]]:
    """Return the issues of some codes, with the names of the files they are about."""
    issues = check.check(town, Timings()).issues
    return [
        (i.code, i.location.path.removeprefix("content/"), i.severity)
        for i in issues
        if i.code in codes
    ]


def test_only_what_is_shown_goes_out(town: Settings) -> None:
    """Files that are not read, hidden or not used stay where they are, and are told."""
    assert out(town) == {"gauge.png", "gull.png", "quay.png"}
    assert found(town, "F011", "F002", "F003") == [
        ("F003", "media/.leak.png", Severity.WARNING),
        ("F003", "media/Embargoed Photo.png", Severity.WARNING),
        ("F002", "media/sub/quay.png", Severity.WARNING),
        ("F011", "media/unused.png", Severity.WARNING),
    ]


@pytest.mark.slow
def test_a_picture_waits_for_the_day_of_its_record(town: Settings) -> None:
    """What only a later update shows goes out with it, and is looked at before."""
    picture(town, "wall.png")
    show(town, UPDATE, "wall.png")
    text = (town.content / UPDATE).read_text("utf-8")
    (town.content / UPDATE).write_text(text.replace('as_of: "2024-02-05"', 'as_of: "2024-02-11"'))

    assert out(town) == {"gauge.png", "gull.png", "quay.png"}
    assert ("F011", "media/wall.png", Severity.WARNING) not in found(town, "F011")
    (town.content / "media" / "wall.png").write_bytes(b"no picture")
    assert found(town, "F012") == [("F012", "media/wall.png", Severity.ERROR)]
    picture(town, "wall.png")
    assert out(town, as_of="2024-02-11") == {"gauge.png", "gull.png", "quay.png", "wall.png"}


@pytest.mark.slow
def test_an_edition_goes_on_showing_its_pictures(town: Settings) -> None:
    """What the living report shows no more stays published while a frozen edition shows it."""
    picture(town, "wall.png")
    show(town, "editions/2021/introduction.md", "wall.png")
    assert "wall.png" in out(town)
    assert editions.freeze(town, 2021)[1]
    assert "wall.png" in out(town)

    (town.content / "media" / "wall.png").unlink()

    assert ("F017", "editions/2021/snapshot.json", Severity.ERROR) in found(town, "F017")


def test_a_picture_that_cannot_be_shown_stops_the_run(town: Settings) -> None:
    """The last good output stays where a picture is none."""
    out(town)
    (town.content / "media" / "quay.png").write_bytes(b"<svg onload='x()'/>")
    generated = build.generate(
        town, Timings(), lambda issues: any(i.severity is Severity.ERROR for i in issues)
    )
    assert generated.written is None
    assert (town.docs / "media" / "quay.png").read_bytes().startswith(b"\x89PNG")
