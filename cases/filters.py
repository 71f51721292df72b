"""What a list of cases can be narrowed to, in its address."""

from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from cases.choices import CaseStage
from cases.models import Accused, CaseVictim, CriminalCase, CriminalGroup, Offence
from cases.models.court import nobody_in_court
from thb.fields import CodeField, CountField
from thb.forms import FilterForm
from victims.choices import ExploitationType

type Cases = QuerySet[CriminalCase]

YES: Final = "yes"
YES_OR_NO: Final = ((YES, _("yes")), ("no", _("no")))
A_YEAR: Final = _("Type the year as four digits, such as 2019.")
FORCED_LABOUR: Final = "144-2"
LABOUR_FORMS: Final = (ExploitationType.FORCED_LABOUR, ExploitationType.FORCED_BEGGING)

OF_THE_CASE: Final = {"case": OuterRef("pk"), "voided_at": None}
SENT_TO_COURT: Final = Exists(
    Accused.objects.filter(**OF_THE_CASE, sent_to_court_on__isnull=False)
)
HAS_GROUP: Final = Exists(CriminalGroup.objects.filter(**OF_THE_CASE))
HAS_FORCED_LABOUR: Final = (
    Q(article=FORCED_LABOUR)
    | Exists(Offence.objects.filter(**OF_THE_CASE, article=FORCED_LABOUR))
    | Exists(
        CaseVictim.objects.filter(
            **OF_THE_CASE,
            victim__exploitations__voided_at=None,
            victim__exploitations__type__in=LABOUR_FORMS,
        )
    )
)


def with_article(cases: Cases, article: str) -> Cases:
    """Return the cases opened, or with an offence, under the article."""
    offence = Exists(Offence.objects.filter(**OF_THE_CASE, article=article))
    return cases.filter(Q(article=article) | offence)


class YearFilter(Filter):
    """A year typed as four digits."""

    field_class = CountField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            lookup_expr="year",
            min_value=1900,
            max_value=2100,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), A_YEAR),
            **kwargs,
        )


class ArticleFilter(CharFilter):
    """An article of the Criminal Code, typed as 144-1; a saved view may keep it."""

    field_class = CodeField


class CaseFilters(FilterSet):
    """The filters above the list of cases."""

    number = CharFilter(label=_("Number"), lookup_expr="icontains")
    article = ArticleFilter(label=_("Article"), method="of_article")
    stage = ChoiceFilter(
        label=_("Stage"), choices=CaseStage.choices, empty_label=_("Any")
    )
    year = YearFilter(label=_("Opened in the year"), field_name="opened_on")
    court = ChoiceFilter(
        label=_("Sent to court"),
        choices=YES_OR_NO,
        method="sent_to_court",
        empty_label=_("Any"),
    )
    labour = ChoiceFilter(
        label=_("Forced labour"),
        choices=YES_OR_NO,
        method="with_forced_labour",
        empty_label=_("Any"),
    )
    group = ChoiceFilter(
        label=_("Criminal group"),
        choices=YES_OR_NO,
        method="with_group",
        empty_label=_("Any"),
    )

    class Meta:
        model = CriminalCase
        form = FilterForm
        fields = ()

    def of_article(self, cases: Cases, _name: str, article: str) -> Cases:
        """Return the cases opened, or with an offence, under the article."""
        return with_article(cases, article)

    def sent_to_court(self, cases: Cases, _name: str, answer: str) -> Cases:
        """Return the cases with somebody sent to court, or with nobody."""
        return cases.filter(SENT_TO_COURT if answer == YES else nobody_in_court())

    def with_forced_labour(self, cases: Cases, _name: str, answer: str) -> Cases:
        """Return the cases of article 144-2 or with a victim of forced labour."""
        return cases.filter(HAS_FORCED_LABOUR if answer == YES else ~HAS_FORCED_LABOUR)

    def with_group(self, cases: Cases, _name: str, answer: str) -> Cases:
        """Return the cases against a criminal group, or the others."""
        return cases.filter(HAS_GROUP if answer == YES else ~HAS_GROUP)
