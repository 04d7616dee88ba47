"""Life for a world that is not live: simulated people who use the public protocol as everybody does.

`caller` is one such person's link; the training town and its shift, and the rehearsal of real calls, stand on
it. Nothing here has a door of its own into the room.

The demonstration:
    demo, private_directory, site
                 a server with a map and a shift, in a directory that goes with it
    play         a link for every simulated person, and their deeds in order
    melders      what callers type on their page
    now          a moment on the shift's clock and on the world's

The shift, pure: what each wishes at a moment.
    shift        everybody in it
    setting      where it plays and who is in it
    crew, names  who is on duty, and what things are called
    stories, manners, told
                 what happens, and what people say about it
    intake, contact, contact_line, farewell, word
                 a call from coming in to letting go, and what is promised meanwhile
    desk, sending, choice
                 the second centralist: whom she sends, and why not the nearest
    officer, mind, talk, together, colleagues, need, prepared, trip
                 a unit: what it sees, does, says and needs, and where it is
    leader       the OpCo
    wants        the rhythm that all of them share

The town, drawn from a seed:
    town         the whole, as a value
    town_plan, town_grid, road
                 streets on a bent grid
    town_land, land
                 where it lies, and what lies between the streets
    town_map     the same as a source of map data
    ways, plane  the quickest way through it, in metres
"""
