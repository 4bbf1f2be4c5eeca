title   roster_max_items: a contact beyond it is refused, those that are there can be changed, and removing one makes room
option  roster_max_items = 10
users   romeo, connected
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='c1@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='1'/>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='c2@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='2'/>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='c3@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='3'/>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='c4@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='4'/>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='c5@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='5'/>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='c6@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='6'/>
romeo   > <iq type='set' id='7'><query xmlns='jabber:iq:roster'><item jid='c7@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='7'/>
romeo   > <iq type='set' id='8'><query xmlns='jabber:iq:roster'><item jid='c8@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='8'/>
romeo   > <iq type='set' id='9'><query xmlns='jabber:iq:roster'><item jid='c9@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='9'/>
romeo   > <iq type='set' id='10'><query xmlns='jabber:iq:roster'><item jid='c10@elsewhere.example'/></query></iq>
romeo   <~ <iq type='result' id='10'/>
romeo   > <iq type='set' id='11'><query xmlns='jabber:iq:roster'><item jid='c11@elsewhere.example'/></query></iq>
romeo   < <iq type='error' id='11'>...<error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='12'><query xmlns='jabber:iq:roster'><item jid='c1@elsewhere.example' name='One'/></query></iq>
romeo   < <iq type='result' id='12'/>
romeo   > <iq type='set' id='13'><query xmlns='jabber:iq:roster'><item jid='c1@elsewhere.example' subscription='remove'/></query></iq>
romeo   < <iq type='result' id='13'/>
romeo   > <iq type='set' id='14'><query xmlns='jabber:iq:roster'><item jid='c11@elsewhere.example'/></query></iq>
romeo   < <iq type='result' id='14'/>
