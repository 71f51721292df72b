"""What is done for victims: stays, services, referrals, allowances, children."""

from assistance.models.allowance import Allowance
from assistance.models.bed import Bed, BoardRules, Room
from assistance.models.bedact import BedAct
from assistance.models.bedrequest import BedAnswer, BedRequest
from assistance.models.correction import AllowanceCorrection
from assistance.models.deadline import Deadline, DeadlineMark
from assistance.models.hold import Hold, NightAbsence
from assistance.models.placement import Placement
from assistance.models.protection import (
    Compensation,
    ReflectionPeriod,
    RehabilitationPlan,
    ResidencePermit,
)
from assistance.models.rate import AllowanceRate
from assistance.models.sending import Sending
from assistance.models.service import DependantService, Referral, Service

__all__ = [
    "Allowance",
    "AllowanceCorrection",
    "AllowanceRate",
    "Bed",
    "BedAct",
    "BedAnswer",
    "BedRequest",
    "BoardRules",
    "Compensation",
    "Deadline",
    "DeadlineMark",
    "DependantService",
    "Hold",
    "NightAbsence",
    "Placement",
    "Referral",
    "ReflectionPeriod",
    "RehabilitationPlan",
    "ResidencePermit",
    "Room",
    "Sending",
    "Service",
]
