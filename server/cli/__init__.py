"""The server's command line.

main  the server's command line: run, account, map, rehearse, demo, verify
"""
