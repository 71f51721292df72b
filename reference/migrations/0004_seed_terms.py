from django.apps.registry import Apps
from django.db import migrations

# A term without a length is not confirmed: it ships empty.
TERMS = [
    ("referral_to_main_department", "Refer a presumed victim to the Main Department", 24, "hours", "TIP reports 2018 to 2022"),
    ("identification_decision", "Decide on the status of a presumed victim", None, "days", "own service level"),
    ("reflection_period", "Recovery and reflection period", 30, "days", "law, article 14-1"),
    ("no_removal", "A foreign victim is not removed", 1, "years", "law, article 14-1"),
    ("residence_permit", "Temporary residence permit", 1, "years", "law, article 14-1"),
    ("shelter_stay", "Stay in a shelter before an extension", None, "days", "not confirmed"),
    ("guardianship_informed", "Inform the guardianship body of a child", None, "hours", "Cabinet of Ministers, No 180 of 2009"),
    ("legal_representative", "A child has a legal representative", None, "days", "Cabinet of Ministers, No 180 of 2009"),
    ("adulthood_warning", "Warn before the 18th birthday", None, "days", "Cabinet of Ministers, No 180 of 2009"),
    ("allowance_payment", "Pay the allowance after identification", None, "days", "not confirmed"),
    ("plan_review", "Review the rehabilitation plan", None, "months", "not confirmed"),
    ("hotline_answer", "Answer an appeal to the hotline", None, "working_days", "not confirmed"),
]  # fmt: skip


def seed(apps: Apps, _schema_editor: object) -> None:
    """Add the terms that reminders will use."""
    term = apps.get_model("reference", "Term")
    for code, title, length, unit, basis in TERMS:
        term.objects.create(
            code=code, title=title, length=length, unit=unit, basis=basis
        )


class Migration(migrations.Migration):
    """Deadlines of the law and of practice."""

    dependencies = [("reference", "0003_seed_organisations")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
