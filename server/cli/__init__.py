"""The server's command line.

main      where every word begins: run, account, map, rehearse, demo, and what the other files say
backup    backup, restore
journal   journal verify, journal repair
os_error  what the operating system refuses, in words: which file, why, and what to do
plainly   errors as a person reads them
"""
