"""How ready the year is: returns that are missing or not approved, failed checks."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, override

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts.models import User
from prevention.models import AgencyReturn
from reports.checks import Check
from reports.choices import Severity
from reports.editions import Edition, draft_of
from reports.findings import Finding, address, finding
from reports.home.blocks import Block, Number
from reports.kinds import kind_behind
from reports.models import Explanation, Preparation, Release
from reports.releases.explaining import holding
from reports.returns.views import EXPECTED
from reports.views import OfYear
from reports.year import latest_year

SEEN: Final = 12


def readiness(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield how ready the newest year is; its checks are counted on their own page."""
    if not user.has_perm("prevention.approve_agencyreturn"):
        return
    year = latest_year()
    yield Block(
        "reports/blocks/readiness.html",
        {
            "year": year,
            "numbers": list(returns(year)),
            "ready": reverse("ready", args=[year]),
        },
        main=True,
    )


def returns(year: int) -> Iterator[Number]:
    """Yield how many returns of the year are missing, and how many not approved."""
    came = dict(
        AgencyReturn.objects.current()
        .filter(year=year)
        .values_list("figure", "approved_at")
    )
    page = reverse("returns:year", args=[year])
    missing = sum(code not in came for code in EXPECTED)
    waiting = sum(approved is None for approved in came.values())
    yield Number(_("returns missing"), missing, f"{page}?show=missing")
    yield Number(_("returns not approved"), waiting, f"{page}?show=waiting")


class Warned(NamedTuple):
    """A warning, and the word that explains it; `before`: one stood there, of old."""

    check: Check
    word: Explanation | None
    before: bool


class Ready(OfYear, TemplateView):
    """What stands between a year and its report: the checks that failed."""

    template_name = "reports/ready.html"

    @cached_property
    def edition(self) -> Edition:
        """Return the year counted now: what a release, or the next one, would tell."""
        return draft_of(self.year)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the failed checks, those that block apart from those to be explained."""
        failed = [check for check in self.checks if not check.passed]
        blocking = [check for check in failed if check.severity == Severity.BLOCKS]
        others = [check for check in failed if check.severity != Severity.BLOCKS]
        written = Explanation.objects.latest_of(self.year)
        held = holding(self.figures, self.checks, written)
        return super().get_context_data(
            warnings=[
                Warned(check, held.get(check.code), check.code in written)
                for check in others
            ],
            unexplained=sum(check.code not in held for check in others),
            released=Release.objects.latest(self.year),
            prepared=Preparation.objects.open_of(self.year),
            blocking=[self.found(check) for check in blocking],
            explain=[self.found(check) for check in others if check.code not in held],
            **kwargs,
        )

    def found(self, check: Check) -> Finding:
        """Return a failed check with its records, if the user may open them."""
        kind = kind_behind(check.figures[0])
        opens = self.user.has_perm(kind.permission)
        return finding(check, address(check, self.edition) if opens else "")
