# What a rehearsal says while it handles calls, and what it heard of it.

reaction-telephone = Dealt with by telephone.
reaction-later = No unit is free; the caller agrees to wait.
reaction-information = Information taken.
promise-somebody-comes = Somebody comes
promise-to-caller = caller
promise-moved = Does not work out in time; the caller knows.
promise-broken = Its time has passed and nobody was there.
promise-not-reached = Closed before anybody was there.
goes-on-because = The caller can go on without us.
handover-taker = neighbourhood team
handover-packet = { $what }, { $place }: what was seen and agreed stands in the log.
feedback-told = Told how it ended.
feedback-impossible = There is nobody to tell.

title-judged = Heard from the server
judged-promises-made = promises made
judged-promises-kept = promises kept
judged-promises-moved = promises moved
judged-promises-broken = promises broken
judged-feedbacks-given = feedback given
judged-feedbacks-impossible = feedback not possible, with the reason
judged-closings = closed
judged-emergencies = of which in an emergency
judged-unready = closed while something was missing
judged-all = Every incident that was closed ({ $closings }) could be let go just before.
judged-not-all = Closed while something was still missing: { $numbers }
judged-unheard = The link was cut for too long: { $changes } changes were not heard, and what they closed is not judged.
