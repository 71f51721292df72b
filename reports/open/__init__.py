"""The public pages: published years with small numbers hidden, without signing in."""
