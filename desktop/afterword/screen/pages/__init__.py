"""What stands in the places of the window."""
