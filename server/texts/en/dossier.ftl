# The dossier: a pattern over meldingen, for whoever can do something about it.

dossier-title = Dossier: { $title }
dossier-untitled = pattern over incidents
dossier-exercise = EXERCISE: these incidents are not real.
dossier-made = Made on { $at } from { $world }.
dossier-filter = Searched for: { $filter }.
dossier-everything = everything
dossier-count = { $count } of { $total } incidents, from { $first } to { $last }.
dossier-none = No incidents were found.
dossier-pattern = Pattern
dossier-by-place = Place
dossier-by-what = Kind
dossier-by-weekday = Day
dossier-by-hours = Time of day
dossier-times = Count
dossier-weekdays = Mon Tue Wed Thu Fri Sat Sun
dossier-cases = Incidents
dossier-advice = Advice
dossier-no-advice = No advice yet.
dossier-follow-up = Follow up on { $day }.
dossier-no-follow-up = No date to follow up yet.
