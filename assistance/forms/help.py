"""Forms over help: services, referrals and what came of them, plans, children."""

from typing import Any

from accounts.models import User
from assistance.models import (
    DependantService,
    Referral,
    RehabilitationPlan,
    Service,
)
from thb.forms import RecordForm
from victims.models import Victim


class ServiceForm(RecordForm[Service]):
    """One help on one day."""

    starts_today = ("provided_on",)

    class Meta:
        model = Service
        fields = ("type", "provided_on", "provider")


class ReferralForm(RecordForm[Referral]):
    """One referral."""

    starts_today = ("referred_on",)

    class Meta:
        model = Referral
        fields = ("type", "organisation", "referred_on")


class ReferralOutcomeForm(RecordForm[Referral]):
    """What came of a referral; declining is also an outcome."""

    class Meta:
        model = Referral
        fields = ("started_on", "completed_on", "outcome")


class RehabilitationPlanForm(RecordForm[RehabilitationPlan]):
    """An individual plan, its reviews and its end."""

    class Meta:
        model = RehabilitationPlan
        fields = ("drawn_up_on", "reviewed_on", "completed_on")


class DependantServiceForm(RecordForm[DependantService]):
    """One help for one child."""

    class Meta:
        model = DependantService
        fields = ("dependant", "type", "provided_on")

    def limit(self, victim: Victim, _user: User) -> None:
        """Offer the children of this person."""
        field: Any = self.fields["dependant"]
        field.queryset = victim.dependants.current()
