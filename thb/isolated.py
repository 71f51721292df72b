"""A program of ours that opens a stranger's file, alone in a process of its own.

The program limits its own memory and time, reads the file from standard input and
answers with a word, a line end and what it made. It gets no environment, no place of
its own on the disk and no module but the installed ones.
"""

import subprocess
import sys
from pathlib import Path


class TooHardError(Exception):
    """The program ran out of memory or time, or fell over the file."""


def answer_of(program: Path, content: bytes, seconds: int) -> tuple[str, bytes]:
    """Return the word and what follows it; `TooHardError` where there is no answer."""
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-I", str(program)],
            input=content,
            capture_output=True,
            timeout=seconds,
            env={},
            cwd="/",
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise TooHardError from error
    word, _line, made = done.stdout.partition(b"\n")
    return word.decode("ascii", "replace"), made
