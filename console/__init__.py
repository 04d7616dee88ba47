"""The console: shows and asks.

Theory of operation. The *link* drives a ClientSession over websockets and hands every event to the *store*;
the store is the only thing that changes what this console knows, and tells its listeners. Screens read the
store and give widgets frozen values; widgets draw them. Upward, a key, a palette entry or a typed line
becomes an *action*; an action makes a command; the link sends it and the store shows it as waiting until its answer.
Nothing is shown as done before the server says so.

Where to look: `store`, `link` (the only file that imports websockets), `actions` (one definition per action),
`grammar` (typed lines), `texts` (every sentence, Dutch and English), `screens`, `widgets`, `output` (bytes to
the terminal), `do` and `watch` (the console without a screen).
"""
