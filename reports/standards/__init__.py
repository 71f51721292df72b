"""What the standards of others ask for, made of our figures by mapping tables."""
