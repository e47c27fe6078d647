"""Words: the Fluent catalogues, values put into words, and screens rendered into views."""
