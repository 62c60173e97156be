"""Typefaces are found in whatever package holds font files, and in no other."""

from generator.core.typefaces import characters_of, font_files


def test_a_package_is_found_by_its_name_and_its_letters_are_known():
    """A package for Thai has Thai letters, and those of no script that it is not for."""
    (file,) = font_files("fontpkg-noto-sans-thai")
    assert file.suffix == ".ttf"
    letters = characters_of("fontpkg-noto-sans-thai")
    assert "\N{THAI CHARACTER KO KAI}" in letters
    assert "\N{ARABIC LETTER ALEF}" not in letters


def test_packages_without_fonts_and_packages_that_are_not_there_have_no_letters():
    """Neither is a fault here: a rule tells it at the line that names them."""
    for package in ("click", "no-such-package"):
        assert font_files(package) == ()
        assert characters_of(package) == frozenset()
