"""What rings at this desk, and the row that says so.

alarms     priority 1 meldings, melders who write to nobody, and colleagues asked for: unseen at this desk
bar        the row across the top: a priority 1 melding, a melder who writes to nobody
make_view  from what rings to the row across the top
rings      which alarms of time have rung at this desk: each once, when it begins
"""
