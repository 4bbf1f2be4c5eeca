title   RFC 6120 §4.6.1: a silent client gets a space, white space of clients means nothing
option  keepalive = space
users   juliet
clock   +2m
juliet  < space
juliet  >> \x20
juliet  < nothing
juliet  > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='result' id='1'/>
