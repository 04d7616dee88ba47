"""One world put together, started and stopped in order, and what it counts of itself.

health     what GET /health says: the newest change, and which parts failed lately
metrics  what the server counts about itself, as Prometheus reads it at GET /metrics
running  a running server: everything of one world, put together, started and stopped in order
"""
