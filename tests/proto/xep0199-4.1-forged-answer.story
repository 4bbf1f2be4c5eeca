title   XEP-0199 §4.1: only the client that was asked can answer, and only to who asked
option  keepalive = ping
users   romeo juliet, friends
clock   +1m
romeo   > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1'/>
clock   +1m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
# somebody else knows the id
romeo   > <iq type='result' id='{id}' to='{host}'/>
romeo   > <iq type='result' id='{id}' to='{juliet/full}'/>
juliet  < <iq type='result' id='{id}' from='{romeo/full}'/>
clock   +30s
juliet  < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < <presence type='unavailable' from='{juliet/full}'/>
