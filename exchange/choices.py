"""What can be wrong with a file, and what is odd about one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Fault(TextChoices):
    """Kinds of error beside the constraints of the register, which name their own."""

    UNREADABLE = "unreadable", _("A file cannot be read")
    UNKNOWN_FILE = "unknown_file", _("A file or sheet is not of the register")
    UNKNOWN_COLUMN = "unknown_column", _("A column is not of its file")
    REPEATED_COLUMN = "repeated_column", _("A column stands twice")
    MISSING_COLUMN = "missing_column", _("A column of the key is missing")
    UNEVEN_ROW = "uneven_row", _("A row has another number of cells than the header")
    MISSING_VALUE = "missing_value", _("A cell is empty that cannot be")
    BAD_DATE = "bad_date", _("This is not a date")
    FUTURE_DATE = "future_date", _("This date is later than today.")
    BAD_NUMBER = "bad_number", _("This is not such a number")
    UNKNOWN_CODE = "unknown_code", _("This code is not in the list.")
    TOO_LONG = "too_long", _("This text is too long")
    UNKNOWN_REFERENCE = "unknown_reference", _("There is no record with this code")
    CONFLICTING_ROWS = "conflicting_rows", _("One record stands twice, differently")
    AGE_MISMATCH = "age_mismatch", _("Age and birth date do not agree")
    REFUSED = "refused", _("The register refuses this")


class Oddity(TextChoices):
    """What is worth a look but refuses nothing."""

    COURT_BEFORE_INVESTIGATION = (
        "court_before_investigation",
        _("Sent to court before the investigation ended"),
    )
    OFFENCE_BEFORE_CASE = (
        "offence_before_case",
        _("The offence was registered before its case was opened"),
    )
    RETURN_DURING_STAY = (
        "return_during_stay",
        _("Returned to the family during an open stay"),
    )
    GROUP_OF_ANOTHER_CASE = (
        "group_of_another_case",
        _("The group belongs to another case"),
    )
    VOIDED = "voided", _("The record was voided or merged: the row is skipped")


class Layout(TextChoices):
    """How a register lies on a disk."""

    CSV = "csv", _("CSV files")
    XLSX = "xlsx", _("one workbook (XLSX)")
