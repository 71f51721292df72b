"""The stylesheet: compiled from its sources, light to load, and readable."""

import gzip
import re
from pathlib import Path

import pytest
import sass
from django.conf import settings

STATIC = settings.BASE_DIR / "static"
SHEET = STATIC / "site.css"
KILOBYTE = 1024

# Colours that meet on a page: words or an edge, what is behind, how far apart at least.
TEXT, EDGE = 4.5, 3
PAIRS = [
    *(
        (ink, back, TEXT)
        for ink in ("ink", "ink-2", "link")
        for back in ("page", "surface", "sunk")
    ),
    *((state, "surface", TEXT) for state in ("ok", "warn", "danger", "info", "draft")),
    *(
        (state, f"{state}-bg", TEXT)
        for state in ("ok", "warn", "danger", "info", "draft")
    ),
    *(("ink", f"{state}-bg", TEXT) for state in ("warn", "danger")),
    *(("link", f"{state}-bg", TEXT) for state in ("warn", "danger")),
    ("on-brand", "brand", TEXT),
    ("on-brand", "brand-hover", TEXT),
    ("focus-ink", "focus", TEXT),
    ("control", "surface", EDGE),
    ("control", "page", EDGE),
    ("rule", "surface", EDGE),
    *((f"c{bar}", "surface", EDGE) for bar in (1, 2, 3, 4)),
]


def tokens(name):
    """Return the colours of a partial by name; dark ones go over the light."""
    text = (STATIC / "scss" / f"_{name}.scss").read_text()
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", text))


LIGHT = tokens("tokens")
DARK = LIGHT | tokens("dark")


def luminance(colour):
    """Return how bright a colour is, 0 to 1, as WCAG has it."""
    digits = (
        colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    )
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return how far two colours are apart, 1 to 21."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_that_meet_can_be_told_apart(colours, front, back, least):
    assert contrast(colours[front], colours[back]) >= least


def test_what_is_committed_is_what_the_sources_say():
    fresh = sass.compile(
        filename=str(STATIC / "scss" / "site.scss"), output_style="compressed"
    )

    assert SHEET.read_text() == fresh


@pytest.mark.parametrize(
    ("names", "most"),
    [
        (["site.css"], 19),
        (["htmx.min.js", "site.js", "keys.js"], 26),
        (["icons.svg"], 6),
    ],
)
def test_what_a_page_loads_is_light(names, most):
    sizes = [len(gzip.compress((STATIC / name).read_bytes())) for name in names]

    assert sum(sizes) <= most * KILOBYTE


@pytest.mark.parametrize(
    ("letters", "most"), [(["latin", "az"], 24), (["latin", "az", "cyrillic"], 37)]
)
def test_the_fonts_of_a_page_are_light(letters, most):
    fonts = [STATIC / "fonts" / f"source-sans-3-{name}.woff2" for name in letters]

    assert sum(font.stat().st_size for font in fonts) <= most * KILOBYTE


def test_the_stylesheet_loads_nothing_but_the_fonts():
    assert set(re.findall(r"url\(\"?([^)\"]+)", SHEET.read_text())) == {
        "#earlier",
        "#hatching",
        "#print-2",
        "#print-3",
        "#print-4",
        "fonts/source-sans-3-az.woff2",
        "fonts/source-sans-3-cyrillic.woff2",
        "fonts/source-sans-3-latin.woff2",
    }


def test_every_icon_that_a_template_names_is_in_the_sprite():
    templates = Path(settings.BASE_DIR / "templates").rglob("*.html")
    named = {
        name
        for page in templates
        for name in re.findall(r'icon\.html" with name="([\w-]+)"', page.read_text())
    }
    drawn = set(re.findall(r'symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))

    assert named <= drawn
