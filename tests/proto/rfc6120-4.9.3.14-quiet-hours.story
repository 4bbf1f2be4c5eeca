title   RFC 6120 §4.9.3.14: when quiet hours begin people are told so and disconnected, also the one who is binding
option  quiet_hours = 07:00-08:00,08:00-09:30
option  quiet_hours_zone = UTC
users   romeo juliet, friends
command account add jid=escalus@{host} password=secret admin=true
escalus connects
clock   +29m
clock   +50s
stream  romeo/b secure
romeo/b greets
romeo/b logs in
romeo/b < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
romeo/b greets
clock   +9s
romeo   < nothing
clock   +1s
romeo   < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/><text xml:lang='en' xmlns='urn:ietf:params:xml:ns:xmpp-streams'>It is quiet time until 09:30; you can log in again then</text></stream:error>
romeo   closed
juliet  < <presence type='unavailable' from='{romeo/full}'/>
juliet  < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
escalus < nothing
romeo/b > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>
romeo/b < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>*</jid></bind></iq>
clock   +1m
romeo/b < <stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo/b closed
clock   +150m
romeo   connects
