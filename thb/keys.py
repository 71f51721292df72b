"""The keys of the encrypted fields and of their search tokens, from a file.

The file lies outside the database, readable by its owner alone. It is JSON: numbered
keys of 32 bytes in base64, of which the highest number writes and all read:
`{"encryption": {"1": "…"}, "token": {"1": "…"}}`.
"""

import base64
import fcntl
import json
import os
import secrets
import stat
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES: Final = 32
HIGHEST_NUMBER: Final = 255  # a ciphertext keeps the number in one byte
KINDS: Final = ("encryption", "token")


def encryption_keys() -> Mapping[int, bytes]:
    """Return the numbered keys of 32 bytes; the highest number encrypts."""
    return _keys(settings.KEY_FILE)["encryption"]


def token_key() -> bytes:
    """Return the key of 32 bytes that makes search tokens."""
    tokens = _keys(settings.KEY_FILE)["token"]
    return tokens[max(tokens)]


def create_file(path: Path, *, demo: bool) -> None:
    """Write a file of fresh random keys, mode 0600; one that exists is left alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if path.exists():
            return
        content = {kind: {"1": _fresh_key()} for kind in KINDS}
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(content | {"demo": demo}, file, indent=1)
        new.rename(path)


def refuse_unsafe_file(path: Path) -> None:
    """Raise ImproperlyConfigured where the file does not do for production."""
    if not path.exists():
        raise ImproperlyConfigured(
            f"The key file {path} is missing: make one with "
            "`python -m thb.keys PATH`, and set KEY_FILE to its path."
        )
    if _content(path).get("demo") is not False:
        raise ImproperlyConfigured(
            f"The key file {path} was made for a demo: production needs one of its own."
        )
    _numbered(path)


@cache
def _keys(path: Path) -> Mapping[str, Mapping[int, bytes]]:
    if not settings.PRODUCTION:
        create_file(path, demo=True)
    return _numbered(path)


def _content(path: Path) -> dict[str, Any]:
    with path.open() as file:
        mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
        if mode & 0o077:
            message = f"The key file {path} is open to others: chmod 600 it."
            raise ImproperlyConfigured(message)
        return dict(json.load(file))


def _numbered(path: Path) -> Mapping[str, Mapping[int, bytes]]:
    content = _content(path)
    try:
        return {kind: _parsed(content[kind]) for kind in KINDS}
    except (KeyError, ValueError, AttributeError) as error:
        message = (
            f"The key file {path} needs, under each of {' and '.join(KINDS)}, keys of "
            f"{KEY_BYTES} bytes in base64, numbered from 1 to {HIGHEST_NUMBER}."
        )
        raise ImproperlyConfigured(message) from error


def _parsed(numbered: Mapping[str, str]) -> Mapping[int, bytes]:
    keys = {int(n): base64.b64decode(key, validate=True) for n, key in numbered.items()}
    if not keys or not all(1 <= number <= HIGHEST_NUMBER for number in keys):
        raise ValueError(set(keys))
    if any(len(key) != KEY_BYTES for key in keys.values()):
        raise ValueError(KEY_BYTES)
    return MappingProxyType(keys)


def _fresh_key() -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


if __name__ == "__main__":
    create_file(Path(sys.argv[1]), demo=False)
