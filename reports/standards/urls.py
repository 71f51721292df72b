"""Addresses below /standards/."""

from django.urls import path

from reports.standards.views import records, tables, years

app_name = "standards"

urlpatterns = [
    path("", years.StandardsLatest.as_view(), name="latest"),
    path("<year:year>/", years.StandardsYear.as_view(), name="year"),
    path("<year:year>/others/", years.Reconciliation.as_view(), name="others"),
    path("<year:year>/htcds/", tables.MicrodataExport.as_view(), name="microdata"),
    path(
        "<year:year>/<slug:standard>/<slug:level>/",
        tables.StandardTables.as_view(),
        name="tables",
    ),
    path(
        "<year:year>/<slug:standard>/<slug:level>/tables.xlsx",
        tables.StandardFile.as_view(),
        name="file",
    ),
    path("mappings/", records.Mappings.as_view(), name="mappings"),
    path("mappings/add/", records.MappingAdd.as_view(), name="mapping-add"),
    path(
        "mappings/<int:pk>/change/",
        records.MappingChange.as_view(),
        name="mapping-change",
    ),
    path("mappings/<int:pk>/void/", records.MappingVoid.as_view(), name="mapping-void"),
    path("populations/", records.Populations.as_view(), name="populations"),
    path("populations/add/", records.PopulationAdd.as_view(), name="population-add"),
    path(
        "populations/<int:pk>/change/",
        records.PopulationChange.as_view(),
        name="population-change",
    ),
    path(
        "populations/<int:pk>/void/",
        records.PopulationVoid.as_view(),
        name="population-void",
    ),
    path("others/add/", records.OthersAdd.as_view(), name="figure-add"),
    path(
        "others/<int:pk>/change/", records.OthersChange.as_view(), name="figure-change"
    ),
    path("others/<int:pk>/void/", records.OthersVoid.as_view(), name="figure-void"),
    path("history/<slug:what>/", records.History.as_view(), name="history"),
]
