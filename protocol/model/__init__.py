"""The nouns of the control room, one per file.

Every value is frozen and valid from birth; a changed copy is made with `attrs.evolve`. No class here knows
how it looks on the wire or on a screen. Units, incidents and the board come from `protocol.fold`; everything
else is made by whoever types, drives or decides.
"""
