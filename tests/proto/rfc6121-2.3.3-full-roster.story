title   RFC 6121 §2.3.3: a full roster takes no new contact, but what is in it can still change and go
option  roster_max_items = 10
users   romeo
romeo   > <iq type='set' id='1'><query xmlns='jabber:iq:roster'><item jid='c1@{host}'/></query></iq>
romeo   < <iq type='result' id='1'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c1@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='2'><query xmlns='jabber:iq:roster'><item jid='c2@{host}'/></query></iq>
romeo   < <iq type='result' id='2'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c2@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='3'><query xmlns='jabber:iq:roster'><item jid='c3@{host}'/></query></iq>
romeo   < <iq type='result' id='3'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c3@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='4'><query xmlns='jabber:iq:roster'><item jid='c4@{host}'/></query></iq>
romeo   < <iq type='result' id='4'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c4@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='5'><query xmlns='jabber:iq:roster'><item jid='c5@{host}'/></query></iq>
romeo   < <iq type='result' id='5'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c5@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='6'><query xmlns='jabber:iq:roster'><item jid='c6@{host}'/></query></iq>
romeo   < <iq type='result' id='6'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c6@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='7'><query xmlns='jabber:iq:roster'><item jid='c7@{host}'/></query></iq>
romeo   < <iq type='result' id='7'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c7@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='8'><query xmlns='jabber:iq:roster'><item jid='c8@{host}'/></query></iq>
romeo   < <iq type='result' id='8'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c8@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='9'><query xmlns='jabber:iq:roster'><item jid='c9@{host}'/></query></iq>
romeo   < <iq type='result' id='9'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c9@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='10'><query xmlns='jabber:iq:roster'><item jid='c10@{host}'/></query></iq>
romeo   < <iq type='result' id='10'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c10@{host}' subscription='none'/></query></iq>
romeo   > <iq type='set' id='11'><query xmlns='jabber:iq:roster'><item jid='c11@{host}'/></query></iq>
romeo   < <iq type='error' id='11'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
romeo   > <iq type='set' id='12'><query xmlns='jabber:iq:roster'><item jid='c10@{host}' name='Ten'/></query></iq>
romeo   < <iq type='result' id='12'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c10@{host}' name='Ten' subscription='none'/></query></iq>
romeo   > <presence type='subscribe' id='13' to='c11@{host}'/>
romeo   < <presence type='error' id='13' from='c11@{host}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
romeo   > <iq type='set' id='14'><query xmlns='jabber:iq:roster'><item jid='c10@{host}' subscription='remove'/></query></iq>
romeo   < <iq type='result' id='14'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c10@{host}' subscription='remove'/></query></iq>
romeo   > <iq type='set' id='15'><query xmlns='jabber:iq:roster'><item jid='c11@{host}'/></query></iq>
romeo   < <iq type='result' id='15'/>
romeo   < <iq type='set'><query xmlns='jabber:iq:roster'><item jid='c11@{host}' subscription='none'/></query></iq>
