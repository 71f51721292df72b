"""Documents that people upload: taken in memory, rewritten, stored sealed."""
