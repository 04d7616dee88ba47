"""A unit's own screen: its melding (`melding`), what is near (`around`), its `keys`, its `pair`."""
