title   XEP-0157 §3: contact addresses stand in a form of the host's disco#info, in the host's own and under its node
option  contact_abuse = mailto:abuse@verona.example, xmpp:abuse@verona.example
option  contact_admin = xmpp:ann@verona.example
option  contact_feedback = https://verona.example/feedback
option  contact_sales = mailto:sales@verona.example
option  contact_security = mailto:security@verona.example
option  contact_status = https://status.verona.example/
option  contact_support = xmpp:help@verona.example?message
users   romeo
romeo   > <iq type='get' id='1' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
romeo   < <iq type='result' id='1' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info'><x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>http://jabber.org/network/serverinfo</value></field><field var='abuse-addresses' type='list-multi'><value>mailto:abuse@verona.example</value><value>xmpp:abuse@verona.example</value></field><field var='admin-addresses' type='list-multi'><value>xmpp:ann@verona.example</value></field><field var='feedback-addresses' type='list-multi'><value>https://verona.example/feedback</value></field><field var='sales-addresses' type='list-multi'><value>mailto:sales@verona.example</value></field><field var='security-addresses' type='list-multi'><value>mailto:security@verona.example</value></field><field var='status-addresses' type='list-multi'><value>https://status.verona.example/</value></field><field var='support-addresses' type='list-multi'><value>xmpp:help@verona.example?message</value></field></x>...</query></iq>
romeo   > <iq type='get' id='2' to='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/network/serverinfo'/></iq>
romeo   < <iq type='result' id='2' from='{host}'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/network/serverinfo'><identity category='hierarchy' type='leaf' name='About this server'/><feature var='http://jabber.org/protocol/disco#info'/><x xmlns='jabber:x:data' type='result'>...</x></query></iq>
# not a matter of accounts
romeo   > <iq type='get' id='3'><query xmlns='http://jabber.org/protocol/disco#info' node='http://jabber.org/network/serverinfo'/></iq>
romeo   < <iq type='error' id='3'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
