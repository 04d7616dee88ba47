"""Sockets on one side, messages on the other: who comes in, and what one message brings about.

address       where a server listens: claimed before anything else begins
arrival       an arrival: what a console that dials gets first
conversation  what one message from a console brings about
door          the door: who may come in, judged on the handshake's headers alone
gateway       the gateway: sockets on one side, messages on the other
link          one websocket as the server holds it: sending, reading, and how it ends
link_reading  reading one link: frames in their order and at a measured pace
melder_page   a melder's browser at the other end of a websocket
tcp_address   a TCP port of this machine, claimed for one server
unix_address  a Unix socket, claimed for one server: its file is made here, and taken away at the end
"""
