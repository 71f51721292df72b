"""Publishing a year: its report kept; small numbers hidden, attacked, compared."""

from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reports.disclosure.telling import PublicTables
from reports.disclosure.tied_year import OF_PEOPLE
from reports.editions import release_edition
from reports.models import DisclosureRule, OpenYear, Publication, Release
from reports.narrative.keeping import composed_texts, hash_of, keep
from reports.open.document import document_of
from reports.open.earlier import Shown, shown_in
from reports.releases.canonical import canonical, digest
from reports.releases.freezing import publish

PEOPLE: Final = frozenset(unit.value for unit in OF_PEOPLE)


HELD_BACK: Final = _(
    "The public tables stay as they were: the new ones would let somebody work out"
    " numbers of a few people."
)


class HeldBackError(Exception):
    """The tables may not leave the house; the public keeps what it was told before.

    `keys` are the cells that would give somebody away.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__(", ".join(sorted(keys)))
        self.keys = sorted(keys)


@transaction.atomic
def publish_openly(release: Release, by: User) -> tuple[Publication, list[str]]:
    """Publish a frozen year, and its tables to everybody where they may leave.

    Its report is kept as it is composed now, in every language. Returned are also the
    cells for whose sake the public keeps what it was told before; none where the tables
    went out.
    """
    texts = composed_texts(release)
    publication = publish(release, by, hash_of(texts))
    keep(publication, texts)
    try:
        open_year(publication)
    except HeldBackError as held:
        return publication, held.keys
    return publication, []


def open_year(publication: Publication) -> OpenYear:
    """Publish the tables of a release to everybody.

    `HeldBackError` where the attacker comes too close to a small number, or where one
    differs from what was told before by fewer people than the threshold.
    """
    edition = release_edition(publication.release)
    before = OpenYear.objects.of(edition.year)
    earlier = shown_in(before.content) if before else {}
    threshold = DisclosureRule.objects.smallest_shown()
    told = {key: known.value for key, known in earlier.items()}
    tables = PublicTables(edition.figures, threshold, told)
    width = _attacked(tables)
    document = document_of(edition, tables)
    if close := too_close(earlier, shown_in(document), threshold):
        raise HeldBackError(close)
    payload = canonical(document)
    return OpenYear.objects.create(
        publication=publication,
        year=edition.year,
        threshold=threshold,
        width=width,
        payload=payload,
        sha256=digest(payload),
    )


def _attacked(tables: PublicTables) -> int | None:
    try:
        recovered = tables.recovered()
    except ArithmeticError as error:
        raise HeldBackError([str(error)]) from error
    if recovered:
        raise HeldBackError([guess.key for guess in recovered])
    return min((guess.width for guess in tables.attacked), default=None)


def too_close(earlier: Shown, now: Shown, threshold: int) -> list[str]:
    """Return the cells of people whose two numbers differ by too few of them."""
    return [
        key
        for key, cell in now.items()
        if cell.unit in PEOPLE
        and (old := earlier.get(key)) is not None
        and None not in (old.value, cell.value)
        and 0 < abs(int(cell.value or 0) - int(old.value or 0)) < threshold
    ]
