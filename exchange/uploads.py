"""Uploaded registers between the rehearsal and the import: private, and soon gone.

They hold names, so they lie in a folder of the server's own account, are removed with
the import, and after an hour in any case.
"""

import os
import re
import secrets
import shutil
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LARGEST_UPLOAD: Final = 20 * 2**20  # bytes
LARGEST_UNPACKED: Final = 200 * 2**20
KEPT_SECONDS: Final = 3600
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{20,60}")
WORKBOOK: Final = "register.xlsx"
NOT_A_ZIP: Final = _("This archive cannot be opened: choose a ZIP or XLSX file.")
SAME_NAME: Final = _("Two files have the same name: choose each once.")
# What ZipFile raises for an archive that is damaged, locked or of an odd method.
NOT_UNPACKED: Final = (BadZipFile, EOFError, RuntimeError, zlib.error)
TOO_LARGE: Final = _("These files are too large for a page: import at the terminal.")


def uploads() -> Path:
    """Return the folder of all uploads, made where it is missing."""
    folder = Path(settings.THB_VAR) / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def sweep() -> None:
    """Remove what nobody confirmed within the hour."""
    for folder in uploads().iterdir():
        if folder.stat().st_mtime < time.time() - KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def keep(files: Iterable[Any], user_id: int) -> str:
    """Store the files for one user; return the token by which they are found again."""
    sweep()
    token = secrets.token_urlsafe(24)
    folder = uploads() / f"{user_id}-{token}"
    folder.mkdir(mode=0o700)
    try:
        for file in files:
            _store(file, folder)
    except NOT_UNPACKED as error:
        drop(token, user_id)
        raise ValidationError(NOT_A_ZIP) from error
    except FileExistsError as error:
        drop(token, user_id)
        raise ValidationError(SAME_NAME) from error
    except ValidationError:
        drop(token, user_id)
        raise
    return token


def register_at(token: str, user_id: int) -> Path | None:
    """Return the folder or workbook of a user's token; None where it is gone."""
    folder = uploads() / f"{user_id}-{token}"
    if not TOKEN.fullmatch(token) or not folder.is_dir():
        return None
    workbook = folder / WORKBOOK
    return workbook if workbook.exists() else folder


def drop(token: str, user_id: int) -> None:
    """Remove the files of a token."""
    if TOKEN.fullmatch(token):
        shutil.rmtree(uploads() / f"{user_id}-{token}", ignore_errors=True)


def _store(file: Any, folder: Path) -> None:
    suffix = PurePosixPath(file.name).suffix.lower()
    if suffix == ".zip":
        with ZipFile(file) as archive:
            _refuse_large(archive)
            for name, content in _members(archive):
                _write(folder / name, content)
        return
    if suffix == ".xlsx":
        with ZipFile(file) as archive:
            _refuse_large(archive)
        file.seek(0)
    _write(folder / (WORKBOOK if suffix == ".xlsx" else safe_name(file.name)), file)


def _members(archive: ZipFile) -> Iterator[tuple[str, IO[bytes]]]:
    for member in archive.infolist():
        name = safe_name(member.filename)
        hidden = name.startswith(".") or "__MACOSX" in member.filename
        if name.lower().endswith(".csv") and not hidden:
            with archive.open(member) as content:
                yield name, content


def _refuse_large(archive: ZipFile) -> None:
    if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
        raise ValidationError(TOO_LARGE)


def safe_name(name: str) -> str:
    """Return the last part of a file's name, which leads nowhere else."""
    return PurePosixPath(name.replace("\\", "/")).name


def _write(path: Path, content: IO[bytes]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        shutil.copyfileobj(content, file)
