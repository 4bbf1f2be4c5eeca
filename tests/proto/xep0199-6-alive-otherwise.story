title   XEP-0199 §6: a client that does not answer pings but says something else is not disconnected
option  keepalive = ping
users   juliet
clock   +2m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
clock   +15s
juliet  >> \x20
clock   +20s
juliet  < nothing
juliet  > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='result' id='1'/>
