"""What the police keep an eye on: changed cases, open notices, missing verdicts."""
