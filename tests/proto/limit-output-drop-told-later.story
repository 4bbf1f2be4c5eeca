title   DESIGN §6: who was spared presence while it read too slowly learns how everybody is when it has caught up, and nothing of what was in between
option  output_drop = 16384
users   romeo juliet benvolio, friends
users   nurse tybalt
nurse   > <presence to='{juliet/full}'/>
juliet  < <presence from='{nurse/full}'/>
juliet  reads nothing
romeo   > <message type='headline' id='1' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='2' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   > <message type='headline' id='3' to='{juliet}'><body>{repeat 60000 x}</body></message>
romeo   < nothing
romeo   > <presence><show>away</show></presence>
romeo   > <presence><show>dnd</show></presence>
romeo   < <presence from='{romeo/full}'><show>away</show></presence>
romeo   < <presence from='{romeo/full}'><show>dnd</show></presence>
benvolio < <presence from='{romeo/full}'><show>away</show></presence>
benvolio < <presence from='{romeo/full}'><show>dnd</show></presence>
benvolio disconnects
romeo   < <presence type='unavailable' from='{benvolio/full}'/>
nurse   > <presence to='{juliet/full}'><status>here</status></presence>
tybalt  > <presence to='{juliet/full}'/>
tybalt  > <presence type='unavailable' to='{juliet/full}'/>
juliet  reads
juliet  < <message type='headline' id='1'>...</message>
juliet  < <message type='headline' id='2'>...</message>
juliet  < <message type='headline' id='3'>...</message>
juliet  <~ <presence from='{romeo/full}'><show>dnd</show></presence>
juliet  <~ <presence type='unavailable' from='{benvolio/full}'/>
juliet  <~ <presence from='{nurse/full}'/>
juliet  <~ <presence type='unavailable' from='{tybalt/full}'/>
juliet  < nothing
