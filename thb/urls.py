"""Addresses: each app has its own below its name."""

from django.urls import URLPattern, URLResolver, include, path

from thb.admin import site

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("reports.home.urls")),
    path("", include("accounts.urls")),
    path("admin/", site.urls),
    path("lists/", include("accounts.lists.urls")),
    path("people/", include("victims.urls")),
    path("people/", include("assistance.urls")),
    path("due/", include("assistance.deadlines.urls")),
    path("shelter/", include("assistance.beds.urls")),
    path("bed-requests/", include("assistance.bedrequests.urls")),
    path("referrals/", include("assistance.inbox_urls")),
    path("approvals/", include("assistance.approval_urls")),
    path("cases/", include("cases.urls")),
    path("watch/", include("cases.watch.urls")),
    path("", include("prevention.urls")),
    path("returns/", include("reports.returns.urls")),
    path("figures/", include("reports.urls")),
    path("open/", include("reports.open.urls")),
    path("earlier-years/", include("reports.legacy.urls")),
    path("texts/", include("reports.reading.urls")),
    path("standards/", include("reports.standards.urls")),
    path("analytics/", include("reports.analytics.urls")),
    path("report/", include("reports.narrative.urls")),
    path("help/", include("reports.helping.urls")),
    path("register/", include("exchange.urls")),
]
