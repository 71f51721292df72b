"""Countries by ISO 3166-1 alpha-3, with XXA stateless and XXX unknown."""

from functools import cache
from typing import Final

import pycountry
from babel import Locale
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thb.fields import BY_NAME
from thb.letters import alphabetically

STATELESS: Final = "XXA"
UNKNOWN: Final = "XXX"
ALPHA_2: Final = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
CODES: Final = frozenset([*ALPHA_2, STATELESS, UNKNOWN])


@cache
def _names(language: str) -> dict[str, str]:
    territories = Locale.parse(language).territories
    return {code: territories.get(alpha_2, code) for code, alpha_2 in ALPHA_2.items()}


def country_name(code: str) -> str:
    """Return the country's name in the active language; the code where it has none."""
    if code == STATELESS:
        return str(_("stateless"))
    if code == UNKNOWN:
        return str(_("country not known"))
    return _names((get_language() or "en")[:2]).get(code, code)


country_name_lazy = lazy(country_name, str)


def country_choices() -> list[tuple[str, str]]:
    """Return code and name of every country, home first, stateless and unknown last."""
    abroad = sorted(code for code in ALPHA_2 if code != "AZE")
    return [
        (code, country_name_lazy(code)) for code in ("AZE", *abroad, STATELESS, UNKNOWN)
    ]


def countries_by_name() -> list[tuple[str, str]]:
    """Return code and name of every country by its name: home first, vague ones last.

    For what narrows a list, where somebody looks for a name.
    """
    return _by_name((get_language() or "en")[:2])


BY_NAME[country_choices] = countries_by_name


@cache
def _by_name(language: str) -> list[tuple[str, str]]:
    names = _names(language)
    order = alphabetically if language == "az" else str
    abroad = sorted(
        (code for code in ALPHA_2 if code != "AZE"), key=lambda c: order(names[c])
    )
    vague = (STATELESS, UNKNOWN)
    return [(code, country_name(code)) for code in ("AZE", *abroad, *vague)]
