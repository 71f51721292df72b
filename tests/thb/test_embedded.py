"""The embedded PostgreSQL server: started by the first process, stopped by the last."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from thb.postgres import programs
from thb.postgres.embedded import PORT, ROLE, EmbeddedPostgres

USER_OF_THE_SERVER = """
import sys
from pathlib import Path
from thb.postgres.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]))
server.start()
print((server.data / "postmaster.pid").read_text().split()[0], flush=True)
sys.stdin.read()
"""

KILLER_OF_THE_SERVER = """
import django, os, time
django.setup()
from django.db import connection
from thb.postgres.base import SERVERS
def ask():
    with connection.cursor() as cursor:
        print(cursor.execute("SELECT 1").fetchone())
    connection.close()
ask()
[server] = SERVERS.values()
os.kill(int((server.data / "postmaster.pid").read_text().split()[0]), 9)
time.sleep(0.2)
ask()
"""


@pytest.fixture(scope="module")
def folder():
    """Return a folder in which one server is made; each test leaves it stopped."""
    parent = Path(tempfile.mkdtemp(prefix="embedded "))
    parent.chmod(0o755)  # the account that runs the server enters it
    yield parent / "postgres"
    shutil.rmtree(parent)


@contextmanager
def running(folder):
    server = EmbeddedPostgres(folder)
    server.start()
    try:
        yield server
    finally:
        server.release()


@contextmanager
def another_process(folder):
    command = [sys.executable, "-c", USER_OF_THE_SERVER, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        process.server = int(process.stdout.readline())
        yield process


def query(server, sql):
    where = {"host": str(server.socket_folder), "port": PORT}
    with psycopg.connect(
        **where, user=ROLE, dbname=ROLE, autocommit=True
    ) as connection:
        done = connection.execute(sql)
        return done.fetchall() if done.description else None


def number(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


def is_stopped(folder):
    return not (folder / "data" / "postmaster.pid").exists()


def test_a_first_start_makes_a_server_that_knows_letters_beyond_ascii(folder):
    with running(folder) as server:
        assert query(server, "select lower('ƏŞ'), lower('ИВА')") == [("əş", "ива")]


def test_a_second_process_finds_the_running_server(folder):
    with running(folder) as server, another_process(folder) as other:
        assert other.server == number(server)
        other.stdin.close()


def test_the_server_runs_on_when_one_of_two_processes_ends(folder):
    with running(folder) as server:
        with another_process(folder) as other:
            other.stdin.close()

        assert query(server, "select 1") == [(1,)]


def test_the_last_process_stops_the_server(folder):
    with another_process(folder) as other:
        other.stdin.close()

    assert is_stopped(folder)


def test_a_forked_child_that_ends_leaves_the_server_running(folder):
    with running(folder) as server:
        child = os.fork()
        if not child:
            server.release()
            os._exit(0)
        os.waitpid(child, 0)

        assert query(server, "select 1") == [(1,)]


def test_a_killed_process_leaves_the_server_to_the_next_which_stops_it(folder):
    with another_process(folder) as killed:
        killed.kill()
    with running(folder) as server:
        assert number(server) == killed.server

    assert is_stopped(folder)


def test_a_killed_server_is_started_again_with_what_was_committed(folder):
    with running(folder) as server:
        query(server, "create table if not exists kept as select 7 as number")
        os.kill(number(server), 9)
        while server.is_alive():
            time.sleep(0.01)
        server.start()

        assert query(server, "select number from kept") == [(7,)]


def test_after_a_kill_of_the_server_django_gets_the_next_answer(folder):
    environment = os.environ | {"THB_VAR": str(folder.parent), "DEMO": "1"}
    done = subprocess.run(
        [sys.executable, "-c", KILLER_OF_THE_SERVER],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
    )

    # On a busy machine the pool warns that it tries again; nothing else is said.
    said = [line for line in done.stderr.splitlines() if line[:1].isdigit()]
    assert (done.stdout, done.returncode) == ("(1,)\n(1,)\n", 0)
    assert [line for line in said if " WARNING psycopg.pool " not in line] == []
    assert "Traceback" not in done.stderr


def test_a_process_number_that_another_program_took_over_is_no_server(folder):
    (folder / "data" / "postmaster.pid").write_text(f"{os.getpid()}\n")

    with running(folder) as server:
        assert query(server, "select 1") == [(1,)]


def test_four_first_starts_at_once_make_one_server(tmp_path):
    tmp_path.chmod(0o755)
    command = [sys.executable, "-c", USER_OF_THE_SERVER, str(tmp_path / "postgres")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    first = [subprocess.Popen(command, **pipes) for _ in range(4)]
    servers = {process.stdout.readline() for process in first}
    for process in first:
        process.communicate("")

    assert len(servers) == 1
    remove_what_lies_elsewhere(tmp_path / "postgres")


def test_a_folder_with_a_long_name_has_its_socket_elsewhere(folder):
    server = EmbeddedPostgres(folder / ("ə" * 50))

    assert len(bytes(server.socket_folder)) < 30


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands over to another account")
def test_below_a_folder_that_the_account_cannot_enter_the_data_lies_elsewhere(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)

    with running(closed / "postgres") as server:
        assert query(server, "select 1") == [(1,)]
        assert not programs.reaches(server.account, closed)

    remove_what_lies_elsewhere(closed / "postgres")


def remove_what_lies_elsewhere(folder):
    link = folder / "data"
    if link.is_symlink():
        shutil.rmtree(link.resolve().parent)


def test_copied_programs_run_where_they_were_copied_to(tmp_path):
    folder = programs.copied_programs(programs.program_folder(), tmp_path)

    command = [folder / "postgres", "--version"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert folder.is_relative_to(tmp_path)
    assert said.startswith("postgres (PostgreSQL) 18.")


def test_the_server_listens_to_no_network(folder):
    with running(folder) as server:
        assert query(server, "show listen_addresses") == [("",)]


def test_the_logs_of_the_server_keep_no_statement(folder):
    secret = f"secret{time.time_ns()}"

    with running(folder) as server, pytest.raises(psycopg.Error):
        query(server, f"select '{secret}'::int")

    logs = [log.read_text() for log in (server.data / "log").glob("*")]
    assert [secret in log for log in logs] == [False] * len(logs) != []
