title   XEP-0199 §4.1: a client that goes while a ping waits for its answer is gone once
option  keepalive = ping
users   romeo juliet, friends
clock   +1m
romeo   > <iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>
romeo   < <iq type='result' id='1'/>
clock   +1m
juliet  < <iq type='get' id='*' from='{host}'><ping xmlns='urn:xmpp:ping'/></iq>
juliet  breaks
romeo   < <presence type='unavailable' from='{juliet/full}'/>
clock   +30s
romeo   < nothing
