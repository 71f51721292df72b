from django.apps.registry import Apps
from django.db import migrations

# A term without a length is not confirmed: it ships empty, and raises nothing.
TERMS = [
    ("reflection_period_warning_1", "First warning before the reflection period ends", 7, "days", "before the end under article 14-1 of the law"),
    ("reflection_period_warning_2", "Second warning before the reflection period ends", 2, "days", "before the end under article 14-1 of the law"),
    ("residence_permit_warning_1", "First warning before a residence permit expires", 60, "days", "before the end under article 14-1 of the law"),
    ("residence_permit_warning_2", "Second warning before a residence permit expires", 30, "days", "before the end under article 14-1 of the law"),
    ("residence_permit_warning_3", "Third warning before a residence permit expires", 14, "days", "before the end under article 14-1 of the law"),
    ("follow_up_1", "First follow-up after a return to the family", None, "months", "not confirmed"),
    ("follow_up_2", "Second follow-up after a return to the family", None, "months", "not confirmed"),
    ("follow_up_3", "Third follow-up after a return to the family", None, "months", "not confirmed"),
    ("follow_up_4", "Fourth follow-up after a return to the family", None, "months", "not confirmed"),
    ("referral_outcome", "Record what came of a referral", None, "days", "not confirmed"),
]  # fmt: skip


def seed(apps: Apps, _schema_editor: object) -> None:
    """Add the terms that deadlines are counted with and that are missing."""
    term = apps.get_model("reference", "Term")
    for code, title, length, unit, basis in TERMS:
        term.objects.get_or_create(
            code=code,
            defaults={"title": title, "length": length, "unit": unit, "basis": basis},
        )


class Migration(migrations.Migration):
    """Warnings, follow-ups and the outcome of a referral."""

    dependencies = [("reference", "0004_seed_terms")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
