title   XEP-0199 §4.1, RFC 6120 §4.9.3.4: who does not answer a ping in time is disconnected, and friends see it
option  keepalive = ping
option  ping_timeout = 20s
users   romeo juliet, friends
clock   +1m
romeo   > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1'/>
clock   +1m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
clock   +15s
juliet  < nothing
clock   +10s
juliet  < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < <presence type='unavailable' from='{juliet/full}'/>
romeo   > <message type='chat' id='2' to='{juliet}'><body>Are you there?</body></message>
juliet connects
juliet  < <message type='chat' id='2' from='{romeo/full}' to='{juliet}'><body>Are you there?</body><delay xmlns='urn:xmpp:delay' from='{host}'/></message>
