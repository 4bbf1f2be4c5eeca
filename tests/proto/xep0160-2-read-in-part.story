title   XEP-0160 §2: a box that was read in part has room for as many again, and not for more
option  offline_max_messages = 3
users   romeo
users   juliet, offline
romeo   > <message type='chat' id='1' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='2' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='3' to='{juliet}'><body>{repeat 40000 x}</body></message>
juliet  connects without presence
juliet  reads nothing
# The first slice is with juliet's kernel then, the second on its way.
juliet  > <presence/>
romeo   < nothing
juliet  breaks
romeo   > <message type='chat' id='4' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='5' to='{juliet}'><body>{repeat 40000 x}</body></message>
romeo   > <message type='chat' id='6' to='{juliet}'><body>Hi</body></message>
romeo   < <message type='error' id='6' from='{juliet}'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
juliet  connects
juliet  < <message type='chat' id='3'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='4'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
juliet  < <message type='chat' id='5'><delay xmlns='urn:xmpp:delay' from='{host}'/>...</message>
