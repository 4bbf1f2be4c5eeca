title   XEP-0191 §3.1, XEP-0377 §3: the server says that it can block and takes reports
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:blocking'/><feature var='urn:xmpp:reporting:1'/>...</query></iq>
