from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_contacts")]

    operations = [
        migrations.AddIndex(
            model_name="accused",
            index=models.Index(
                condition=models.Q(
                    ("voided_at", None), ("sent_to_court_on__isnull", False)
                ),
                fields=["case"],
                name="accused_of_case_in_court",
            ),
        ),
    ]
