# Het dossier: een patroon over meldingen, voor wie er iets aan kan doen.

dossier-title = Dossier: { $title }
dossier-untitled = patroon in meldingen
dossier-exercise = OEFENING: deze meldingen zijn niet echt.
dossier-made = Gemaakt op { $at } uit { $world }.
dossier-filter = Gezocht op: { $filter }.
dossier-everything = alles
dossier-count = { $count } van { $total } meldingen, van { $first } tot en met { $last }.
dossier-none = Er zijn geen meldingen gevonden.
dossier-pattern = Patroon
dossier-by-place = Plaats
dossier-by-what = Soort
dossier-by-weekday = Dag
dossier-by-hours = Tijd van de dag
dossier-times = Aantal
dossier-weekdays = ma di wo do vr za zo
dossier-cases = Meldingen
dossier-advice = Advies
dossier-no-advice = Nog geen advies.
dossier-follow-up = Opvolgen op { $day }.
dossier-no-follow-up = Nog geen datum om op te volgen.
