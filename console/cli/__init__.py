"""The command lines: the screen on a URL, the demonstration, and everything that needs no screen.

demo                     the demonstration's server: a child process that cannot outlive this one
do                       command lines without a screen: each is sent, and its answer awaited and printed
exits                    what the program ends with, for scripts to go by
main                     the console's command line: the screen on a URL, the demonstration, and `do`
plain_json               changes, fixes and answers as JSON's own types: what scripts read
terminal                 whether there is a terminal that can show the screen
watch                    everything that happens, as lines on stdout
"""
