"""The training town, drawn from a seed: the same seed is the same town.

town         the whole, as a value
town_plan    the town from its parts
town_grid    streets on a bent grid
town_land    where it lies, and what lies between the streets
town_map     the same as a source of map data
road         a stretch of street
land         a stretch of land
names        what things are called
plane        metres, and how far from here to there
ways         the quickest way through it
"""
