# What the command map build says.

map-reading = reading { $path }: { $ways } streets
map-network = laying out the network
map-pieces = drawing in pieces
map-places = listing streets, crossings and houses
map-box-wrong = { $told } is no box; give four numbers in degrees, west,south,east,north, such as 4.34,51.985,4.40,52.02
map-over-extract = { $path } is the extract itself; write the map to another file, such as town.map
map-extra-missing = building a map needs { $package }, which is not installed; do first: pip install 'openlijn[map]'
map-built = { $path }: { $name }, { $edges } stretches of road, { $places } places, { $houses } house numbers, { $megabytes } MB
map-pieces-built = { $pieces } pieces: { $first } bytes for the first picture of the whole town, { $all } bytes for all of it
map-nodes-lacking = { $nodes } points of streets are not in the extract; streets at its edge may break off
map-stray = the streets lie in { $whole }, most of them in { $town }; for a smaller map of the town alone: --bbox { $town }
