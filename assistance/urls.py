"""Addresses below /people/<code>/: the overview, and help from placement to history."""

from django.urls import path

from assistance.views import (
    allowance,
    approvals,
    decision,
    money,
    person,
    safety,
    sending,
)
from assistance.views import help as helping
from victims.pages import pages

app_name = "assistance"

ALLOWANCE = "<code:code>/allowance/"
CORRECTION = "<code:code>/correction/<int:pk>/"
ONE_ALLOWANCE = (
    ("detail", "", approvals.AllowanceDetail),
    ("change", "change/", allowance.AllowanceChange),
    ("approve", "approve/", approvals.AllowanceApprove),
    ("return", "return/", approvals.AllowanceReturn),
    ("pay", "pay/", allowance.AllowancePay),
    ("correct", "correct/", approvals.AllowanceCorrect),
    ("void", "void/", allowance.AllowanceWithdraw),
    ("decision", "decision/", decision.AllowanceDecision),
)

urlpatterns = [
    path("<code:code>/", person.VictimOverview.as_view(), name="overview"),
    path("<code:code>/placement/", safety.PlacementSection.as_view(), name="placement"),
    path("<code:code>/services/", helping.ServiceSection.as_view(), name="services"),
    path("<code:code>/referrals/", helping.ReferralSection.as_view(), name="referrals"),
    path(ALLOWANCE, money.AllowanceSection.as_view(), name="allowance"),
    path("<code:code>/children/", helping.ChildrenSection.as_view(), name="children"),
    path("<code:code>/history/", person.VictimHistory.as_view(), name="history"),
    path(
        "<code:code>/stay/<int:pk>/leave/",
        safety.PlacementLeave.as_view(),
        name="leave",
    ),
    path(
        "<code:code>/referral/<int:pk>/outcome/",
        helping.ReferralOutcomePage.as_view(),
        name="outcome",
    ),
    path(
        f"{ALLOWANCE}add/", allowance.AllowancePrepare.as_view(), name="allowance_add"
    ),
    *(
        path(f"{ALLOWANCE}<int:pk>/{end}", view.as_view(), name=f"allowance_{name}")
        for name, end, view in ONE_ALLOWANCE
    ),
    path(
        f"{CORRECTION}approve/",
        approvals.CorrectionApprove.as_view(),
        name="correction_approve",
    ),
    path(
        f"{CORRECTION}decline/",
        approvals.CorrectionDecline.as_view(),
        name="correction_decline",
    ),
    path("<code:code>/sending/add/", sending.SendingAdd.as_view(), name="sending_add"),
    path(
        "<code:code>/sending/<int:pk>/revoke/",
        sending.SendingRevoke.as_view(),
        name="sending_revoke",
    ),
    *pages(safety.STAYS),
    *pages(safety.REFLECTION),
    *pages(safety.PERMITS),
    *pages(helping.SERVICES),
    *pages(helping.PLANS),
    *pages(helping.REFERRALS),
    *pages(helping.HELP_FOR_CHILDREN),
    *pages(money.COMPENSATION),
]
