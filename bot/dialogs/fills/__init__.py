"""What fills the variables of the screens (pure functions from a scene to values, one noun per file)."""
