"""What pages say about a prepared and about a frozen year."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from reports.models import Preparation, Publication, PublishedText, Release
from reports.open.publishing import HELD_BACK
from reports.releases.canonical import canonical, number, read
from reports.releases.counted import Counted
from reports.words import shown_change, shown_number
from thb.days import long_day
from thb.facts import Fact

NO_TEXT_KEPT: Final = _lazy(
    "The text was not kept when the release was published: it is told with the words of"
    " the program of today."
)


def moment(at: object) -> str:
    """Return a moment in words: 4 June 2019, 10:05."""
    local = localtime(at)  # type: ignore[arg-type]
    return f"{long_day(local.date())}, {local:%H:%M}"


def facts_of_preparation(preparation: Preparation) -> list[Fact]:
    """Return the year, who prepared it, when, and why it is revised."""
    told = [
        Fact(_("Year"), str(preparation.year)),
        Fact(_("Prepared by"), str(preparation.prepared_by)),
        Fact(_("Prepared"), moment(preparation.prepared_at)),
    ]
    if preparation.reason:
        told.append(Fact(_("Reason for the revision"), preparation.reason))
    return told


def facts_of_release(release: Release) -> list[Fact]:
    """Return which release it is, by whom, when, and its hash."""
    told = [
        Fact(_("Release"), str(release.number)),
        Fact(_("Prepared by"), str(release.prepared_by)),
        Fact(_("Frozen by"), str(release.approved_by)),
        Fact(_("Frozen"), moment(release.frozen_at)),
    ]
    if release.reason:
        told.append(Fact(_("Reason for the revision"), release.reason))
    if publication := publication_of(release):
        told += [
            Fact(_("Published by"), str(publication.published_by)),
            Fact(_("Published"), moment(publication.published_at)),
            *facts_of_public_tables(publication),
        ]
    return [*told, Fact("SHA-256", release.sha256), *facts_of_texts(release)]


def publication_of(release: Release) -> Publication | None:
    """Return how the release was published; one that was refused is none."""
    publication = getattr(release, "publication", None)
    return publication if publication and publication.pk else None


def facts_of_texts(release: Release) -> list[Fact]:
    """Return the hash of each text kept with the publication, or that none was kept."""
    publication = publication_of(release)
    if publication is None:
        return []
    if not publication.texts_sha256:
        return [Fact(_("Written report"), str(NO_TEXT_KEPT))]
    texts = PublishedText.objects.filter(publication=publication)
    return [
        Fact(_("SHA-256 of the text (%s)") % language, sha256)
        for language, sha256 in texts.values_list("language", "sha256")
    ]


def facts_of_public_tables(publication: Publication) -> list[Fact]:
    """Return that everybody still reads earlier tables; nothing where they do not."""
    if hasattr(publication, "open_year"):
        return []
    return [Fact(_("Public tables"), str(HELD_BACK))]


class Differing(NamedTuple):
    """A figure that is not what it was when the year was prepared."""

    title: str
    before: str
    after: str
    change: str


def differences(preparation: Preparation, counted: Counted) -> Iterator[Differing]:
    """Yield the figures that are not what they were when the year was prepared."""
    was, now = read(preparation.counts), read(counted.summary())
    for code, line in counted.figures.lines.items():
        old = was.get(code)
        if canonical(old) != canonical(now[code]):
            before = number(old[0]) if old else None
            unit = line.figure.unit
            known = before is not None and line.value is not None
            yield Differing(
                str(line.figure.title),
                shown_number(before, unit),
                shown_number(line.value, unit),
                shown_change(line.value - before if known else None),  # type: ignore[operator]
            )
