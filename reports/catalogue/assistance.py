"""Chapter: the help given to victims and to their children."""

from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from assistance.choices import (
    AllowanceKind,
    AllowanceStatus,
    DependantServiceType,
    ReferralOutcome,
    ReferralType,
    ServiceType,
)
from assistance.models import DependantService, Placement, Referral, Service
from reference.choices import ShelterKind
from reports.breakdowns import amounts
from reports.catalogue.victims import persons
from reports.choices import Unit
from reports.figures import AnnualFigure, Population, Records
from reports.periods import Period
from victims.models import Dependant


def sheltered_in(period: Period) -> Records:
    """Return the persons admitted to a state shelter in the period, each once.

    `medical`, `psychological` and `legal` tell who was given such help in it.
    """
    stays = Placement.objects.current().filter(
        victim=OuterRef("pk"),
        shelter__kind=ShelterKind.STATE_SHELTER,
        admitted_on__range=period,
    )
    records: Records = (
        persons()
        .filter(Exists(stays))
        .alias(
            medical=_given(ServiceType.MEDICAL, period),
            psychological=_given(ServiceType.PSYCHOLOGICAL, period),
            legal=_given(ServiceType.LEGAL, period),
        )
    )
    return records


def _given(kind: ServiceType, period: Period) -> Exists:
    services = Service.objects.current().filter(
        victim=OuterRef("pk"), type=kind, provided_on__range=period
    )
    return Exists(services)


def referred(day: str, **facts: Any) -> Population:
    """Return who has a referral of these facts whose `day` is of the period."""

    def referred_in(period: Period) -> Records:
        referrals = Referral.objects.current().filter(
            victim=OuterRef("pk"), **facts, **{f"{day}__range": period}
        )
        return persons().filter(Exists(referrals))

    return referred_in


def paid_in(period: Period) -> Records:
    """Return the persons paid the one-time allowance in the period, with `payment`.

    A person has one such payment that is not reversed: the database refuses another.
    """
    payment = FilteredRelation(
        "allowances",
        condition=Q(
            allowances__kind=AllowanceKind.ONE_TIME,
            allowances__status=AllowanceStatus.PAID,
            allowances__voided_at=None,
        ),
    )
    records: Records = (
        persons()
        .alias(payment=payment)
        .filter(payment__paid_on__range=period)
        .annotate(paid_on=F("payment__paid_on"), amount_azn=F("payment__amount_azn"))
    )
    return records


def children_helped(kind: DependantServiceType) -> Population:
    """Return the children of victims given this help in the period."""

    def helped_in(period: Period) -> Records:
        services = DependantService.objects.filter(
            dependant=OuterRef("pk"),
            voided_at=None,
            type=kind,
            provided_on__range=period,
        )
        return Dependant.objects.counted().filter(Exists(services))

    return helped_in


SHELTERED = AnnualFigure(
    "assistance.sheltered",
    _("Placed in the state shelter"),
    Unit.PERSON,
    population=sheltered_in,
)
MEDICAL = AnnualFigure(
    "assistance.medical",
    _("of them, given medical help"),
    Unit.PERSON,
    population=sheltered_in,
    only=Q(medical=True),
)
PSYCHOLOGICAL = AnnualFigure(
    "assistance.psychological",
    _("of them, given psychological help"),
    Unit.PERSON,
    population=sheltered_in,
    only=Q(psychological=True),
)
LEGAL = AnnualFigure(
    "assistance.legal",
    _("of them, given legal help"),
    Unit.PERSON,
    population=sheltered_in,
    only=Q(legal=True),
)
EMPLOYED = AnnualFigure(
    "assistance.employed",
    _("Provided with a job"),
    Unit.PERSON,
    population=referred(
        "started_on", type=ReferralType.EMPLOYMENT, outcome=ReferralOutcome.HIRED
    ),
)
VOCATIONAL = AnnualFigure(
    "assistance.vocational",
    _("Sent to vocational courses"),
    Unit.PERSON,
    population=referred("referred_on", type=ReferralType.VOCATIONAL_TRAINING),
)
RETURNED = AnnualFigure(
    "assistance.returned_to_family",
    _("Returned to their families"),
    Unit.PERSON,
    population=referred(
        "completed_on",
        type=ReferralType.FAMILY_RETURN,
        outcome=ReferralOutcome.RETURNED,
    ),
)
RECIPIENTS = AnnualFigure(
    "allowances.recipients",
    _("Paid the one-time allowance"),
    Unit.PERSON,
    population=paid_in,
    by={"amount": amounts(_("amount"), "payment__amount_azn")},
)
PAID = AnnualFigure(
    "allowances.amount_azn",
    _("Paid to them, AZN"),
    Unit.AZN,
    population=paid_in,
    amount="payment__amount_azn",
)
PRESCHOOL = AnnualFigure(
    "dependants.preschool",
    _("Children sent to pre-school education"),
    Unit.CHILD,
    population=children_helped(DependantServiceType.PRESCHOOL),
)
ALIMONY = AnnualFigure(
    "dependants.alimony",
    _("Children for whom alimony was obtained"),
    Unit.CHILD,
    population=children_helped(DependantServiceType.ALIMONY),
)
DOCUMENTS = AnnualFigure(
    "dependants.documents",
    _("Children helped to documents"),
    Unit.CHILD,
    population=children_helped(DependantServiceType.DOCUMENTS),
)

FIGURES = (
    SHELTERED,
    MEDICAL,
    PSYCHOLOGICAL,
    LEGAL,
    EMPLOYED,
    VOCATIONAL,
    RETURNED,
    RECIPIENTS,
    PAID,
    PRESCHOOL,
    ALIMONY,
    DOCUMENTS,
)
