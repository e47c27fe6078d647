"""Schools: changes of lessons, who is reached, who has understood, and what leaves after its undo time."""
