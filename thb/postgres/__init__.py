"""PostgreSQL without an installation, and the Django backend that starts it."""
