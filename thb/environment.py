"""Typed readers of environment variables, for the settings."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SWITCH = {"": False, "0": False, "1": True}


def text(name: str, default: str = "") -> str:
    """Return the variable without blanks around it; empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str) -> bool:
    """Return whether the variable is 1; 0, empty or not set is no."""
    value = text(name)
    if value not in SWITCH:
        message = f"{name} is {value!r}: set it to 1 or 0."
        raise ImproperlyConfigured(message)
    return SWITCH[value]


def number(name: str, default: int) -> int:
    """Return the variable as a whole number, zero or more."""
    value = text(name, str(default))
    if not value.isdecimal():
        message = f"{name} is {value!r}: set it to a whole number."
        raise ImproperlyConfigured(message)
    return int(value)


def names(name: str) -> list[str]:
    """Return the words of the variable, which commas separate."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Return the variable as an absolute path."""
    return Path(text(name, str(default))).expanduser().absolute()
