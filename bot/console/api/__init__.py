"""The HTTP API of the console: the same acts as the pages, for other systems, with keys."""
