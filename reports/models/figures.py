"""The rights to the yearly figures; the figures themselves are counted, not stored."""

from django.db import models


class AnnualFigures(models.Model):
    """Holds the permissions of this app; it has no table."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("view_figures", "Can see the yearly figures"),
            ("view_records_of_cases", "Can open the cases behind a figure"),
            ("view_records_of_victims", "Can open the victims, as codes"),
            ("view_every_record", "Can open the records behind every figure"),
        ]

    def __str__(self) -> str:
        return "annual figures"
