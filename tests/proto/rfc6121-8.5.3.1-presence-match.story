title   RFC 6121 §8.5.3.1: presence to a resource is delivered to it, also when it is only connected, and to no other
users   romeo juliet
juliet/deaf connects without presence
romeo   > <presence id='1' to='{juliet/deaf}'><show>chat</show></presence>
juliet/deaf < <presence id='1' from='{romeo/full}' to='{juliet/deaf}'><show>chat</show></presence>
romeo   > <presence id='2' type='unavailable' to='{juliet/deaf}'/>
juliet/deaf < <presence id='2' type='unavailable' from='{romeo/full}' to='{juliet/deaf}'/>
romeo   > <presence id='3' type='error' to='{juliet/deaf}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet/deaf < <presence id='3' type='error' from='{romeo/full}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# Errors about subscriptions come from and go to bare addresses; nobody waits for them.
romeo   > <presence id='4' type='error' to='{juliet}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
juliet  < nothing
romeo   < nothing
