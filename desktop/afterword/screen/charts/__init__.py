"""Charts: painted from findings, each with its words for whoever does not see it."""
