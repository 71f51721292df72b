"""The embedded server: the first process that needs it starts it, the last stops it.

Each process holds a share in `users.lock`; the kernel takes a killed one's back.
`start.lock` is held while the server is made, started or stopped.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from thb.postgres import programs

ROLE: Final = "app"
PORT: Final = "5432"
LONGEST_ADDRESS: Final = 85  # bytes of a folder in which a socket can still lie
ANSWERS, STARTING, SILENT = 0, 1, 2  # what pg_isready returns
PATIENCE_SECONDS: Final = 60
SETTINGS: Final = {
    "listen_addresses": "",  # a socket only: nothing is reachable from the network
    "timezone": "UTC",
    "jit": "off",  # costs more than it saves at the size of this register
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "max_parallel_workers_per_gather": "0",  # shared memory of a container is small
    "max_parallel_maintenance_workers": "0",
    "logging_collector": "on",  # a week of logs, then they are written over
    "log_filename": "postgresql-%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
    "log_error_verbosity": "terse",  # no DETAIL, statement or value: they are personal
    "log_min_messages": "log",  # no ERROR either: its message quotes the value
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
LOCALE: Final = (
    "--encoding=UTF8",
    "--locale=C.UTF-8",  # with C, pg_trgm would throw away every non-ASCII letter
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)


class EmbeddedPostgres:
    """One server and its data, below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.account = programs.server_account(self.folder)
        self._programs = programs.program_folder()
        self._share: int | None = None
        os.register_at_fork(after_in_child=self._forget_share)
        atexit.register(self.release)

    @property
    def data(self) -> Path:
        """The data folder; elsewhere where the account cannot enter ours."""
        return (self.folder / "data").resolve()

    @property
    def socket_folder(self) -> Path:
        """The data folder, or a short one where its name is too long for a socket."""
        if len(bytes(self.data)) < LONGEST_ADDRESS:
            return self.data
        name = hashlib.sha256(bytes(self.data)).hexdigest()[:16]
        return Path("/tmp") / f"pg-{name}"  # noqa: S108 - mode 0700, its owner is checked

    def start(self) -> None:
        """Make sure that the server runs until this process ends."""
        if self._share is not None and self.is_alive():
            return
        with self._starting():
            if not self.data.exists():
                self._create()
            self._bring_up()
            if self._share is None:
                lock = self.folder / "users.lock"
                self._share = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
                fcntl.flock(self._share, fcntl.LOCK_SH)

    def release(self) -> None:
        """Give up our share; whoever gives up the last one stops the server."""
        if self._share is None:
            return
        with self._starting(), contextlib.suppress(BlockingIOError):
            fcntl.flock(self._share, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stop = ("stop", "-s", "-w", "-m", "fast", "-D", str(self.data))
            self._run("pg_ctl", *stop, expected=(0, 1))
        self._forget_share()

    def _forget_share(self) -> None:
        if self._share is not None:
            os.close(self._share)
            self._share = None

    @contextlib.contextmanager
    def _starting(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "start.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _create(self) -> None:
        self._settle()
        new = self.data.with_name("data.new")
        shutil.rmtree(new, ignore_errors=True)  # of a first start that was interrupted
        self._make_private(new)
        settings = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        access = ("--username=postgres", "--auth=reject")
        self._run("initdb", "-D", str(new), *access, *LOCALE, *settings)
        self._run(
            *("postgres", "--single", "-j", "-D", str(new), "postgres"),
            sql=f"create role {ROLE} login createdb;\n\n"
            f"create database {ROLE} owner {ROLE};\n\n",
        )
        # Only this account and root get in, on the socket, as any role.
        (new / "pg_hba.conf").write_text("local all all peer map=app\n")
        accounts = sorted({self.account.pw_name, "root"})
        lines = "".join(f"app {name} all\n" for name in accounts)
        (new / "pg_ident.conf").write_text(lines)
        new.rename(self.data)

    def _settle(self) -> None:
        """Lay the data elsewhere, behind a link, where the account cannot enter."""
        link = self.folder / "data"
        if link.is_symlink() or programs.reaches(self.account, self.folder):
            return
        home = Path(tempfile.mkdtemp(prefix="thb-postgres-", dir="/var/lib"))
        home.chmod(0o755)
        link.symlink_to(home / "data")

    def _make_private(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)
        elif folder.stat().st_uid != os.geteuid():
            message = f"{folder} belongs to another user: remove it, or set THB_VAR."
            raise PermissionError(message)

    def _bring_up(self) -> None:
        self._make_private(self.socket_folder)
        give_up_at = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < give_up_at:
            if self._state() == ANSWERS:
                return
            # Just after a crash its processes may still end: then it starts next time.
            if self._state() == SILENT and self._start_server():
                return
            time.sleep(0.2)
        message = f"PostgreSQL does not start: see {self.data}/start.log and log/"
        raise RuntimeError(message)

    def _state(self) -> int:
        silent = ("-q", "-h", str(self.socket_folder), "-p", PORT)
        states = (ANSWERS, STARTING, SILENT)
        return self._run("pg_isready", *silent, expected=states)

    def _start_server(self) -> bool:
        if not self.is_alive():
            # Another program may own the old number; PostgreSQL would not start then.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
        options = f"-k {shlex.quote(str(self.socket_folder))} -p {PORT}"
        log = str(self.data / "start.log")
        start = ("start", "-s", "-w", "-t", "600", "-D", str(self.data), "-l", log)
        return self._run("pg_ctl", *start, "-o", options, expected=(0, 1)) == 0

    def is_alive(self) -> bool:
        """Return whether the process that the server noted is this server's."""
        try:
            number = (self.data / "postmaster.pid").read_text().split()[0]
            if not Path("/proc/self").exists():
                os.kill(int(number), 0)
                return True
            # A process that ended but was not yet waited for has no command.
            command = Path("/proc", number, "cmdline").read_bytes().split(b"\0")
        except (OSError, IndexError):
            return False
        return bytes(self.data) in command

    def _run(
        self,
        program: str,
        *arguments: str,
        expected: tuple[int, ...] = (0,),
        sql: str = "",
    ) -> int:
        folder = self._programs
        if not programs.reaches(self.account, folder / program):
            folder = programs.copied_programs(folder, self.data.parent)
        with tempfile.TemporaryFile() as output:  # the server would keep a pipe open
            done = subprocess.run(
                [str(folder / program), *arguments],
                check=False,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
                input=sql.encode(),
                stdout=output,
                stderr=output,
                **programs.run_as(self.account),
            )
            output.seek(0)
            if done.returncode not in expected:
                said = output.read().decode(errors="replace")
                message = f"{program} failed as {self.account.pw_name}: {said}"
                raise RuntimeError(message)
        return done.returncode
