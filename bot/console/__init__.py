"""The console of caseworkers, planners and administrators: pages and HTTP API."""
