title   XEP-0106 §4.1 rule 6: an address that begins or ends with an escaped space is none, wherever it comes from
option  registration = open
users   romeo
romeo   > <message id='1' to='\20juliet@{host}'><body>Hi</body></message>
romeo   < <message type='error' id='1' from='{host}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
romeo   > <presence type='subscribe' id='2' to='juliet\20@other.example'/>
romeo   < <presence type='error' id='2' from='{host}'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='juliet\20@{host}'/></query></iq>
romeo   < <iq type='error' id='3'><error type='modify'><jid-malformed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='get' id='4'><query xmlns='jabber:iq:roster'/></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:roster'/></iq>
command account add jid=romeo\20@{host} password=secret
answer  error = jid-malformed
stream  guest secure
guest   greets
guest   > <iq type='set' id='5'><query xmlns='jabber:iq:register'><username>\20romeo</username><password>correct horse</password></query></iq>
guest   < <iq type='error' id='5' from='{host}'><error type='modify' code='406'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
