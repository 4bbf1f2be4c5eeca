title   RFC 6121 §4.3.2: a subscriber's probe is answered with the full presence, to a full address with availability alone
users   romeo juliet, friends
juliet  > <presence id='p1'><show>dnd</show><status>busy!</status></presence>
juliet  < <presence id='p1' from='{juliet/full}'><show>dnd</show><status>busy!</status></presence>
romeo   < <presence id='p1' from='{juliet/full}'><show>dnd</show><status>busy!</status></presence>
romeo   > <presence type='probe' id='1' to='{juliet}'/>
romeo   < <presence id='p1' from='{juliet/full}'><show>dnd</show><status>busy!</status></presence>
romeo   > <presence type='probe' id='2' to='{juliet/full}'/>
romeo   < <presence from='{juliet/full}'/>
romeo   > <presence type='probe' id='3' to='{juliet}/nowhere'/>
romeo   < <presence type='unavailable' id='3' from='{juliet}/nowhere'/>
juliet  disconnects
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   > <presence type='probe' id='4' to='{juliet}'/>
romeo   < <presence type='unavailable' id='4' from='{juliet}'/>
