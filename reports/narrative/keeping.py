"""The report of a release, composed once for all when the release is published."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import override

from reports.choices import Stage
from reports.editions import release_edition
from reports.export.report.kept import document_of
from reports.models import Publication, PublishedText, Release
from reports.narrative.grammar import LANGUAGES
from reports.narrative.source import composed_now
from reports.releases.canonical import canonical, digest
from reports.releases.freezing import program


def composed_texts(release: Release) -> dict[str, str]:
    """Return the published report of a release in its one form, by language."""
    edition = replace(release_edition(release), stage=Stage.PUBLISHED)
    made = {}
    for language in LANGUAGES:
        with override(language):
            document = document_of(composed_now(edition, language))
        made[language] = canonical(document | {"program": program()})
    return made


def hash_of(texts: Mapping[str, str]) -> str:
    """Return the hash over the hashes of the texts, as the publication keeps it."""
    return digest("".join(digest(texts[language]) for language in sorted(texts)))


def keep(publication: Publication, texts: Mapping[str, str]) -> None:
    """Keep the texts with the publication; the database lets nobody change them."""
    PublishedText.objects.bulk_create(
        PublishedText(
            publication=publication,
            language=language,
            payload=payload,
            sha256=digest(payload),
        )
        for language, payload in texts.items()
    )
