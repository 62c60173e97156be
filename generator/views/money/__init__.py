"""Views of money: what is planned, adopted, and spent, in all and of each initiative."""
