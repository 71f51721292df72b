"""Django's PostgreSQL backend that starts the embedded server at the first connection.

So commands that need no database, like `check`, start no server.
"""

from pathlib import Path
from typing import Any, Final, override

from django.db.backends.postgresql import base

from thb.postgres.embedded import PORT, EmbeddedPostgres

SERVERS: Final[dict[Path, EmbeddedPostgres]] = {}  # of this process, by folder


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the server whose data lies in OPTIONS["folder"]."""

    @override
    def get_connection_params(self) -> dict[str, Any]:
        """Return what psycopg needs, with the server running; again after a crash."""
        folder = Path(self.settings_dict["OPTIONS"]["folder"])
        if folder not in SERVERS:
            SERVERS.setdefault(folder, EmbeddedPostgres(folder))
        server = SERVERS[folder]
        server.start()
        self.settings_dict["HOST"] = str(server.socket_folder)
        self.settings_dict["PORT"] = PORT
        parameters: dict[str, Any] = super().get_connection_params()
        del parameters["folder"]
        return parameters
