title   XEP-0055: a card that cannot be stored changes nothing in the directory either
users   juliet
juliet  > <iq type='set' id='1'><vCard xmlns='vcard-temp'><FN>Capulet</FN></vCard></iq>
juliet  < <iq type='result' id='1'/>
fault   store.full:1
juliet  > <iq type='set' id='2'><vCard xmlns='vcard-temp'><FN>Montague</FN></vCard></iq>
juliet  < <iq type='error' id='2'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
log     ERROR cannot store:
log     ERROR cannot store a stanza
juliet  > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><last>montague</last></query></iq>
juliet  < <iq type='result' id='3'><query xmlns='jabber:iq:search'/></iq>
juliet  > <iq type='set' id='4' to='{host}'><query xmlns='jabber:iq:search'><last>capulet</last></query></iq>
juliet  < <iq type='result' id='4'><query xmlns='jabber:iq:search'><item jid='{juliet}'><first>Capulet</first><last/><nick/><email/></item></query></iq>
