title   XEP-0199 §4.1: a silent client is pinged, and left in peace when it answers, with a result or with an error
option  keepalive = ping
users   juliet
clock   +2m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='result' id='{id}' to='{host}'/>
clock   +1m
juliet  < nothing
clock   +1m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='error' id='{id}' to='{host}'><ping xmlns='urn:xmpp:ping'/><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
clock   +1m
juliet  > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='result' id='1'/>
