"""The command lines: the screen on a URL, the demonstration, and everything that needs no screen.

access                   where to dial, as whom, with which secret: from a URL, the environment
await_server             waiting for the server without a screen: reached within a time
demo                     the demonstration's server: a child process that cannot outlive this one
do                       command lines without a screen: each is sent, and its answer awaited and printed
exits                    what the program ends with, for scripts to go by
fact_sentences           a row about a fact -> a sentence, for `watch` and `history` without --json
fact_sentences_dispatch  what rows about who goes need beyond their fields: a choice, a reason, a task
fact_sentences_line      what rows about lines, scale and emergencies need beyond their fields
fact_sentences_parts     what rows about a place or a melder need: the parts that were said
main                     the console's command line: the screen on a URL, the demonstration, and `do`
plain_json               changes, fixes and answers as JSON's own types: what scripts read
watch                    everything that happens, as lines on stdout
"""
