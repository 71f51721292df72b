from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def make_cache_table(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table in which all workers count sign-in attempts together."""
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_tables")]

    operations = [
        migrations.RunPython(
            make_cache_table, migrations.RunPython.noop, elidable=False
        )
    ]
