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
from assistance.forms.sending import (
    AcceptForm,
    DeclineForm,
    FinishForm,
    RevokeForm,
    SendingForm,
)

__all__ = [
    "AcceptForm",
    "AllowanceForm",
    "AllowancePayForm",
    "CompensationForm",
    "DeclineForm",
    "DependantServiceForm",
    "FinishForm",
    "PlacementChangeForm",
    "PlacementForm",
    "PlacementLeaveForm",
    "ReferralForm",
    "ReferralOutcomeForm",
    "ReflectionPeriodForm",
    "RehabilitationPlanForm",
    "ResidencePermitForm",
    "ReverseForm",
    "RevokeForm",
    "SendingForm",
    "ServiceForm",
]
