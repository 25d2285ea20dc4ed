"""The place where one reads what the noes taught and the yeses confirmed."""
