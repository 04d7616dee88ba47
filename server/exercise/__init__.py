"""Life for a world that is not live: simulated people who use the public protocol as everybody does.

`caller` is one such person's link; the training town and its shift, and the rehearsal of real calls, stand on
it. Nothing here has a door of its own into the room.

The demonstration:
    demo, private_directory, site
                 a server with a map and a shift, in a directory that goes with it
    play         a link for every simulated person, and their deeds in order
    melders      what callers type on their page

The shift, pure: what each wishes at a moment.
    shift        everybody in it
    setting      where it plays, who is in it, what happens there, and the rhythm that all share
    call         a melding from coming in to letting go, and what is promised meanwhile
    dispatch     the second centralist, whom she sends, and the OpCo
    unit         a unit: what it sees, does, says and needs, and where it is

The town, drawn from a seed:
    town         its streets, its land, the ways through it, and its map
"""
