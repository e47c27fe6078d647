"""Measures and torments Wegwijs: benchmark, crashes, faults. Nothing in `bot` needs it."""
