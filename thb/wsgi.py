"""What the web server runs; a production start refuses demo accounts."""

import os

from django.core.wsgi import get_wsgi_application

from thb import production

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thb.settings")

application = get_wsgi_application()
production.refuse_demo_accounts()
