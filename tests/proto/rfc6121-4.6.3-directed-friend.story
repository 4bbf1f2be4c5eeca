title   RFC 6121 §4.6.3 rule 1: directed presence to a subscriber changes nothing in what the subscriber hears
users   romeo juliet, friends
romeo   > <presence to='{juliet}'><show>chat</show></presence>
juliet  < <presence to='{juliet}' from='{romeo/full}'><show>chat</show></presence>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}'><show>away</show></presence>
romeo   breaks
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  < nothing
