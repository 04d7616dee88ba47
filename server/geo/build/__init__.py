"""From a source of ways and houses to a map file. Reads OpenStreetMap extracts; the training town as well.

source      what any source tells, as plain values
osm         an OpenStreetMap extract as such a source; roads, addresses, spots, outlines: what its tags mean
gathered    all that was told, in columns
network     ways -> what can be travelled, in few nodes
strokes     ways and outlines -> what is drawn, by level; pieces: cut into small files with an index
streets     which ways and houses are one street; crossings, areas, gazetteer: names to find
writer      all of these -> one file, whole or not at all
command     `openlijn-server map build`
"""
