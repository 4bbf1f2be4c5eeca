title   RFC 6121 §4.6.3 rule 2: who got directed presence gets the unavailable presence that was broadcast, in full and once
users   romeo juliet
users   mercutio, connected
romeo   > <presence to='{juliet}'/>
juliet  < <presence from='{romeo/full}' to='{juliet}'/>
romeo   > <presence to='{juliet}'><show>away</show></presence>
juliet  < <presence from='{romeo/full}' to='{juliet}'><show>away</show></presence>
romeo   > <presence to='{mercutio/full}'/>
mercutio < <presence from='{romeo/full}' to='{mercutio/full}'/>
romeo   > <presence id='u1' type='unavailable'><status>Gone to Mantua</status></presence>
romeo   < <presence id='u1' type='unavailable' from='{romeo/full}'><status>Gone to Mantua</status></presence>
juliet  < <presence id='u1' type='unavailable' from='{romeo/full}' to='{juliet}'><status>Gone to Mantua</status></presence>
mercutio < <presence id='u1' type='unavailable' from='{romeo/full}' to='{mercutio/full}'><status>Gone to Mantua</status></presence>
# A very long one is shortened.
romeo   > <presence to='{juliet}'/>
juliet  < <presence from='{romeo/full}' to='{juliet}'/>
romeo   > <presence type='unavailable'><status>{repeat 5000 x}</status></presence>
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
romeo   breaks
juliet  < nothing
mercutio < nothing
