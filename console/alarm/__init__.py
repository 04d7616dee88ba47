"""What asks at this desk, what of it sounds, and the row that says so. The law is `console.part.sounds`.

asking      from the board and the time to the questions that stand, whoever is asked
asked_here  whom a question means at this desk, and since which rung of its climb
alarms      the questions that stand here, which of them have sounded, and the key of the bell
hush        the bell kept quiet, for a while only
counted     how often it sounded here, and how much of that was answered
figure_rows  the figure of this desk's sounds, behind the room's indicators
bar         the row across the top: the loudest question, and the keys for it
make_view   from what asks here to the row across the top
"""
