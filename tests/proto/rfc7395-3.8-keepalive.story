title   RFC 7395 §3.8: a silent client on a WebSocket is pinged, where others get white space
option  keepalive = space
users   juliet, offline
users   romeo, connected
juliet  connects without presence by websocket
clock   +2m
romeo   < space
juliet  < <iq type='get' id='{=ping}' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='result' id='{ping}' to='{host}'/>
clock   +1m
juliet  < nothing
