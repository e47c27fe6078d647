"""DUO: what it announces about a case, and what the municipality's gateway lets us read of it."""
