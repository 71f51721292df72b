"""The statements that a page sends to the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

# What a page may have around it: its transaction, and a session that is lengthened.
FRAME = ("SAVEPOINT", 'UPDATE "django_session"')


def queries_of(client, address):
    """Return the statements of one page, without those around every page."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200
    statements = [query["sql"] for query in captured.captured_queries]
    return [sql for sql in statements if not any(words in sql for words in FRAME)]
