"""What people type about help: stays, services, money, protection, children."""

from assistance.forms.approval import (
    ApproveForm,
    CorrectionApproveForm,
    CorrectionForm,
    ReturnForm,
)
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
    "ApproveForm",
    "CompensationForm",
    "CorrectionApproveForm",
    "CorrectionForm",
    "DependantServiceForm",
    "PlacementChangeForm",
    "PlacementForm",
    "PlacementLeaveForm",
    "ReferralForm",
    "ReferralOutcomeForm",
    "ReflectionPeriodForm",
    "RehabilitationPlanForm",
    "ResidencePermitForm",
    "ReturnForm",
    "ServiceForm",
]
