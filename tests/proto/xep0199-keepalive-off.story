title   XEP-0199: option keepalive = off: a silent client gets nothing
option  keepalive = off
users   juliet
clock   +5m
juliet  < nothing
juliet  > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  < <iq type='result' id='1'/>
