from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Exclusion constraints over a person and days need gist over numbers."""

    initial = True
    dependencies = [("pghistory", "0007_auto_20250421_0444")]
    operations = [BtreeGistExtension()]
