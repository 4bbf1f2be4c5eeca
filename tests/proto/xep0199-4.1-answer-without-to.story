title   XEP-0199 §4.1: an answer without an address is an answer too
option  keepalive = ping
users   juliet
clock   +2m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='result' id='{id}'/>
clock   +1m
juliet  < nothing
