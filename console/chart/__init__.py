"""The map on the screen: units and incidents on the streets of the town, in braille.

canvas       cells of a map: signs and words over a layer of braille dots, and the rows that come of it
chart        where the map looks: at everything until somebody moves it
deeds        what the map's actions do: look elsewhere, follow, walk over what is in view
dots         segments on the earth to dots on a map: clipped, walked and patterned, all at once with numpy
labels       names beside their signs, so that none covers another or a sign
looks        how each kind of line looks: its tone, its pattern of dots
make_view    from what is known to what the map shows
margin       what stands in the lowest rows of a map: the scale, whose data it is
markers      what is on the map, most important first: incidents with a point, units with a position
naming       where the names of streets are written: on the street, main ones first, none over another
panel        the map on the screen
piece_work   gets the map in between: a few pieces from disk at a time, or one question to the server
reached      a picture of reach on the dots of a map: which are reached in time, and which would be lost
scale        a round length that fits: what the scale bar says, and the mesh of the grid
streets      the rasteriser: an atlas and a viewport to a picture of the town in braille
tracks       where units came from: their last few fixes, and the direction that follows from them
under        what lies under the signs of a map: cells of braille with their tones
view         what the map panel is told to show, and the rows it makes of that
viewport     which stretch of the earth is in view: a centre and how many metres a cell is high
window_told  when the server is told what the map shows, so that a thin link carries those positions first
"""
