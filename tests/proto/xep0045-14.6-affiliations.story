title   XEP-0045 §14.6: the lists of a room do not grow without end
option  muc_affiliations_max = 10
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
