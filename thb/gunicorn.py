"""How gunicorn serves the application: two processes do best on two cores."""

import os

workers = int(os.environ.get("WORKERS", "2"))
worker_class = "sync"
timeout = 600  # an import in the browser takes minutes
graceful_timeout = 30
max_requests = 5_000
max_requests_jitter = 500
loglevel = "warning"
accesslog = None  # an address in it could tell who was looked up
