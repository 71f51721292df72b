"""What the database refused, in the words of the constraint that refused it."""

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError


@cache
def words() -> dict[str, object]:
    """Return the message of each constraint, of a table or a trigger, by its name."""
    return dict(every_message())


def every_message() -> Iterator[tuple[str, object]]:
    """Yield the named messages of all models, of their `Meta` and of their triggers."""
    for model in apps.get_models():
        yield from getattr(model, "TRIGGER_MESSAGES", {}).items()
        for constraint in model._meta.constraints:
            if constraint.violation_error_message:
                yield constraint.name, constraint.violation_error_message


def explained(error: IntegrityError) -> ValidationError | None:
    """Return what to tell a person about a refusal; None for one without words."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    message = words().get(name or "")
    return ValidationError(str(message), name) if message else None
