"""What an administrator uploads, and why a register is taken out."""

from pathlib import PurePosixPath
from typing import Any, override

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from exchange.choices import Layout
from exchange.uploads import LARGEST_UPLOAD, SAME_NAME, TOO_LARGE, safe_name
from thb.forms import PlainForm


class SeveralFiles(forms.ClearableFileInput):
    """An input in which several files may be chosen."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files."""

    widget = SeveralFiles

    @override
    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the list of files, each of them checked."""
        files = data if isinstance(data, list) else [data]
        if not files or files == [None]:
            raise ValidationError(self.error_messages["required"], code="required")
        return [super(FilesField, self).clean(file, initial) for file in files]


class UploadForm(PlainForm):
    """Several CSV files, one archive of them, or one workbook."""

    register = FilesField(
        label=_("Files of the register"),
        help_text=_("CSV files (several at once), a ZIP of them, or one workbook."),
        error_messages={"required": _("Choose the files of the register.")},
    )

    def clean_register(self) -> list[Any]:
        """Return the files; of archives and workbooks there is one only."""
        files: list[Any] = self.cleaned_data["register"]
        kinds = [PurePosixPath(file.name).suffix.lower() for file in files]
        if len(files) > 1 and set(kinds) != {".csv"}:
            raise ValidationError(_("Choose CSV files only, or one ZIP or XLSX file."))
        if not set(kinds) <= {".csv", ".zip", ".xlsx"}:
            raise ValidationError(_("Choose files that end with .csv, .zip or .xlsx."))
        if sum(file.size for file in files) > LARGEST_UPLOAD:
            raise ValidationError(TOO_LARGE)
        if len({safe_name(file.name) for file in files}) < len(files):
            raise ValidationError(SAME_NAME)
        return files


class ExportForm(PlainForm):
    """How a register is taken out, and why."""

    layout_of_files = forms.ChoiceField(
        label=_("As"),
        choices=Layout,
        initial=Layout.CSV,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("The journal keeps it with your name."),
        error_messages={"required": _("Enter why the register is taken out.")},
    )
