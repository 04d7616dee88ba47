"""Place and time: the town's map, who is nearest by road, what can be reached, and where an address is.

build       an OpenStreetMap extract, or any other source, into one map file
map_file    an open map file: pieces for consoles, the network, the gazetteer
network     travel times along streets
recommend   who should go, with reasons
reach       what can be reached in time
places      streets, houses and crossings by what somebody typed
proposing   the server's own records: whom it would send to what asks
arrivals    the server's own records: who was nearest, when a unit will be there

dispatch    the one door to recommendation, reach and travel times
opened      the map of a running server, opened; schema: its tables
by_road, travel, streets, snap
            from a point to a street, along it, and how long that takes
plane, grid, town
            points in metres, cells over a town, and where there are streets
reasons, weights, teams
            why a unit stands where it stands, what weighs how much, whose area it is
names, likeness, spelling, said_place, house_numbers, place_row
            typed words against the names of the map
around_place, areas, postcodes, posts
            what stands around an address: a town behind it, its postcode; posts along roads
located     gives a melding its point before the decision
filled_in   what the server knows and the sender of a wish does not: place, team
documents   all of these as what a console fetches
"""
