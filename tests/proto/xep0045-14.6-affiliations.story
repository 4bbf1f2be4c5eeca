title   XEP-0045 §14.6: the lists of a room do not grow without end, those of one that stays further than those of a temporary one
option  muc_affiliations_max = 20
option  muc_temporary_affiliations_max = 10
users   crone
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='bot0@elsewhere.example'/><item affiliation='outcast' jid='bot1@elsewhere.example'/><item affiliation='outcast' jid='bot2@elsewhere.example'/><item affiliation='outcast' jid='bot3@elsewhere.example'/><item affiliation='outcast' jid='bot4@elsewhere.example'/><item affiliation='outcast' jid='bot5@elsewhere.example'/><item affiliation='outcast' jid='bot6@elsewhere.example'/><item affiliation='outcast' jid='bot7@elsewhere.example'/><item affiliation='outcast' jid='bot8@elsewhere.example'/><item affiliation='outcast' jid='bot9@elsewhere.example'/></query></iq>
crone   < <iq type='error' id='1' from='coven@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
crone   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='bot0@elsewhere.example'/><item affiliation='outcast' jid='bot1@elsewhere.example'/><item affiliation='outcast' jid='bot2@elsewhere.example'/><item affiliation='outcast' jid='bot3@elsewhere.example'/><item affiliation='outcast' jid='bot4@elsewhere.example'/><item affiliation='outcast' jid='bot5@elsewhere.example'/><item affiliation='outcast' jid='bot6@elsewhere.example'/><item affiliation='outcast' jid='bot7@elsewhere.example'/><item affiliation='outcast' jid='bot8@elsewhere.example'/></query></iq>
crone   < <iq type='result' id='3'/>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot0@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot1@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot2@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot3@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot4@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot5@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot6@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot7@elsewhere.example'/></x></message>
crone   <~ <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='bot8@elsewhere.example'/></x></message>
# who is on a list may go to another one
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='bot1@elsewhere.example'/></query></iq>
crone   < <iq type='result' id='4'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='bot1@elsewhere.example'/></x></message>
# it may grow when the room stays
crone   > <iq type='set' id='f' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='f'/>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
crone   > <iq type='set' id='g' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='one0@elsewhere.example'/><item affiliation='member' jid='one1@elsewhere.example'/><item affiliation='member' jid='one2@elsewhere.example'/><item affiliation='member' jid='one3@elsewhere.example'/><item affiliation='member' jid='one4@elsewhere.example'/><item affiliation='member' jid='one5@elsewhere.example'/><item affiliation='member' jid='one6@elsewhere.example'/><item affiliation='member' jid='one7@elsewhere.example'/><item affiliation='member' jid='one8@elsewhere.example'/><item affiliation='member' jid='one9@elsewhere.example'/></query></iq>
crone   < <iq type='result' id='g'/>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   <~ <message from='coven@{muc}'>...</message>
crone   > <iq type='set' id='h' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='more@elsewhere.example'/></query></iq>
crone   < <iq type='error' id='h'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
