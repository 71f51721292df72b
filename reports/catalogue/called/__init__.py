"""The words by which people call each figure, in three languages, a home a figure."""

from collections.abc import Mapping
from typing import Final

from reports.catalogue.called import (
    assistance,
    awareness,
    cumulative,
    forced_labour,
    hotline,
    morality,
    prosecution,
    victims,
)
from reports.reading.calling import Called

CALLED: Final[Mapping[str, Called]] = {
    **awareness.CALLED,
    **forced_labour.CALLED,
    **prosecution.CALLED,
    **victims.CALLED,
    **assistance.CALLED,
    **hotline.CALLED,
    **morality.CALLED,
    **cumulative.CALLED,
}
"""What calls a figure, by its code."""
