"""What the past says: pure functions of episodes, a day and a window. Counts travel with every number."""
