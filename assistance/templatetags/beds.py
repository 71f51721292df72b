"""What is to be known of a room, in templates of the bed board."""

from django import template

from assistance.beds import tiles

register = template.Library()
register.filter("marks", tiles.marks)
