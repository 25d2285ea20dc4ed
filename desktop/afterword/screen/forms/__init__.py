"""Dialogs a person fills in: few fields, Enter saves, Esc changes nothing."""
