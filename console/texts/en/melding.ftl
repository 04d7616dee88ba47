# What the board, the melding panel, the intake form and the indicators say.

board-column-press = press
desk-bell-off = ♪ bell off
desk-bell-on-again = The bell rings again.
desk-bell-now-off = The bell is off; what waits stays on the board.
desk-by-priority = BY PRIORITY since { $at }, { $by }: { $why }
