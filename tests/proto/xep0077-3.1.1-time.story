title   XEP-0077 §3.1.1: who fills in the form has more time than who logs in, but not for ever
option  registration = open
stream  guest secure
guest   greets
guest   > <iq type='get' id='1'><query xmlns='jabber:iq:register'/></iq>
guest   < <iq type='result' id='1'><query xmlns='jabber:iq:register'>...</query></iq>
clock   +4m
guest   > <iq type='get' id='2'><query xmlns='jabber:iq:register'/></iq>
guest   < <iq type='result' id='2'><query xmlns='jabber:iq:register'>...</query></iq>
clock   +2m
guest   < <stream:error><connection-timeout xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
guest   closed
