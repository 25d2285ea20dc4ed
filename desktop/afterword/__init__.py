"""Afterword: where job interviews that did not work out become useful."""

__version__ = "0.1.0"
