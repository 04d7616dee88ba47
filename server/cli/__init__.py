"""The server's command line.

main     where every word begins: run, account, map, rehearse, demo, and what the other files say
backup   backup, restore
journal  journal verify, journal repair
plainly  errors as a person reads them
"""
