"""Many writes against a case system that does the work and loses the answer: each must have one effect."""
