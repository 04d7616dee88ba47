"""The way to the server: one link at a time, what is said at its opening, what came of it.

document_fetch  a document of the server
document_queue  fetches documents over the running link, one after the other
handshake       what a console says in the handshake, and what a refusal of it means
link            the link: one websocket after another, driving one ClientSession and feeding one Store
redial          how long to wait before dialling again: doubling from a quarter second, with jitter
trouble         what is wrong outside of the commands: with the link, the address, the secret
"""
