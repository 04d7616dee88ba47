# Wat het bord, het meldingpaneel, het intakeformulier en de cijfers zeggen.

board-column-press = druk
desk-bell-off = ♪ bel uit
desk-bell-on-again = De bel gaat weer.
desk-bell-now-off = De bel is uit; wat wacht blijft op het bord staan.
desk-by-priority = OP PRIORITEIT sinds { $at }, { $by }: { $why }
