title   RFC 6121 §8.5.2.1.2: presence to the bare address goes to every available resource, of whatever priority, with its address as it was
users   romeo juliet
juliet/mute connects without presence
juliet/mute > <presence><priority>-1</priority></presence>
juliet/mute < <presence from='{juliet/mute}'><priority>-1</priority></presence>
juliet/mute < <presence from='{juliet/full}'/>
juliet  < <presence from='{juliet/mute}'><priority>-1</priority></presence>
juliet/deaf connects without presence
romeo   > <presence id='1' to='{juliet}'><show>chat</show></presence>
juliet  < <presence id='1' from='{romeo/full}' to='{juliet}'><show>chat</show></presence>
juliet/mute < <presence id='1' from='{romeo/full}' to='{juliet}'><show>chat</show></presence>
romeo   > <presence id='2' type='unavailable' to='{juliet}'><status>Bye</status></presence>
juliet  < <presence id='2' type='unavailable' from='{romeo/full}' to='{juliet}'><status>Bye</status></presence>
juliet/mute < <presence id='2' type='unavailable' from='{romeo/full}' to='{juliet}'><status>Bye</status></presence>
romeo   > <presence id='3' type='error' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
juliet/mute < nothing
juliet/deaf < nothing
romeo   < nothing
