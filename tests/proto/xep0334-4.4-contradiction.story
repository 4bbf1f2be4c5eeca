title   XEP-0334 §4.2 and §4.4: who asks to store and not to store gets less kept rather than more, and the text back
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>Hi</body><store xmlns='urn:xmpp:hints'/><no-store xmlns='urn:xmpp:hints'/></message>
romeo   < <message type='error' id='1' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# no-permanent-store is about archives: it contradicts nothing here
romeo   > <message type='chat' id='2' to='{juliet}'><store xmlns='urn:xmpp:hints'/><no-permanent-store xmlns='urn:xmpp:hints'/></message>
# a hint is what has the namespace
romeo   > <message type='chat' id='3' to='{juliet}'><body>Ho</body><no-store xmlns='urn:example:hints'/></message>
juliet  connects
juliet  < <message type='chat' id='2'><store xmlns='urn:xmpp:hints'/><no-permanent-store xmlns='urn:xmpp:hints'/><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
juliet  < <message type='chat' id='3'><body>Ho</body><no-store xmlns='urn:example:hints'/><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
