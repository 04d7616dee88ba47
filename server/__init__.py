"""The server: decides, remembers, tells.

Theory of operation. The *gateway* turns handshakes and frames into messages. A command goes to the *room*,
the single writer: pure functions in `decide` turn board + command into facts or a refusal; the *journal*
makes the change durable; only then is it folded into the board, told to everyone by the *hub*, and answered.
The hub sends: each link has a *pace*, so that a change never waits behind a bulk piece and nobody waits for
a slow console. What a console missed comes from the hub's recent changes or from the journal.

Where to look:

room            the single writer, and who wishes in the server's own name
decide          board + command -> facts or a refusal, one file per noun
journal         what is durable
backup          a copy of it, made while the server runs, and put back
archive         what is over, to be found again
hub             who gets what, when, and how much at a time
sight           who may see what
gateway         sockets and messages, the only room that imports websockets; the door
documents       what can be asked for by name
melder          the citizen's page
geo             streets, places, travel times, who could go
classification  the site's classes and question cards
accounts        who may come in
bucket          how long a sender that sends without end must wait
metrics         what the server counts about itself
toml_table      a table of settings that knows where it stands
settings        what differs per police service
exercise        simulated shifts; `rehearse` plays real calls
rehearse        real calls through the whole handling
faults          one fault stays where it happens
ops             one world put together, started and stopped
cli             the command line
texts           the server's sentences, Dutch and English
"""
