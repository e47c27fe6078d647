"""Campaigns about the municipality's case system: notifications, and reading everything."""
