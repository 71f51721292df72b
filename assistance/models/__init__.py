"""What is done for victims: stays, services, referrals, allowances, children."""

from assistance.models.allowance import Allowance
from assistance.models.correction import AllowanceCorrection
from assistance.models.placement import Placement
from assistance.models.protection import (
    Compensation,
    ReflectionPeriod,
    RehabilitationPlan,
    ResidencePermit,
)
from assistance.models.rate import AllowanceRate
from assistance.models.service import DependantService, Referral, Service

__all__ = [
    "Allowance",
    "AllowanceCorrection",
    "AllowanceRate",
    "Compensation",
    "DependantService",
    "Placement",
    "Referral",
    "ReflectionPeriod",
    "RehabilitationPlan",
    "ResidencePermit",
    "Service",
]
