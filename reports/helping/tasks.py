"""What people do here, told in a few steps; each role reads what it may do."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from reports.helping.office import OF_THE_OFFICE
from reports.helping.task import Task

TASKS: Final = (
    Task(
        "arrive",
        _("Arrive, and leave your desk"),
        (
            _("Sign in with your user name, your password and your second factor."),
            _("The start page shows your work. The bar at the top leads to all pages."),
            _(
                "Leaving your desk, press “Hide screen”, or Shift three times."
                " Your password opens the same page again."
            ),
            _(
                "After 14 minutes without work the screen is hidden by itself."
                " What you typed is kept and offered back."
            ),
        ),
        page="home",
    ),
    Task(
        "due",
        _("Find what is due"),
        (
            _("Open the start page: each number leads to exactly what it counts."),
            _(
                "Open a person: the overview lists every task, what is done and what"
                " is missing."
            ),
            _("A task that “cannot start yet” names the one that comes first."),
        ),
        "assistance.view_placement",
        "victims:list",
        "assistance:overview",
    ),
    Task(
        "register",
        _("Register a person"),
        (
            _("Search first, by name, code, phone or document number."),
            _("If nobody is found, go on: the name is carried over."),
            _("Answer what you know. What is not known can follow over days."),
            _("Use the code wherever the person is spoken or written of."),
        ),
        "victims.add_victim",
        "victims:new",
    ),
    Task(
        "draft",
        _("Go on with a draft"),
        (
            _("What you type at registration is saved by itself; the line says when."),
            _("“Save and exit” keeps it for 28 days. Only you see it."),
            _("The start page counts your drafts and leads to them."),
        ),
        "victims.add_victim",
        "victims:drafts",
    ),
    Task(
        "beds",
        _("Give, hold and change a bed"),
        (
            _("Open “Beds”: each bed says whether it is free, held or occupied."),
            _("Choose “Place” at a free bed, or “Hold” to keep it for a while."),
            _("If somebody was faster, press one of the free beds. Nothing is lost."),
            _("“Undo” takes the last act back for ten minutes."),
        ),
        "assistance.view_bed",
        "beds:board",
    ),
    Task(
        "name",
        _("See a name"),
        (
            _("Names, numbers and phones are masked until you say why you need them."),
            _("They are shown on that page only. The journal keeps who saw them."),
            _("A phone marked unsafe is never called."),
        ),
        "victims.show_identity",
        "victims:list",
        "victims:identity",
    ),
    Task(
        "place",
        _("Place a person, and end the stay"),
        (
            _("Open the person, then “Placement”."),
            _(
                "Enter the shelter and the day of admission. The day comes"
                " first: 4 6 2019."
            ),
            _("When the person leaves, end the stay with the day and the reason."),
        ),
        "assistance.add_placement",
        "victims:list",
        "assistance:placement",
    ),
    Task(
        "refer",
        _("Record help, and refer"),
        (
            _(
                "Open the person, then “Services”, and record what help was"
                " given and when."
            ),
            _("For another organisation open “Referrals”. A consent has to cover it."),
            _(
                "When the answer comes, record the outcome. Declining is an"
                " outcome too."
            ),
        ),
        "assistance.add_referral",
        "victims:list",
        "assistance:services",
    ),
    Task(
        "answer",
        _("Answer a referral of another agency"),
        (
            _("“Referrals” shows what was sent to your organisation."),
            _("Accept it, or decline it and say why."),
            _("You see only the fields agreed, and nothing once it has ended."),
        ),
        "assistance.receive_sending",
        "inbox:list",
    ),
    Task(
        "prepare",
        _("Prepare an allowance"),
        (
            _("Open the person, then “Allowance”. It needs a formal identification."),
            _(
                "Enter the day of the decision. The amount follows from it;"
                " nobody types it."
            ),
            _(
                "Check the answers, then send them for approval to the"
                " Coordinator's office."
            ),
            _("If it is returned, “Details” says why. Change it and send it again."),
        ),
        "assistance.add_allowance",
        "victims:list",
        "assistance:allowance",
    ),
    Task(
        "pay",
        _("Pay the allowance, or take it back"),
        (
            _("Once it is approved, record the day of the payment."),
            _(
                "“Details” leads to the decision to print. It has the code;"
                " the name only with a reason."
            ),
            _(
                "To correct it, choose “Take back” and say why. A second"
                " person approves that too."
            ),
        ),
        "assistance.change_allowance",
        "victims:list",
        "assistance:allowance",
    ),
    Task(
        "approve",
        _("Approve what others prepared"),
        (
            _("“Approvals” shows what waits, the oldest first."),
            _("Compare the day, the order and the amount with its reason."),
            _("Approve, or return it with a reason. Nobody approves what he prepared."),
        ),
        "assistance.approve_allowance",
        "approvals:waiting",
    ),
    Task(
        "later",
        _("Put a task off, or hand it over"),
        (
            _("Open the work list, then “More” at the task."),
            _("Choose another day and say why, or choose the colleague."),
            _("The message on top of the list takes it back."),
        ),
        "assistance.add_deadlinemark",
        "due:list",
    ),
    Task(
        "write",
        _("Write a note, attach a document"),
        (
            _("Open the person, then “Notes” or “Documents”. Say who may read it."),
            _("A document is checked and kept sealed. Void what was added by mistake."),
        ),
        "victims.add_note",
        "victims:list",
        "victims:notes",
    ),
    Task(
        "hand-over",
        _("Hand over at the end of the day"),
        (
            _("Record today's help, stays and answers in each person's file."),
            _("“History” tells whoever comes next what was changed, by whom and when."),
            _("Sign out at the top right."),
        ),
        "assistance.add_service",
        "victims:list",
        "assistance:history",
    ),
    Task(
        "case",
        _("Look up a case"),
        (
            _("Open “Cases” and filter by number, article, year or stage."),
            _(
                "A case shows offences, accused, wanted notices and"
                " verdicts, each on its page."
            ),
            _("Victims stand there as codes only."),
        ),
        "cases.view_criminalcase",
        "cases:list",
    ),
    Task(
        "compare",
        _("Compare and count cases"),
        (
            _(
                "Tick two to four cases in the list, then compare them: ≠ marks"
                " what differs."
            ),
            _("“Analytics” crosses two facts; every number opens its records."),
            _("Numbers below the threshold never leave the office as they are."),
        ),
        "reports.view_small_numbers",
        "analytics:cases",
    ),
    Task(
        "year",
        _("Read the year"),
        (
            _(
                "Open “Figures”. Beside each figure stand its change and the"
                " year before."
            ),
            _("Click a figure: the list holds exactly the records it counts."),
            _("Checks that fail stand on top and open the records they mean."),
        ),
        "reports.view_figures",
        "reports:latest",
    ),
    *OF_THE_OFFICE,
    Task(
        "standards",
        _("Tell a year to others"),
        (
            _("Open “Standards” of the year: map each value that has no word first."),
            _("Choose a level. The file for the public hides small numbers."),
            _("Compare with what others publish, and explain each difference."),
        ),
        "reports.export_standard",
        "standards:latest",
    ),
    Task(
        "journal",
        _("Read the journal"),
        (
            _("The journal keeps who opened, listed, changed or exported which codes."),
            _("Filter it by user, act, code or day. Nothing in it can be changed."),
        ),
        "accounts.view_journalentry",
        "journal",
    ),
    Task(
        "accounts",
        _("Look after accounts"),
        (
            _("A system administrator makes accounts and sets one-time passwords."),
            _("An administrator of the Coordinator's office gives the role."),
            _("Nobody gives himself a role."),
        ),
        "accounts.view_user",
        "users:list",
    ),
)
