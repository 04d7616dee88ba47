"""From a source of ways and houses to a map file. Reads OpenStreetMap extracts; the training town as well.

source      what any source tells, as plain values
osm         an OpenStreetMap extract as such a source
roads, addresses, interpolated, spots, outlines
            what its tags mean
box_words, clip, core
            the box that is wanted, what of a line lies in it, and where the town itself is
gathered    all that was told, in columns; abbreviated: which short name is which street
network     ways -> what can be travelled, in few nodes
strokes     ways and outlines -> what is drawn, by level; pieces: cut into small files with an index
simplify, measure
            fewer points for the same line; metres between points
streets     which ways and houses are one street
crossings, areas, gazetteer
            names to find
writer      all of these -> one file, whole or not at all
errors      what makes a map impossible to build
command     `openlijn-server map build`
"""
