"""The command `check_text`: the numbers of a text against the register."""

import json
import sys
from pathlib import Path
from typing import Any, Final, override

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from reports.reading import saying
from reports.reading.checking import check
from reports.reading.documents import LARGEST_BYTES, text_of
from reports.reading.findings import Finding
from reports.reading.language import LANGUAGES, language_of

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 9998
BAD_INPUT: Final = 2


class Command(BaseCommand):
    """Reads a text and compares its numbers; 1 when something is wrong, 2 unread."""

    help = "Check the numbers of a report or speech (TXT, DOCX, PDF)."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, the year, the format and the language."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--language", choices=LANGUAGES, default="")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the findings, and leave with 1 when something is wrong."""
        year = options["year"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            message = f"The year must be {FIRST_YEAR} to {LAST_YEAR}."
            raise CommandError(message, returncode=BAD_INPUT)
        text = read(options["file"])
        findings = check(text, year, language=options["language"])
        as_json = options["format"] == "json"
        with translation.override(options["language"] or language_of(text)):
            said = in_json(findings) if as_json else in_lines(text, findings)
        self.stdout.write(said)
        if any(finding.is_wrong for finding in findings):
            sys.exit(1)


def read(path: Path) -> str:
    """Return the text of a file; an error says what is wrong with it."""
    try:
        with path.open("rb") as file:
            return text_of(file.read(LARGEST_BYTES + 1))
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise CommandError(message, returncode=BAD_INPUT) from error
    except ValidationError as error:
        message = f"{path}: {error.messages[0]}"
        raise CommandError(message, returncode=BAD_INPUT) from error


def in_json(findings: list[Finding]) -> str:
    """Return the findings as a document of JSON."""
    shown = [f.as_json() | {"why": saying.sentence(f)} for f in findings]
    return json.dumps({"findings": shown}, ensure_ascii=False, indent=2)


def in_lines(text: str, findings: list[Finding]) -> str:
    """Return a line a finding, with the line of the text; what matches is counted."""
    wrong = [finding for finding in findings if finding.is_wrong]
    lines = [
        f"{text.count(chr(10), 0, f.start) + 1}: {f.kind.label}: "
        f"{' '.join(f.quote[:80].split())}: {saying.sentence(f)}"
        for f in wrong
    ]
    counted = (
        f"{len(wrong)} to correct, {len(findings) - len(wrong)} other numbers read"
    )
    return "\n".join([*lines, counted])
