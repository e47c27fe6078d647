"""Measures and torments Wegwijs: the benchmark, and the campaigns of crashes and faults. Nothing in `bot` needs it."""
