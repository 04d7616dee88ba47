"""From a source of ways and houses to a map file. Reads OpenStreetMap extracts; the training town as well.

source      what any source tells, as plain values
"""
