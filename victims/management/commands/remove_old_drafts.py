"""Remove the drafts whose time is over; the register itself is never touched."""

from typing import Any, override

from django.core.management.base import BaseCommand

from victims.models import Draft


class Command(BaseCommand):
    """Remove drafts not saved for 28 days, never begun, or discarded a day ago."""

    help = __doc__ or ""

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them, and say how many there were."""
        removed, _by_model = Draft.objects.outdated().delete()
        self.stdout.write(f"{removed} drafts removed")
