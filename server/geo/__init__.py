"""Place and time: the town's map, who is nearest by road, what can be reached, and where an address is.

build       an OpenStreetMap extract, or any other source, into one map file
map_file    an open map file: pieces for consoles, the network, the gazetteer
network     travel times along streets
recommend   who should go, with reasons
reach       what can be reached in time
places      streets, houses and crossings by what somebody typed
arrivals    the server's own records: who was nearest, when a unit will be there
"""
