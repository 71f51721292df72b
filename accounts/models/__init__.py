"""Users, the journal of access, and posts that were already carried out."""

from accounts.models.journal import JournalEntry
from accounts.models.kept import LeftOpen
from accounts.models.submission import Submission
from accounts.models.user import User, UserShelter

__all__ = ["JournalEntry", "LeftOpen", "Submission", "User", "UserShelter"]
