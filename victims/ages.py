"""Ages as groups: the bands of CTDC, which tell less of a person than years do."""

from typing import Final, NamedTuple

from django.db.models import Case, CharField, Q, Value, When
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

NOT_KNOWN: Final = "unknown"


class Band(NamedTuple):
    """A group of ages, in whole years, both ends included; the last has no end."""

    first: int
    last: int | None

    @property
    def code(self) -> str:
        """Return the band as it stands in an address: 18-20, 48+."""
        return f"{self.first}+" if self.last is None else f"{self.first}-{self.last}"

    @property
    def label(self) -> Promise | str:
        """Return the band in words."""
        if self.last is None:
            return format_lazy(_("{years} or over"), years=self.first)
        return f"{self.first}–{self.last}"

    def matches(self, path: str) -> Q:
        """Match the records whose age at `path` lies in the band."""
        ends = {f"{path}__gte": self.first}
        return (
            Q(**ends) if self.last is None else Q(**ends, **{f"{path}__lte": self.last})
        )

    def holds(self, years: int) -> bool:
        """Tell whether somebody of that age is in the band."""
        return self.first <= years and (self.last is None or years <= self.last)


STARTS: Final = (0, 9, 18, 21, 24, 27, 30, 39, 48)
BANDS: Final = tuple(
    Band(first, following - 1 if following else None)
    for first, following in zip(STARTS, (*STARTS[1:], None), strict=True)
)
LABELS: Final[dict[str, Promise | str]] = {band.code: band.label for band in BANDS}


def band_of(path: str) -> Case:
    """Return the code of the band of the age at `path`, or "unknown"."""
    return Case(
        *(When(band.matches(path), then=Value(band.code)) for band in BANDS),
        default=Value(NOT_KNOWN),
        output_field=CharField(),
    )


def band_words(years: int | None) -> Promise | str:
    """Return the band of an age in words; nothing for an age not known."""
    if years is None:
        return ""
    return next(band.label for band in BANDS if band.holds(years))
