"""What the Coordinator's office does, told in a few steps."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from reports.helping.task import Task

OF_THE_OFFICE: Final = (
    Task(
        "returns",
        _("Gather what other agencies counted"),
        (
            _("Open “Figures”, then “Returns”: a line a figure, with its agency."),
            _("Enter the value, how exact it is, and the document it stands in."),
            _("Another administrator approves it; until then it is marked."),
        ),
        "prevention.view_agencyreturn",
        "returns:newest",
    ),
    Task(
        "appeals",
        _("Enter appeals to the hotline"),
        (
            _("Open “Prevention”, then “New appeal”."),
            _("Choose the topic and the outcome; who called is never written down."),
            _("The page keeps the day and asks for the next appeal."),
        ),
        "prevention.add_call",
        "prevention:call-add",
    ),
    Task(
        "exchange",
        _("Bring a register in, or take it out"),
        (
            _("Open “Administration”, then “Import and export”, and choose the files."),
            _("A trial shows what would change, and each error with its line."),
            _("Once you confirm, all of it is written, or nothing."),
            _("An export has codes, no names; the journal keeps your reason."),
        ),
        "exchange.import_register",
        "exchange:import",
    ),
    Task(
        "freeze",
        _("Freeze and publish a year"),
        (
            _("Open “Figures”, then “Check and freeze”. Write a word on each warning."),
            _(
                "One prepares the year, another freezes it; who prepared never"
                " publishes."
            ),
            _("Later changes are only told. A revision needs a reason."),
        ),
        "reports.prepare_release",
        "reports:latest",
    ),
    Task(
        "report",
        _("Write the report"),
        (
            _("Open “Figures”, then “Report”. Each number opens its figure."),
            _("“Change the text” keeps the numbers in braces; write around them."),
            _("A number that has moved since is marked. Download PDF or Word."),
        ),
        "reports.edit_report",
        "report:latest",
    ),
    Task(
        "text",
        _("Check a text"),
        (
            _("Open “Figures”, then “Check a text”. Paste it, or choose the file."),
            _("Choose the year. What differs or adds up wrongly is marked."),
            _("Each mark says why and opens its figure. The text is not kept."),
        ),
        "reports.check_text",
        "texts:check",
    ),
)
