title   XEP-0175 §3 rule 5: guests are bounded in number, by address and in all; who leaves makes room
option  guests = yes
option  guests_per_address = 2
option  guests_max = 2
stream  a secure
a greets
a > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
a < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
a > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
a < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
a greets
a > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
a < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=ajid}</jid></bind></iq>
stream  b secure
b greets
b > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>
b < <challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
b > <response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
b < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
b greets
b > <iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>
b < <iq type='result' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{=bjid}</jid></bind></iq>
stream  c secure
c greets
c > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
c < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><temporary-auth-failure/></failure>
a disconnects
c > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>{base64 sirhc}</auth>
c < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
stream  d secure
d greets
d > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
d < <failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><temporary-auth-failure/></failure>
c breaks
d > <auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'>=</auth>
d < <success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>
