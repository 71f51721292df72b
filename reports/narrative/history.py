"""The former texts of a section, the newest first."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from reports.models import ReportText
from thb.history import user_of, users


class Former(NamedTuple):
    """A text that was saved once: its number in the history, when, by whom, what."""

    number: int
    at: datetime
    by: str
    texts: list[tuple[str, str]]


def former_texts(text: ReportText, languages: Iterable[str]) -> list[Former]:
    """Return what was saved before; what is saved now is not among it."""
    if text.pk is None:
        return []
    events = list(text.history[1:])
    names = users(events)
    told = list(languages)
    return [
        Former(
            event.pk,
            event.pgh_created_at,
            names.get(user_of(event) or 0, ""),
            [(one, getattr(event, f"text_{one}")) for one in told],
        )
        for event in events
    ]
