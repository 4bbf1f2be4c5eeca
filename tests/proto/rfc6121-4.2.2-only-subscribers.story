title   RFC 6121 §4.2.2, §4.4.2, §4.5.2: presence goes to contacts with from and both, in full, and comes from those with to and both
users   romeo none to from both, offline
roster  romeo none none
roster  romeo to to
roster  romeo from from
roster  romeo both both
roster  none romeo none
roster  to romeo from
roster  from romeo to
roster  both romeo both
none    connects
to      connects
from    connects
both    connects
romeo   connects without presence
romeo   > <presence id='p1'><show>dnd</show><status>Here</status><x xmlns='urn:example:x'/></presence>
romeo   <~ <presence id='p1' from='{romeo/full}' to='{romeo}'><show>dnd</show><status>Here</status><x xmlns='urn:example:x'/></presence>
romeo   <~ <presence from='{to/full}' to='{romeo}'/>
romeo   <~ <presence from='{both/full}' to='{romeo}'/>
romeo   < nothing
from    < <presence id='p1' from='{romeo/full}' to='{from}'><show>dnd</show><status>Here</status><x xmlns='urn:example:x'/></presence>
both    < <presence id='p1' from='{romeo/full}' to='{both}'><show>dnd</show><status>Here</status><x xmlns='urn:example:x'/></presence>
none    < nothing
to      < nothing
# 4.3.1: for the second resource too; the first one is told nothing new.
romeo/phone connects without presence
romeo/phone > <presence/>
romeo/phone <~ <presence from='{romeo/phone}'/>
romeo/phone <~ <presence id='p1' from='{romeo/full}'><show>dnd</show><status>Here</status><x xmlns='urn:example:x'/></presence>
romeo/phone <~ <presence from='{to/full}'/>
romeo/phone <~ <presence from='{both/full}'/>
romeo   < <presence from='{romeo/phone}'/>
from    < <presence from='{romeo/phone}'/>
both    < <presence from='{romeo/phone}'/>
romeo   > <presence id='p2'><show>xa</show></presence>
romeo   < <presence id='p2' from='{romeo/full}'><show>xa</show></presence>
romeo/phone < <presence id='p2' from='{romeo/full}'><show>xa</show></presence>
from    < <presence id='p2' from='{romeo/full}'><show>xa</show></presence>
both    < <presence id='p2' from='{romeo/full}'><show>xa</show></presence>
romeo   > <presence id='p3' type='unavailable' xml:lang='it'><status>Ciao</status></presence>
romeo   < <presence id='p3' type='unavailable' xml:lang='it' from='{romeo/full}'><status>Ciao</status></presence>
romeo/phone < <presence id='p3' type='unavailable' xml:lang='it' from='{romeo/full}'><status>Ciao</status></presence>
from    < <presence id='p3' type='unavailable' xml:lang='it' from='{romeo/full}'><status>Ciao</status></presence>
both    < <presence id='p3' type='unavailable' xml:lang='it' from='{romeo/full}'><status>Ciao</status></presence>
romeo/phone breaks
from    < <presence type='unavailable' from='{romeo/phone}'/>
both    < <presence type='unavailable' from='{romeo/phone}'/>
none    < nothing
to      < nothing
romeo   < nothing
