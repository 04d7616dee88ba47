"""The map of the world on the console: fetched once in a life, kept on disk, decoded for drawing.

cache      pieces on disk between runs
lane       what is fetched next, one piece at a time, behind everything else
wanted     the order in which pieces are wanted. Pure
sheet      a piece as arrays
atlas      all sheets so far; names: what is written on them

Only `sheet` and what imports it needs numpy; it is imported when there is a map and not before.
"""
