title   RFC 6121 §4.6.3 rule 2: directed presence reaches a stranger, updates do not, the goodbye does
users   romeo juliet
romeo   > <presence to='{juliet/full}' id='d1'><show>chat</show></presence>
juliet  < <presence to='{juliet/full}' id='d1' from='{romeo/full}'><show>chat</show></presence>
romeo   > <presence><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
juliet  < nothing
romeo   > <presence type='unavailable'/>
romeo   < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet/full}'/>
