"""Factories of stays, services, referrals and money."""

from datetime import date

from django.utils import timezone
from factory import LazyAttribute, LazyFunction, SelfAttribute, SubFactory, Trait
from factory.django import DjangoModelFactory

from assistance.choices import AllowanceStatus
from assistance.models import (
    Allowance,
    AllowanceCorrection,
    AllowanceRate,
    Compensation,
    DependantService,
    Placement,
    Referral,
    ReflectionPeriod,
    RehabilitationPlan,
    ResidencePermit,
    Sending,
    Service,
)
from tests.factories.reference import OrganisationFactory, ShelterFactory, UserFactory
from tests.factories.victims import ConsentFactory, DependantFactory, VictimFactory


class PlacementFactory(DjangoModelFactory):
    """A stay that is still open; with `ended` it ended after two weeks."""

    class Meta:
        model = Placement

    class Params:
        ended = Trait(left_on=date(2019, 6, 18), exit_reason="family")

    victim = SubFactory(VictimFactory)
    shelter = SubFactory(ShelterFactory)
    admitted_on = date(2019, 6, 4)


class ServiceFactory(DjangoModelFactory):
    """Medical help."""

    class Meta:
        model = Service

    victim = SubFactory(VictimFactory)
    type = "medical"
    provider = SubFactory(OrganisationFactory)
    provided_on = date(2019, 6, 10)


class ReferralFactory(DjangoModelFactory):
    """A person sent to a vocational course."""

    class Meta:
        model = Referral

    victim = SubFactory(VictimFactory)
    type = "vocational_training"
    organisation = SubFactory(OrganisationFactory)
    referred_on = date(2019, 6, 10)


class SendingFactory(DjangoModelFactory):
    """A referral to legal help before an association, with the consent for it."""

    class Meta:
        model = Sending

    victim = SubFactory(VictimFactory)
    type = "legal"
    organisation = SubFactory(OrganisationFactory)
    consent = SubFactory(
        ConsentFactory,
        victim=SelfAttribute("..victim"),
        organisation=SelfAttribute("..organisation"),
        purpose="referral",
    )
    shared = ["sex", "needs"]
    needs = "A lawyer who speaks Russian."
    sender = SubFactory(UserFactory)


class AllowanceRateFactory(DjangoModelFactory):
    """The rate of another kind of allowance, since ever and for good."""

    class Meta:
        model = AllowanceRate

    kind = "other"
    amount_azn = 250


class AllowanceFactory(DjangoModelFactory):
    """A pending allowance of an identified person, of the amount of the rules.

    With `paid` it was paid on the day of the decision, with `reversed` taken back. It
    came from a file; with `prepared` somebody prepared it, with `approved` also another
    approved it.
    """

    class Meta:
        model = Allowance

    class Params:
        paid = Trait(
            status=AllowanceStatus.PAID,
            paid_on=LazyAttribute(lambda allowance: allowance.decided_on),
        )
        reversed = Trait(status=AllowanceStatus.REVERSED)
        prepared = Trait(
            prepared_by=SubFactory(UserFactory),
            prepared_at=LazyFunction(timezone.now),
            recipient="self",
            method="cash",
        )
        approved = Trait(
            prepared=True,
            approved_by=SubFactory(UserFactory),
            approved_at=LazyFunction(timezone.now),
        )

    victim = SubFactory(VictimFactory, identified_on=date(2019, 1, 10))
    kind = "one_time"
    decided_on = date(2019, 6, 10)
    paid_on = None
    status = AllowanceStatus.PENDING

    @LazyAttribute
    def amount_azn(self):
        """Return the amount of the rules, in AZN."""
        return AllowanceRate.objects.amount_for(
            self.kind, self.decided_on, self.paid_on, self.victim.identified_on()
        )


class AllowanceCorrectionFactory(DjangoModelFactory):
    """That a paid allowance be reversed."""

    class Meta:
        model = AllowanceCorrection

    allowance = SubFactory(AllowanceFactory, approved=True, paid=True)
    kind = "reverse"
    reason = "paid to another person"
    asked_by = SubFactory(UserFactory)


class DependantServiceFactory(DjangoModelFactory):
    """A child sent to pre-school education."""

    class Meta:
        model = DependantService

    dependant = SubFactory(DependantFactory)
    type = "preschool"
    provided_on = date(2019, 9, 16)


class ReflectionPeriodFactory(DjangoModelFactory):
    """Thirty days to recover."""

    class Meta:
        model = ReflectionPeriod

    victim = SubFactory(VictimFactory)
    granted_on = date(2019, 1, 10)
    ends_on = date(2019, 2, 9)


class ResidencePermitFactory(DjangoModelFactory):
    """An application for a permit."""

    class Meta:
        model = ResidencePermit

    victim = SubFactory(VictimFactory, citizenship="UZB")
    applied_on = date(2019, 2, 11)


class RehabilitationPlanFactory(DjangoModelFactory):
    """A plan just drawn up."""

    class Meta:
        model = RehabilitationPlan

    victim = SubFactory(VictimFactory)
    drawn_up_on = date(2019, 1, 20)


class CompensationFactory(DjangoModelFactory):
    """Money claimed from the Relief Fund."""

    class Meta:
        model = Compensation

    victim = SubFactory(VictimFactory)
    stream = "fund"
    claimed_on = date(2019, 3, 1)
