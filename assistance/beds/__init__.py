"""The bed board of a shelter: what is seen there, and what is done."""
