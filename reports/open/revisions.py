"""Revisions that were published while the public keeps the tables it had.

Everybody is told that there is one and since which day; no number of it, not why the
year was revised, and not which table stood in the way.
"""

from collections.abc import Iterable

from reports.models import OpenYear, Publication


def held_back(shown: Iterable[OpenYear]) -> dict[int, Publication]:
    """Return by year the newest publication after the tables that are shown of it."""
    told = {one.year: one.publication.release.number for one in shown}
    later = Publication.objects.filter(open_year=None, release__year__in=told)
    return {
        one.release.year: one
        for one in later.select_related("release").order_by("release__number")
        if one.release.number > told[one.release.year]
    }
