title   XEP-0055 §2.1: signs are no wildcards, and a search without a word is refused
users   romeo juliet
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><nick>%</nick></query></iq>
romeo   < <iq type='error' id='1'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><nick>*</nick><email>@ _ ' ; --</email></query></iq>
romeo   < <iq type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'/></iq>
romeo   < <iq type='error' id='3'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><nick>j%t</nick></query></iq>
romeo   < <iq type='result' id='4'><query xmlns='jabber:iq:search'/></iq>
# a star behind a word, as some clients teach, is what is done anyway
romeo   > <iq type='set' id='5' to='{host}'><query xmlns='jabber:iq:search'><nick>jul*</nick></query></iq>
romeo   < <iq type='result' id='5'><query xmlns='jabber:iq:search'><item jid='{juliet}'>...</item></query></iq>
romeo   > <iq type='set' id='6' to='{host}'><query xmlns='jabber:iq:search'><nick>a b c</nick><first>d e f</first></query></iq>
romeo   < <iq type='error' id='6'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='7' to='{host}'><query xmlns='jabber:iq:search'><nick>{repeat 10000 j}</nick></query></iq>
romeo   < <iq type='result' id='7'><query xmlns='jabber:iq:search'/></iq>
