"""Chapter: forced labour, and what other agencies did against it."""

from django.utils.translation import gettext_lazy as _

from reports.choices import Unit
from reports.figures import ReturnedFigure

INSPECTION = "labour_monitoring_centre"
MINISTRY = "ministry_of_labour"
MIGRATION = "state_migration_service"
POLICE = "mia"

FIGURES = (
    ReturnedFigure(
        "labour.sites_inspected",
        _("Construction sites with workers without a contract"),
        Unit.SITE,
        agency=INSPECTION,
    ),
    ReturnedFigure(
        "labour.workers_without_contract",
        _("People found working without a contract"),
        Unit.PERSON,
        agency=INSPECTION,
    ),
    ReturnedFigure(
        "labour.employers_to_prosecutor",
        _("Employers whose materials went to the prosecutor"),
        Unit.EMPLOYER,
        agency=INSPECTION,
    ),
    ReturnedFigure(
        "labour.employers_fined",
        _("Employers fined"),
        Unit.EMPLOYER,
        agency=INSPECTION,
    ),
    ReturnedFigure(
        "labour.fines_azn", _("Fines imposed, AZN"), Unit.AZN, agency=INSPECTION
    ),
    ReturnedFigure(
        "labour.contracts_growth",
        _("Growth in the number of employment contracts"),
        Unit.CONTRACT,
        agency=MINISTRY,
    ),
    ReturnedFigure(
        "labour.contracts_growth_private",
        _("of it, in the private sector"),
        Unit.CONTRACT,
        agency=MINISTRY,
    ),
    ReturnedFigure(
        "migration.foreigners_sanctioned",
        _("Foreigners held liable for breaking the rules of stay"),
        Unit.PERSON,
        agency=MIGRATION,
    ),
    ReturnedFigure(
        "migration.foreigners_deported",
        _("of them, deported"),
        Unit.PERSON,
        agency=MIGRATION,
    ),
    ReturnedFigure(
        "raids.children",
        _("Children found working or begging in raids"),
        Unit.CHILD,
        agency=POLICE,
    ),
    ReturnedFigure(
        "raids.confirmed_victims",
        _("of them, confirmed as victims of forced labour"),
        Unit.CHILD,
        agency=POLICE,
    ),
    ReturnedFigure(
        "raids.parents_sanctioned",
        _("Parents held liable"),
        Unit.PERSON,
        agency=POLICE,
    ),
    ReturnedFigure(
        "raids.materials_sent",
        _("Materials sent to commissions and other organisations"),
        Unit.MATERIAL,
        agency=POLICE,
    ),
    ReturnedFigure(
        "dost.children_monitored",
        _("Adopted children and wards visited by the DOST centres"),
        Unit.CHILD,
        agency="dost",
    ),
)
