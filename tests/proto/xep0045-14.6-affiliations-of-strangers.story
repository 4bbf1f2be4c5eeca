title   XEP-0045 §14.6: the lists of a room do not grow without end by invitations and registrations either
option  muc_temporary_affiliations_max = 10
users   crone wicca
crone   makes coven as firstwitch membersonly=1
crone   > <message id='1' to='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite to='bot0@elsewhere.example'/><invite to='bot1@elsewhere.example'/><invite to='bot2@elsewhere.example'/><invite to='bot3@elsewhere.example'/><invite to='bot4@elsewhere.example'/><invite to='bot5@elsewhere.example'/><invite to='bot6@elsewhere.example'/><invite to='bot7@elsewhere.example'/><invite to='bot8@elsewhere.example'/><invite to='bot9@elsewhere.example'/></x></message>
crone   < <message type='error' id='1' from='coven@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
crone   makes cave as firstwitch allowregister=1
crone   > <iq type='set' id='3' to='cave@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='bot0@elsewhere.example'/><item affiliation='member' jid='bot1@elsewhere.example'/><item affiliation='member' jid='bot2@elsewhere.example'/><item affiliation='member' jid='bot3@elsewhere.example'/><item affiliation='member' jid='bot4@elsewhere.example'/><item affiliation='member' jid='bot5@elsewhere.example'/><item affiliation='member' jid='bot6@elsewhere.example'/><item affiliation='member' jid='bot7@elsewhere.example'/><item affiliation='member' jid='bot8@elsewhere.example'/></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
crone   < <message from='cave@{muc}'>...</message>
wicca   > <iq type='set' id='4' to='cave@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field></x></query></iq>
wicca   < <iq type='error' id='4' from='cave@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
