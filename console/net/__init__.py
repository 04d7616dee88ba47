"""The way to the server: one link at a time, what is said at its opening, what came of it.

access          where to dial, as whom, with which secret: from a URL, the environment, a file or a prompt
await_server    waiting for the server without a screen: reached within a time, or the reason why not
document_fetch  a document of the server
document_queue  fetches documents over the running link, one after the other
link            the link: everything between this console and its server, one websocket after another
websocket       the websocket: opens one after another for a Dialler, and carries frames both ways
"""
