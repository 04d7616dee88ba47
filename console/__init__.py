"""The console: shows and asks.

Theory of operation. The *link* drives a ClientSession over websockets and hands every event to the *store*;
the store is the only thing that changes what this console knows, and tells its listeners. Screens read the
store and give widgets frozen values; widgets draw them. Upward, a key, a palette entry or a typed line
becomes an *action*; an action makes a command; the link sends it and the store shows it as waiting until its
answer. Nothing is shown as done before the server says so.

Where to look: `main` (the command line), `access` (where to dial, and the secret), `link` (the only file that
imports websockets), `store`, `outbox_file` (unanswered wishes on disk), `actions` (one definition each),
`grammar` (typed lines), `texts` (every sentence, Dutch and English), `harmless` (what others wrote, safe to
show), `documents` (what is fetched by name, as sentences), `screens`, `widgets`, `output` (bytes to the
terminal); `do`, `watch` and `past_of` (without a screen), `demo` (a private server that goes when the console
goes).
"""
