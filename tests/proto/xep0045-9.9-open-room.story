title   XEP-0045 §9.9: in an open room, too, an admin approves of members where its owners wish it; of one that is not stored as well
users   crone wicca
crone   makes coven as firstwitch x-nexa#roomconfig_approveregistration=1
wicca   enters coven as secondwitch
wicca   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{wicca}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>secondwitch</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
wicca   < <iq type='result' id='1'/>
crone   > <message id='2' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>{wicca}</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='jabber:iq:register'/></iq>
wicca   < <iq type='result' id='3'><query xmlns='jabber:iq:register'><registered/><username>secondwitch</username>...</query></iq>
