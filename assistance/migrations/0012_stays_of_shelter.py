from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assistance", "0011_holds_and_departures")]

    operations = [
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                condition=models.Q(("voided_at", None)),
                fields=["shelter", "left_on", "victim"],
                name="placement_of_shelter",
            ),
        ),
    ]
