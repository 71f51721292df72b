"""Whether what was frozen is still what was frozen: hashes, chain, records, texts."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from django.db import connection

from reports.models import PublishedText, Release
from reports.models.guards import differing
from reports.releases.canonical import canonical, digest

DIFFERING = f"""
    SELECT figure FROM reports_release AS frozen
    CROSS JOIN LATERAL ({differing("frozen")}) AS found
    WHERE frozen.id = %s ORDER BY figure
"""


def faults() -> Iterator[str]:
    """Yield what differs, a sentence each, release by release."""
    releases = Release.objects.order_by("year", "number").select_related(
        "prepared_by", "approved_by", "publication"
    )
    for year, own in groupby(releases, key=attrgetter("year")):
        before = ""
        for number, release in enumerate(own, start=1):
            for fault in faults_of(release, before, number):
                yield f"{year}, release {release.number}: {fault}"
            for fault in faults_of_texts(release):
                yield f"{year}, release {release.number}: {fault}"
            before = release.sha256


def faults_of(release: Release, before: str, number: int) -> Iterator[str]:
    """Yield what is wrong with one release, whose forerunner has the hash `before`."""
    content = release.content
    said = (content["year"], content["number"], content["reason"])
    row = (release.year, release.number, release.reason)
    persons = (release.prepared_by.username, release.approved_by.username)
    lists = ", ".join(differing_lists(release))
    rules = {
        "the hash is not that of the content": digest(release.payload)
        == release.sha256,
        "the content is not in its canonical form": canonical(content)
        == release.payload,
        f"release {number} is missing": release.number == number,
        "it does not continue the release before it": release.previous_sha256
        == content["previous_sha256"]
        == before,
        "the row does not say what the content says": said == row,
        "the persons are not those of the content": persons
        == (content["prepared_by"], content["approved_by"]),
        f"the records are not those that were frozen: {lists}": not lists,
    }
    yield from (fault for fault, holds in rules.items() if not holds)


def faults_of_texts(release: Release) -> Iterator[str]:
    """Yield what is wrong with the report that was kept when it was published."""
    if not hasattr(release, "publication"):
        return
    texts = list(release.publication.texts.order_by("language"))
    told = digest("".join(text.sha256 for text in texts)) if texts else ""
    if told != release.publication.texts_sha256:
        yield "the texts are not those that were published"
    for text in texts:
        yield from faults_of_text(text, release)


def faults_of_text(text: PublishedText, release: Release) -> Iterator[str]:
    """Yield what is wrong with the report in one language."""
    content = text.content
    said = (content["language"], content["release_sha256"])
    rules = {
        "the hash is not that of the content": digest(text.payload) == text.sha256,
        "the content is not in its canonical form": canonical(content) == text.payload,
        "it is of another release or language": said == (text.language, release.sha256),
    }
    yield from (
        f"text {text.language}: {fault}" for fault, holds in rules.items() if not holds
    )


def differing_lists(release: Release) -> list[str]:
    """Return the figures whose records are not what the content tells."""
    with connection.cursor() as cursor:
        cursor.execute(DIFFERING, [release.pk])
        return [figure for (figure,) in cursor.fetchall()]
