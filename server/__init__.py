"""The server: decides, remembers, tells.

Theory of operation. The *gateway* turns handshakes and frames into messages. A command goes to the *room*,
the single writer: pure functions in `decide` turn board + command into facts or a refusal; the *journal*
makes the change durable; only then is it folded into the board, told to everyone by the *hub*, and answered.
The hub sends: each link has a *pace*, so that a change never waits behind a bulk piece and nobody waits for
a slow console. What a console missed comes from the hub's recent changes or from the journal.

Where to look: `room`, `decide` (one file per noun), `journal`, `hub` (with `sender`, `lanes`, `word_frames`,
`line_frames`, `fix_ticks`, `peer`, `pacing`, `run`), `gateway` (the only file that imports websockets on this
side), `accounts`, `main` (the command line), `exercise`, `rehearse`.
"""
