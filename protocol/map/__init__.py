"""The map as it travels: an index of pieces, the pieces, and a picture of what can be reached. Pure.

Every piece is content: its address is the hash of its bytes, so that what was fetched once is never fetched
again, in this session or a later one. The welcome carries the address of the index; addresses are made in
`protocol.model.map_address`.

earth     what lies on it, in quanta
index     which pieces there are, where and how detailed
piece     streets, water and areas of one stretch, as strokes
reach     a grid of cells that can be reached in time
"""
