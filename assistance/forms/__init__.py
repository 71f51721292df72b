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
    "ApproveForm",
    "CompensationForm",
    "CorrectionApproveForm",
    "CorrectionForm",
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
    "ReturnForm",
    "ReverseForm",
    "RevokeForm",
    "SendingForm",
    "ServiceForm",
]
