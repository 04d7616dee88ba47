"""The console: shows and asks.

Theory of operation. The *link* drives a Dialler, over one *websocket* after another, and hands every event
to the *store*; the store is the only thing that changes what this console knows, and tells its listeners.
Screens read the store and give widgets frozen values; widgets draw them. Upward, a key, a palette entry or a
typed line becomes an *action*; an action makes a command; the link sends it and the store shows it as waiting
until its answer. Nothing is shown as done before the server says so.

Where to look:

store        what this console knows; the only thing that changes it
harmless     what others wrote, made safe to show
net          the link to the server, over one websocket after another: the only room that imports websockets
memory       what is kept on disk between runs: unanswered wishes first of all
actions      what a person can do, one definition each; grammar reads typed lines
grammar      a typed line and what it means
texts        every sentence, Dutch and English
part         what a part of the desk is given (a context) and what it gives back (effects)
desk         the parts together: where one stands, and who gets a key first
row          the row under the hand: who reads it, digits that light up, the deeds behind Space
board, alarm, back, line, melder_link, melding, intake, dispatch, chart, units, unit, emergency, figures,
command
             the parts, a room each: state, keys, views and drawing
field, paint, styles
             how a typed line, a row and a tone look
map          pieces of the map, as data
documents    what is fetched by name, as sentences
plan         which rectangle each part gets
shell        the Textual screen: rectangles, panels, help
output       cells to the terminal, as few bytes as will do
cli          the command lines: the screen, and all that needs none (`do`, `watch`, `history`)
"""
