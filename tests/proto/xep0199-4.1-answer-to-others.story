title   XEP-0199 §4.1: a stanza to somebody else that has the id of the server's ping goes where it is addressed to
option  keepalive = ping
users   romeo juliet, friends
clock   +2m
juliet  < <iq type='get' id='{=id}' from='{host}' to='{juliet/full}'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='get' id='*' from='{host}' to='{romeo/full}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  > <iq type='result' id='{id}' to='{romeo/full}'/>
romeo   < <iq type='result' id='{id}' from='{juliet/full}'/>
juliet  > <iq type='result' id='{id}' to='{host}'/>
# asked and answered: the second answer is one that nobody waits for (RFC 6120 §10.3.3)
juliet  > <iq type='result' id='{id}' to='{host}'/>
juliet  < nothing
