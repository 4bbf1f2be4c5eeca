title   XEP-0045 §10.1.3, §10.2, §10.3, §14.6: who owns as many rooms as one may stores no more of them, and is given no more
option  muc_rooms_max = 2
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1
crone   makes heath as firstwitch persistentroom=1
wicca   makes moor as secondwitch persistentroom=1
# a room that is made while the list is not full, and configured when it is
wicca   > <presence to='castle@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   < <presence from='castle@{muc}/secondwitch'>...</presence>
wicca   < <message type='groupchat'><subject/></message>
wicca   makes forres as secondwitch
wicca   makes palace as secondwitch persistentroom=1
wicca   > <iq type='set' id='1' to='castle@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
wicca   < <iq type='error' id='1' from='castle@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# it is as it was: made, and not configured
wicca   > <iq type='set' id='2' to='castle@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'/></query></iq>
wicca   < <iq type='result' id='2'/>
# so is a temporary one
wicca   > <iq type='set' id='3' to='forres@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field><field var='muc#roomconfig_roomname'><value>Forres</value></field></x></query></iq>
wicca   < <iq type='error' id='3' from='forres@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# what she owns already she may configure as she likes
wicca   > <iq type='set' id='4' to='moor@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field><field var='muc#roomconfig_roomname'><value>Moor</value></field></x></query></iq>
wicca   < <iq type='result' id='4'/>
wicca   < <message type='groupchat' from='moor@{muc}'>...</message>
# nobody is given too many, neither by a list nor by a form; other affiliations are no matter
wicca   > <iq type='set' id='5' to='moor@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{hag}'/><item affiliation='owner' jid='{crone}'/></query></iq>
wicca   < <iq type='error' id='5' from='moor@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='6' to='moor@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomowners'><value>{wicca}</value><value>{crone}</value></field></x></query></iq>
wicca   < <iq type='error' id='6' from='moor@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='7' to='moor@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
wicca   < <iq type='result' id='7'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{wicca}'/></query></iq>
wicca   > <iq type='set' id='8' to='moor@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{crone}'/></query></iq>
wicca   < <iq type='result' id='8'/>
wicca   < <message from='moor@{muc}'>...</message>
crone   < <message from='moor@{muc}'>...</message>
# who has given one up may have another one
crone   > <iq type='set' id='9' to='heath@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
crone   < <presence type='unavailable' from='heath@{muc}/firstwitch'>...</presence>
crone   < <iq type='result' id='9'/>
wicca   > <iq type='set' id='10' to='moor@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{crone}'/></query></iq>
wicca   < <iq type='result' id='10'/>
wicca   < <message from='moor@{muc}'>...</message>
crone   < <message from='moor@{muc}'>...</message>
