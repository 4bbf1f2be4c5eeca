title   RFC 6121 §4.2.2: initial presence goes to subscribers and own resources, and theirs comes back
users   romeo juliet, friends
users   mercutio
juliet  > <presence id='p1'><show>dnd</show></presence>
juliet  < <presence id='p1' from='{juliet/full}'><show>dnd</show></presence>
romeo   < <presence id='p1' from='{juliet/full}' to='{romeo}'><show>dnd</show></presence>
romeo   > <presence type='unavailable'/>
romeo   < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <presence type='unavailable' from='{romeo/full}' to='{juliet}'/>
romeo   > <presence id='p2'><show>chat</show></presence>
romeo   < <presence id='p2' from='{romeo/full}'><show>chat</show></presence>
romeo   < <presence id='p1' from='{juliet/full}'><show>dnd</show></presence>
juliet  < <presence id='p2' from='{romeo/full}' to='{juliet}'><show>chat</show></presence>
mercutio < nothing
