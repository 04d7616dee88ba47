"""Who sends: the second centralist and the OpCo of the shift.

desk     the second centralist: what she wishes at a moment
sending  whom she sends
choice   why not the nearest
leader   the OpCo
"""
