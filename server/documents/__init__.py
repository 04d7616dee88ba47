"""Documents that a console asks for by name, cut into the small pieces of the bulk lane.

documents  documents that a console can ask for by name, sent over the bulk lane in small pieces
history    the history of one incident as a document: everything the journal has about it, oldest first
pieces     a document cut into the small pieces that the bulk lane carries
shelf      a shelf of documents: whoever can make some of the documents that a console asks for by name
"""
