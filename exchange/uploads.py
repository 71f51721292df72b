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
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LARGEST_UPLOAD: Final = 20 * 2**20  # bytes
LARGEST_UNPACKED: Final = 200 * 2**20
KEPT_SECONDS: Final = 3600
SECONDS_BETWEEN_SWEEPS: Final = 60
_swept = [-float(SECONDS_BETWEEN_SWEEPS)]
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{20,60}")
WORKBOOK: Final = "register.xlsx"
LONGEST_NAME: Final = 255  # bytes, of a file in a folder
NOT_A_ZIP: Final = _("This archive cannot be opened: choose a ZIP or XLSX file.")
NOT_READABLE: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
"""What ZipFile says of an archive that is damaged, locked or packed unusually."""
NO_CSV: Final = _("This archive holds no CSV files of the register.")
TWICE: Final = _("Two files have the same name: choose each once.")
TOO_LARGE: Final = _("These files are too large for a page: import at the terminal.")


def uploads() -> Path:
    """Return the folder of all uploads, made where it is missing."""
    folder = Path(settings.THB_VAR) / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def sweep() -> None:
    """Remove what nobody confirmed within the hour."""
    for folder in uploads().iterdir():
        with suppress(FileNotFoundError):  # another process sweeps too
            if folder.stat().st_mtime < time.time() - KEPT_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


def sweep_now_and_then(**_signal: Any) -> None:
    """Sweep with the pages that are served, once a minute at most."""
    if time.monotonic() - _swept[0] > SECONDS_BETWEEN_SWEEPS:
        _swept[0] = time.monotonic()
        sweep()


def keep(files: Iterable[Any], user_id: int) -> str:
    """Store the files for one user; return the token by which they are found again."""
    sweep()
    token = secrets.token_urlsafe(24)
    folder = uploads() / f"{user_id}-{token}"
    folder.mkdir(mode=0o700)
    with dropped_unless_done(token, user_id):
        _store_all(files, folder)
    return token


def _store_all(files: Iterable[Any], folder: Path) -> None:
    try:
        for file in files:
            _store(file, folder)
    except NOT_READABLE as error:
        raise ValidationError(NOT_A_ZIP) from error
    except FileExistsError as error:
        raise ValidationError(TWICE) from error
    if not any(folder.iterdir()):
        raise ValidationError(NO_CSV)


@contextmanager
def dropped_unless_done(token: str, user_id: int) -> Iterator[None]:
    """Remove the files of a token where what is done with them breaks off."""
    with ExitStack() as stack:
        stack.callback(drop, token, user_id)
        yield
        stack.pop_all()


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
            if len(os.fsencode(name)) > LONGEST_NAME:
                raise BadZipFile(name)
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
