"""Colleagues in need.

emergencies  colleagues in need at this desk: what must be answered by name
view         what the emergency of a colleague looks like: over the whole screen
"""
