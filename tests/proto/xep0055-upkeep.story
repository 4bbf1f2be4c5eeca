title   XEP-0055: accounts and cards that came while the module was not loaded are found soon after the start
users   juliet romeo
juliet  > <iq type='set' id='c'><vCard xmlns='vcard-temp'><FN>Juliet Capulet</FN></vCard></iq>
juliet  < <iq type='result' id='c'/>
romeo   > <iq type='set' id='c'><vCard xmlns='vcard-temp'><FN>Romeo</FN></vCard></iq>
romeo   < <iq type='result' id='c'/>
stop
juliet  < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
juliet  closed
romeo   < <stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
romeo   closed
database DELETE FROM directory WHERE local = 'juliet'
database UPDATE vcards SET changed_at = changed_at + 1, vcard = REPLACE(vcard, 'Romeo', 'Montague') WHERE local = 'romeo'
restart
romeo   connects
romeo   > <iq type='set' id='1' to='{host}'><query xmlns='jabber:iq:search'><first>jul cap</first></query></iq>
romeo   < <iq type='result' id='1'><query xmlns='jabber:iq:search'><item jid='{juliet}'><first>Juliet Capulet</first><last/><nick/><email/></item></query></iq>
romeo   > <iq type='set' id='2' to='{host}'><query xmlns='jabber:iq:search'><first>montague</first></query></iq>
romeo   < <iq type='result' id='2'><query xmlns='jabber:iq:search'><item jid='{romeo}'>...</item></query></iq>
romeo   > <iq type='set' id='3' to='{host}'><query xmlns='jabber:iq:search'><first>romeo</first></query></iq>
romeo   < <iq type='result' id='3'><query xmlns='jabber:iq:search'/></iq>
