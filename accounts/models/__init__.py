"""Users, the journal of access, their lists, and posts already carried out."""

from accounts.models.journal import JournalEntry
from accounts.models.kept import LeftOpen
from accounts.models.lists import ListLayout, SavedView
from accounts.models.submission import Submission
from accounts.models.user import User, UserShelter

__all__ = [
    "JournalEntry",
    "LeftOpen",
    "ListLayout",
    "SavedView",
    "Submission",
    "User",
    "UserShelter",
]
