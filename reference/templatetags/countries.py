"""Names of countries in templates."""

from django import template

from reference.countries import country_name

register = template.Library()

register.filter("country", country_name)
