title   RFC 6121 §4.6.6: who got directed presence may probe that resource, and learns only that it is there
users   romeo juliet
romeo   > <presence to='{juliet}'><show>chat</show></presence>
juliet  < <presence to='{juliet}' from='{romeo/full}'><show>chat</show></presence>
juliet  > <presence type='probe' to='{romeo/full}'/>
juliet  < <presence from='{romeo/full}'/>
juliet  > <presence type='probe' to='{romeo}'/>
juliet  < nothing
