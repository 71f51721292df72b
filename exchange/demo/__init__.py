"""What only a demo has: people and work of these days, beside the register of 2019."""
