"""Numbered steps from one schema to the next; each is one transaction, and none imports live records."""
