title   XEP-0045 §7.10, §9.9: who wants to become a member of a members-only room asks its admins, also over a restart; they decide by a form
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1
wicca   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='jabber:iq:register'/></iq>
wicca   < <iq type='result' id='1'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick' type='text-single' label='*'><required/></field><field var='muc#register_first' type='text-single' label='*'/><field var='muc#register_last' type='text-single' label='*'/><field var='muc#register_url' type='text-single' label='*'/><field var='muc#register_email' type='text-single' label='*'/><field var='muc#register_faqentry' type='text-multi' label='*'/></x></query></iq>
wicca   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field><field var='muc#register_first'><value>Brunhilde</value></field><field var='muc#register_faqentry'><value>Just another</value><value>witch.</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{wicca}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>secondwitch</value></field><field type='text-single' var='muc#register_first' label='*'><value>Brunhilde</value></field><field type='text-multi' var='muc#register_faqentry' label='*'><value>Just another</value><value>witch.</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
wicca   < <iq type='result' id='2'/>
# it is no membership yet
wicca   > <presence to='coven@{muc}/secondwitch' id='3'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence type='error' id='3' from='coven@{muc}/secondwitch'><error type='auth'><registration-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>
# nobody else asks for a name that looks so, and nobody else decides
hag     > <iq type='set' id='4' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>Secondwitch</value></field></x></query></iq>
hag     < <iq type='error' id='4' from='coven@{muc}'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <message id='5' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>{wicca}</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
wicca   < <message type='error' id='5' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
restart
wicca   connects
hag     connects
crone   connects
# whoever may decide sees what waits
crone   > <presence to='coven@{muc}/firstwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
crone   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{crone/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
crone   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{wicca}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>secondwitch</value></field><field type='text-single' var='muc#register_first' label='*'><value>Brunhilde</value></field><field type='text-multi' var='muc#register_faqentry' label='*'><value>Just another</value><value>witch.</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
# skipped for now
crone   > <message id='6' to='coven@{muc}'><x xmlns='jabber:x:data' type='cancel'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field></x></message>
crone   > <message id='7' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>{wicca}</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{wicca}'/></x></message>
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/></x></message>
crone   > <message id='8' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>{wicca}</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
crone   < <message type='error' id='8' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
wicca   > <presence to='coven@{muc}/secondwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
wicca   < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
restart
wicca   connects
wicca   enters coven as secondwitch
