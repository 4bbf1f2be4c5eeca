title   RFC 6121 §3.1.3: a request goes in full to every available resource, of whatever priority, and to no other
users   romeo
users   juliet
juliet/mute connects without presence
juliet/mute > <presence><priority>-5</priority></presence>
juliet/mute < <presence from='{juliet/mute}'><priority>-5</priority></presence>
juliet/mute < <presence from='{juliet/full}'/>
juliet  < <presence from='{juliet/mute}'><priority>-5</priority></presence>
juliet/deaf connects without presence
romeo   > <presence type='subscribe' id='s1' xml:lang='it' to='{juliet}'><status>Hi</status><x xmlns='urn:example:x'><y a='b'>c</y></x></presence>
juliet  < <presence type='subscribe' id='s1' xml:lang='it' from='{romeo}' to='{juliet}'><status>Hi</status><x xmlns='urn:example:x'><y a='b'>c</y></x></presence>
juliet/mute < <presence type='subscribe' id='s1' xml:lang='it' from='{romeo}' to='{juliet}'><status>Hi</status><x xmlns='urn:example:x'><y a='b'>c</y></x></presence>
juliet/deaf < nothing
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='{juliet}' subscription='none' ask='subscribe'/></query></iq>
# And again, as it was, to each that becomes available (rule 4).
juliet/deaf > <presence/>
juliet/deaf < <presence from='{juliet/deaf}'/>
juliet/deaf <~ <presence from='{juliet/full}'/>
juliet/deaf <~ <presence from='{juliet/mute}'><priority>-5</priority></presence>
juliet/deaf < <presence type='subscribe' id='s1' xml:lang='it' from='{romeo}' to='{juliet}'><status>Hi</status><x xmlns='urn:example:x'><y a='b'>c</y></x></presence>
juliet  < <presence from='{juliet/deaf}'/>
juliet/mute < <presence from='{juliet/deaf}'/>
# An update is no login.
juliet/deaf > <presence><show>away</show></presence>
juliet/deaf < <presence from='{juliet/deaf}'><show>away</show></presence>
juliet  < <presence from='{juliet/deaf}'><show>away</show></presence>
juliet/mute < <presence from='{juliet/deaf}'><show>away</show></presence>
juliet/deaf < nothing
