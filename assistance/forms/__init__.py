"""What people type about help: stays, services, money, protection, children."""

from assistance.forms.help import (
    DependantServiceForm,
    ReferralForm,
    ReferralOutcomeForm,
    RehabilitationPlanForm,
    ServiceForm,
)
from assistance.forms.money import (
    AllowanceForm,
    AllowancePayForm,
    CompensationForm,
    ReverseForm,
)
from assistance.forms.safety import (
    PlacementChangeForm,
    PlacementForm,
    PlacementLeaveForm,
    ReflectionPeriodForm,
    ResidencePermitForm,
)

__all__ = [
    "AllowanceForm",
    "AllowancePayForm",
    "CompensationForm",
    "DependantServiceForm",
    "PlacementChangeForm",
    "PlacementForm",
    "PlacementLeaveForm",
    "ReferralForm",
    "ReferralOutcomeForm",
    "ReflectionPeriodForm",
    "RehabilitationPlanForm",
    "ResidencePermitForm",
    "ReverseForm",
    "ServiceForm",
]
