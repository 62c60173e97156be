### Money of initiatives: planned, adopted, spent, and compared.

# What money is called of which no source says what it is for, or who pays.
money-unnamed = Money
