"""The way to the server: one link at a time, what is said at its opening, what came of it.

document_fetch  a document of the server
document_queue  fetches documents over the running link, one after the other
link            wishes go in here and up, what comes down feeds the Store
trouble         what is wrong outside of the commands: with the link, the address, the secret
websocket       one websocket after another, driven by a Dialler: the only file that imports websockets
"""
