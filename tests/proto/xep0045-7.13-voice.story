title   XEP-0045 §7.13, §8.6: a visitor asks for voice, a moderator grants it
users crone wicca
crone makes coven as firstwitch moderatedroom=1
wicca enters coven as secondwitch
wicca > <message id='1' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
crone < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'><field var='muc#role' type='text-single' label='*'><value>participant</value></field><field var='muc#jid' type='jid-single' label='*'><value>{wicca/full}</value></field><field var='muc#roomnick' type='text-single' label='*'><value>secondwitch</value></field><field var='muc#request_allow' type='boolean' label='*'><value>0</value></field>...</x></message>
wicca > <message id='2' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#role'><value>participant</value></field></x></message>
wicca < <message type='error' id='2' from='coven@{muc}'><error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca > <message id='3' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#roomnick'><value>secondwitch</value></field><field var='muc#request_allow'><value>true</value></field></x></message>
wicca < <message type='error' id='3' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone > <message id='4' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#request</value></field><field var='muc#roomnick'><value>secondwitch</value></field><field var='muc#request_allow'><value>true</value></field></x></message>
crone < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
