title   XEP-0077 §8, §10, XEP-0445 §3: an open server offers registration, before login and to those who look
option  registration = open
stream  guest secure
guest   >> {header}
guest   < <stream:stream version='1.0'/>
guest   < <stream:features><register xmlns='http://jabber.org/features/iq-register'/><register xmlns='urn:xmpp:ibr-token:0'/>...</stream:features>
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='jabber:iq:register'/>...</query></iq>
