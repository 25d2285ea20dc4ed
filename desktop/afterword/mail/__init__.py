"""Bytes of a message → Letter → verdict with its evidence. Pure: no database, no Qt."""
