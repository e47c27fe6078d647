"""Wegwijs alone, at scale: a turn, a process, a start, a broadcast, a hundred thousand people."""
