"""The crash campaign: Wegwijs is killed thousands of times, and a sequential oracle says what that cost."""
