"""The counts that stand beside each case of a list; what is void counts for nothing."""

from collections.abc import Mapping
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cases.models import Accused, CaseAssignment, CaseVictim, Offence
from reference.choices import Sex
from reference.records import BakuToday, running_on
from victims.models import Exploitation


def counted(records: QuerySet[Any]) -> Coalesce:
    """Return how many of the records belong to the case of the row; none is 0."""
    own = records.filter(case=OuterRef("pk"), voided_at=None).order_by()
    number = own.values("case").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number), 0, output_field=IntegerField())


MAIN_FORMS: Final = Exploitation.objects.current().filter(
    main=True,
    victim__voided_at=None,
    victim__merged_into=None,
    victim__case_links__voided_at=None,
    victim__case_links__case=OuterRef("pk"),
)
DESTINATIONS: Final = ArraySubquery(
    MAIN_FORMS.exclude(country="").order_by("country").values("country").distinct()
)
LEADS: Final = ArraySubquery(
    CaseAssignment.objects.filter(running_on(BakuToday()), case=OuterRef("pk"))
    .order_by("since", "pk")
    .values("user__username")
)

SEXES: Final = (Sex.FEMALE, Sex.MALE)

COUNTS: Final[Mapping[str, Coalesce]] = {
    "offence_count": counted(Offence.objects.all()),
    "accused_count": counted(Accused.objects.all()),
    "women_count": counted(Accused.objects.filter(sex=Sex.FEMALE)),
    "men_count": counted(Accused.objects.filter(sex=Sex.MALE)),
    "sex_unknown_count": counted(Accused.objects.exclude(sex__in=SEXES)),
    "victim_count": counted(
        CaseVictim.objects.filter(victim__voided_at=None, victim__merged_into=None)
    ),
}
