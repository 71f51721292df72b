"""What keeps a year from being frozen, each with the page on which it is put right."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from reports.catalogue import FIGURES
from reports.checks import Check
from reports.kinds import kind_behind


class Stop(NamedTuple):
    """A check that blocks, or a warning without a word; `kind` is its square's."""

    kind: str
    sentence: str
    url: str
    link: str


def stops_of(
    year: int, blocking: Iterable[Check], unexplained: Iterable[Check], user: User
) -> Iterator[Stop]:
    """Yield what blocks, then what nobody has explained, as far as the user may go."""
    for check in blocking:
        yield Stop(
            "danger", check.sentence, _records(year, check, user), _("Open the records")
        )
    for check in unexplained:
        explain = reverse("reports:explain", args=[year, check.code])
        yield Stop("warn", check.sentence, explain, _("Explain"))


def _records(year: int, check: Check, user: User) -> str:
    """Return the list of today behind a check; where it has none, the failed checks."""
    if _may_open(check, user):
        if check.listed is not None:
            return reverse("reports:check", args=[year, check.code])
        if check.opens and check.records:
            name = "cell" if len(check.opens) > 1 else "figure"
            return reverse(f"reports:{name}", args=[year, *check.opens])
    return f"{reverse('ready', args=[year])}#checks"


def _may_open(check: Check, user: User) -> bool:
    figure = check.figures[0]
    return figure in FIGURES and user.has_perm(kind_behind(figure).permission)
