title   XEP-0045 §18.1 rule 2, §9.5: whose affiliation changes while away from the room hears of it with 101; a new member of a members-only room is invited
users   crone wicca
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member'/><status code='101'/></x></message>
# nothing changes, nobody is told
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='2'/>
crone   < nothing
wicca   < nothing
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{wicca}'><reason>Treason</reason></item></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='{wicca}'><reason>Treason</reason></item></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast'><reason>Treason</reason></item><status code='101'/></x></message>
# a domain is nobody
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='elsewhere.example'/></query></iq>
crone   < <iq type='result' id='4'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='outcast' jid='elsewhere.example'/></x></message>
crone   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_membersonly'><value>1</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>1</value></field><field var='muc#roomconfig_roomsecret'><value>cauldronburn</value></field></x></query></iq>
crone   < <iq type='result' id='5'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='6'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/><password>cauldronburn</password></x></message>
# who is a member already is invited no more
crone   > <iq type='set' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{wicca}'/></query></iq>
crone   < <iq type='result' id='7'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin' jid='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='admin'/><status code='101'/></x></message>
