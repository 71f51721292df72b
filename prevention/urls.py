"""Addresses of what is done for the public and of what agencies return."""

app_name = "prevention"
urlpatterns = []
