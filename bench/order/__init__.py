"""Order and loss: store kills, the store away, shuffled updates, reminders, a month of running."""
