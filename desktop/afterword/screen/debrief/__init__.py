"""The debrief editor: two minutes, the day of the answer, what worked, and the five parts of the full one."""
