"""One factory a model: each makes a record that the register takes as it is.

What a record needs comes with it: `AllowanceFactory()` makes an identified person and
takes the amount from the rate. A word in the arguments asks for more:
`VictimFactory(identified_on=day, born_on=day)`, `AllowanceFactory(paid=True)`,
`AccusedFactory(in_court=True)`, `PlacementFactory(ended=True)`. Days lie in 2019.
"""

from tests.factories.assistance import (
    AllowanceFactory,
    AllowanceRateFactory,
    CompensationFactory,
    DependantServiceFactory,
    PlacementFactory,
    ReferralFactory,
    ReflectionPeriodFactory,
    RehabilitationPlanFactory,
    ResidencePermitFactory,
    ServiceFactory,
)
from tests.factories.cases import (
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    CriminalGroupFactory,
    OffenceFactory,
    VerdictFactory,
    WantedNoticeFactory,
)
from tests.factories.lists import ListLayoutFactory, SavedViewFactory
from tests.factories.prevention import (
    ActivityFactory,
    AgencyReturnFactory,
    BaselineFactory,
    CallFactory,
    GrantFactory,
)
from tests.factories.reference import (
    LegalActFactory,
    OrganisationFactory,
    RegionFactory,
    ShelterFactory,
    TermFactory,
    UserFactory,
)
from tests.factories.victims import (
    AssignmentFactory,
    ConsentFactory,
    DependantFactory,
    ExploitationFactory,
    IdentityDocumentFactory,
    IdentityFactory,
    RouteLegFactory,
    StatusDecisionFactory,
    SuspensionOrderFactory,
    VictimFactory,
)

__all__ = [
    "AccusedFactory",
    "ActivityFactory",
    "AgencyReturnFactory",
    "AllowanceFactory",
    "AllowanceRateFactory",
    "AssignmentFactory",
    "BaselineFactory",
    "CallFactory",
    "CaseAssignmentFactory",
    "CaseVictimFactory",
    "CompensationFactory",
    "ConsentFactory",
    "CriminalCaseFactory",
    "CriminalGroupFactory",
    "DependantFactory",
    "DependantServiceFactory",
    "ExploitationFactory",
    "GrantFactory",
    "IdentityDocumentFactory",
    "IdentityFactory",
    "LegalActFactory",
    "ListLayoutFactory",
    "OffenceFactory",
    "OrganisationFactory",
    "PlacementFactory",
    "ReferralFactory",
    "ReflectionPeriodFactory",
    "RegionFactory",
    "RehabilitationPlanFactory",
    "ResidencePermitFactory",
    "RouteLegFactory",
    "SavedViewFactory",
    "ServiceFactory",
    "ShelterFactory",
    "StatusDecisionFactory",
    "SuspensionOrderFactory",
    "TermFactory",
    "UserFactory",
    "VerdictFactory",
    "VictimFactory",
    "WantedNoticeFactory",
]
