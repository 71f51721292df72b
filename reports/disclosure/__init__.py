"""What may leave the house: small numbers hidden so that nobody works them out."""
