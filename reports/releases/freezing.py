"""How a year is prepared by one person, frozen by a second one, and published."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from reports.catalogue import FIGURES
from reports.checks import Check
from reports.models import (
    Preparation,
    Publication,
    Release,
    Withdrawal,
)
from reports.models.guards import LOCK_OF_A_YEAR
from reports.releases.canonical import canonical, digest
from reports.releases.counted import Counted, count
from reports.releases.definitions import version_of
from thb.refusals import explained

RECORDS = """
    INSERT INTO reports_releasedrecord
        (release_id, figure, kind, object_id, code, cells, amount)
    SELECT %s, figure, kind, object_id, left(code, 200), cells, amount
    FROM ({members}) AS counted ORDER BY figure, kind, code
"""


class NotReady(Exception):  # noqa: N818 - not a fault: something is left to do
    """The year cannot be frozen yet: checks block it, or nobody explained a warning."""

    def __init__(self, blocking: list[Check], unexplained: list[Check]) -> None:
        super().__init__()
        self.blocking = blocking
        self.unexplained = unexplained


@transaction.atomic
def prepare(year: int, by: User, reason: str = "") -> Preparation:
    """Put the year up for a second person; `NotReady` where something is left to do."""
    _require(by, "reports.prepare_release")
    if year >= localdate().year:
        raise ValidationError(_("This year is not over yet."))
    _wait_for(year)
    counted = ready(year)
    counts = counted.summary()
    return _kept(
        Preparation(
            year=year,
            reason=reason.strip(),
            prepared_by=by,
            prepared_at=counted.at,
            counts=counts,
            counts_sha256=digest(counts),
        )
    )


@transaction.atomic
def withdraw(preparation: Preparation, by: User, reason: str = "") -> Withdrawal:
    """Take the preparation back; what was explained stays."""
    _require(by, "reports.prepare_release")
    return _kept(
        Withdrawal(preparation=preparation, withdrawn_by=by, reason=reason.strip())
    )


@transaction.atomic
def freeze(preparation: Preparation, by: User) -> Release:
    """Freeze the year as it counts at this moment; all of it or nothing."""
    _require(by, "reports.approve_release")
    _wait_for(preparation.year)
    counted = ready(preparation.year)
    last = Release.objects.latest(preparation.year)
    number = last.number + 1 if last else 1
    previous = last.sha256 if last else ""
    content = counted.content | {
        "number": number,
        "previous_sha256": previous,
        "reason": preparation.reason,
        "prepared_by": preparation.prepared_by.get_username(),
        "prepared_at": preparation.prepared_at,
        "prepared_sha256": preparation.counts_sha256,
        "approved_by": by.get_username(),
        "frozen_at": counted.at,
        "program": program(),
        "explanations": _words(counted),
    }
    payload = canonical(content)
    release = _kept(
        Release(
            year=preparation.year,
            number=number,
            preparation=preparation,
            reason=preparation.reason,
            prepared_by=preparation.prepared_by,
            approved_by=by,
            frozen_at=counted.at,
            program=program(),
            payload=payload,
            sha256=digest(payload),
            previous_sha256=previous,
        )
    )
    _keep_records(release, counted)
    return release


@transaction.atomic
def publish(release: Release, by: User, texts_sha256: str = "") -> Publication:
    """Make a frozen year public; not by the one who prepared it.

    The hash over its texts is given where they are kept in the same transaction.
    """
    _require(by, "reports.publish_release")
    return _kept(
        Publication(release=release, published_by=by, texts_sha256=texts_sha256)
    )


def ready(year: int) -> Counted:
    """Return the year counted under the lock; `NotReady` for what is left to do."""
    counted = count(year, locked=True)
    if counted.blocking or counted.unexplained:
        raise NotReady(counted.blocking, counted.unexplained)
    return counted


@cache
def program() -> str:
    """Return the version of the program, and a digest of all its definitions."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())
    versions = canonical({code: version_of(f) for code, f in FIGURES.items()})
    return f"{project['project']['version']}+{digest(versions)[:12]}"


def _require(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise PermissionDenied(f"{user.get_username()}: {permission}")


def _wait_for(year: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK_OF_A_YEAR, year])


def _words(counted: Counted) -> dict[str, Any]:
    return {
        code: {
            "text": word.text,
            "by": word.written_by.get_username(),
            "at": word.written_at,
        }
        for code, word in counted.explained.items()
    }


def _keep_records(release: Release, counted: Counted) -> None:
    sql, parameters = counted.query
    with in_words(), connection.cursor() as cursor:
        cursor.execute(RECORDS.format(members=sql), [release.pk, *parameters])


def _kept[M: (Preparation, Withdrawal, Release, Publication)](record: M) -> M:
    """Save a row that is never changed; what the database refuses is told in words."""
    with in_words():
        record.save(force_insert=True)
    return record


@contextmanager
def in_words() -> Iterator[None]:
    """Tell in words what the database refuses; nothing of it stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if (refusal := explained(error)) is None:
            raise
        raise refusal from error
