"""One fault stays where it happens: what stands beside the single writer may fail, and never ends the server.

faults     faults of what may fail: contained where they happen, logged once a kind, counted
health     what GET /health says: the newest change, and which parts failed lately
side_work  side work: what runs beside the room, and begins anew after a fault
"""
