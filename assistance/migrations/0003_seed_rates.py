from datetime import date
from decimal import Decimal

from django.apps.registry import Apps
from django.db import migrations

TITLE = "Qərar: birdəfəlik müavinətin məbləği"


def seed(apps: Apps, _schema_editor: object) -> None:
    """Add the two known rates; number and date of the acts are to be confirmed."""
    act = apps.get_model("reference", "LegalAct").objects.create(
        kind="cabinet_decision", title=TITLE
    )
    rates = apps.get_model("assistance", "AllowanceRate").objects
    rates.create(
        kind="one_time",
        amount_azn=Decimal(400),
        valid_until=date(2019, 6, 3),
        legal_act=act,
    )
    rates.create(
        kind="one_time",
        amount_azn=Decimal(700),
        valid_from=date(2019, 6, 4),
        legal_act=act,
    )


class Migration(migrations.Migration):
    """400 AZN to 3 June 2019, 700 AZN from 4 June 2019."""

    dependencies = [
        ("assistance", "0002_functions"),
        ("reference", "0002_tables"),
    ]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
