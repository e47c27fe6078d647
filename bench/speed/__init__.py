"""Wegwijs beside its neighbours: the same work, the same minutes, the same machine."""
