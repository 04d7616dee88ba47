"""Colleagues in need.

emergencies  colleagues in need at this desk: what must be answered by name, the list, the own button
nearest      who is nearest to a colleague in need, as the crow flies
view         what the emergency of a colleague looks like: a banner over the board's head
"""
