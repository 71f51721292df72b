"""Settings, addresses, start-up and the embedded database: wires the apps."""
