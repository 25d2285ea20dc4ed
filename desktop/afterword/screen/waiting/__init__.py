"""The place where answers are waited for."""
