"""The language that server and console speak, and the rules both read.

Theory of operation. A person's wish travels up as a *command* (imperative, may be refused). The server
decides it with pure functions and writes what happened as a *change*: one or more *facts* (past tense,
final) under one number. Both sides apply the same `fold(board, change)`, so a console that has received
every change up to number n holds the same board as the server did at n. Positions are not facts: they are
*ticks*, of which only the last counts.

Nothing in this package does I/O, reads a clock or knows either side; import-linter checks it.

Where to look: `model` (the nouns), `commands` and `facts`, which are both a `word`, `about` (whom a word
concerns), `change` (facts under one number), `transitions` (legal moves as a table), `taking_back` (what
undoes each deed, as a table), `rules` (named
guards), `permissions`, `fold`, `wire` (bytes and back), `session` (one end of a link, sans-IO), `map`
(pieces of a town), `address` (where a server is, and as whom), `plain` (a value as JSON), `by_identity`
(what was made of a value, kept), `errors` (reasons of a refusal, and what a message can have wrong),
`one_error` (out of a group of tasks, as itself), `release` (which release this is), `reader_language`
(which language a person reads).

Dutch words that stay, because English has none:
    melding     a call for help, before and after it became an incident
    melder      the caller
    centralist  the dispatcher in the control room (meldkamer)
    OpCo        operational coordinator: leads the shift on the street
    invoegen, toevoegen, uitvoegen
                the three phases of a police reaction: merge into what citizens already do, add to it,
                merge out and let go
    opschalen   scale up
    terugmelding  the feedback to the melder that closes the chain
    toezegging  a promise: what, when, from whom, to whom
    waterlijn   the minimum strength that a team keeps free
"""
