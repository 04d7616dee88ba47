"""A colleague in need: the same over the whole screen of the room and of every unit (`view`)."""
