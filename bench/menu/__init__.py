"""The five-screen menu of the benchmark, written with Wegwijs' own declarations and its own small texts."""
