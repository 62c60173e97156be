"""R707: the colors that a report chooses can be read on their backgrounds."""

from collections.abc import Iterator

from generator.check.rule import Fault, RuleContext, rule
from generator.core.naming import quoted

BACKGROUNDS = {
    "color": ("light", ("#ffffff", "#f5f4f0")),
    "color_dark": ("dark", ("#11161c", "#1a2129")),
}
"""By field, the palette and its two backgrounds; a test compares them with the style sheet."""

LEAST = 4.5
"""The least contrast of text (WCAG 2.2, success criterion 1.4.3, level AA)."""

_STEPS = 50


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@rule(
    "R707",
    "Each color of the report can be read on its background.",
    "Many readers could not tell links and headings from what is around them.",
)
def colors_stand_out(context: RuleContext) -> Iterator[Fault]:
    """Yield each color of `look` that has too little contrast in its palette."""
    for field, (palette, backgrounds) in BACKGROUNDS.items():
        color = getattr(context.report.about.look, field)
        if color is None:
            continue
        weakest = min(backgrounds, key=lambda ground: contrast(color, ground))
        ratio = contrast(color, weakest)
        if ratio < LEAST:
            yield Fault(
                context.places.of("about", "", "look", field),
                f"the color {quoted(color)}, whose contrast with {weakest} is {_shown(ratio)}:1 "
                f"in the {palette} palette",
                f"a contrast of at least {LEAST}:1 (WCAG 2.2, level AA)",
                f"Write a {'darker' if palette == 'light' else 'lighter'} color, such as "
                f"{quoted(_nearest(color, backgrounds, palette))}.",
            )


def _shown(ratio: float) -> str:
    # Cut, not rounded: 4.48 is too little and is not called 4.5.
    return f"{int(ratio * 10) / 10:.1f}"


def _nearest(color: str, backgrounds: tuple[str, ...], palette: str) -> str:
    """Return the color of the same hue, nearest to it, that has enough contrast."""
    end = 0 if palette == "light" else 255
    for step in range(_STEPS + 1):
        mixed = "#" + "".join(
            f"{round(part + (end - part) * step / _STEPS):02x}" for part in _channels(color)
        )
        if all(contrast(mixed, ground) >= LEAST for ground in backgrounds):
            break
    return mixed


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[place : place + 2], 16) for place in (1, 3, 5))


def _luminance(color: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in (channel / 255 for channel in _channels(color))
    ]
    return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
