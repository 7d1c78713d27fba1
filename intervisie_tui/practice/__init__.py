"""Practice: scenarios, and the players who act them in a real meeting."""
