title   RFC 6121 §4.3.2: a probe of the account shows every available resource; one of a resource nothing about the others
users   romeo juliet, friends
juliet/phone connects without presence
juliet/phone > <presence id='p2'><show>away</show><priority>-1</priority></presence>
juliet/phone <~ <presence id='p2' from='{juliet/phone}'><show>away</show><priority>-1</priority></presence>
juliet/phone <~ <presence from='{juliet/full}'/>
juliet/phone <~ <presence from='{romeo/full}'/>
juliet  < <presence id='p2' from='{juliet/phone}'><show>away</show><priority>-1</priority></presence>
romeo   < <presence id='p2' from='{juliet/phone}'><show>away</show><priority>-1</priority></presence>
juliet/deaf connects without presence
romeo   > <presence type='probe' id='1' to='{juliet}'/>
romeo   <~ <presence from='{juliet/full}' to='{romeo}'/>
romeo   <~ <presence id='p2' from='{juliet/phone}' to='{romeo}'><show>away</show><priority>-1</priority></presence>
romeo   < nothing
romeo   > <presence type='probe' id='2' to='{juliet/phone}'/>
romeo   < <presence from='{juliet/phone}'/>
romeo   > <presence type='probe' id='3' to='{juliet/deaf}'/>
romeo   < <presence type='unavailable' id='3' from='{juliet/deaf}'/>
# Oneself is subscribed to oneself.
romeo   > <presence type='probe' id='4' to='{romeo}'/>
romeo/phone connects
romeo   > <presence type='probe' id='5' to='{romeo}'/>
romeo   < <presence from='{romeo/phone}'/>
romeo   > <presence type='probe' id='6' to='{romeo/phone}'/>
romeo   < <presence from='{romeo/phone}'/>
juliet  < nothing
juliet/phone < nothing
# No address, no answer, no error.
romeo   > <presence type='probe' id='7'/>
romeo   > <presence type='probe' id='8' to='juliet@elsewhere.example'/>
romeo   < nothing
