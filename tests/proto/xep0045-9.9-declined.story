title   XEP-0045 §9.9: who is declined is told so; a request can be changed and withdrawn; an admin who is elsewhere hears of it
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1
crone   > <presence to='coven@{muc}/firstwitch' type='unavailable'/>
crone   < <presence type='unavailable' from='coven@{muc}/firstwitch'>...</presence>
wicca   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>secondwitch</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{wicca}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>secondwitch</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
wicca   < <iq type='result' id='1'/>
wicca   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>oldhag</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{wicca}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>oldhag</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
wicca   < <iq type='result' id='2'/>
# clients that send back only what the specification names
crone   > <message id='3' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>oldhag</value></field><field var='muc#register_allow'><value>0</value></field></x></message>
wicca   < <message from='coven@{muc}'><body>Your request to become a member of this room was declined.</body></message>
crone   > <message id='4' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>oldhag</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
crone   < <message type='error' id='4' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
hag     > <iq type='set' id='5' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>thirdwitch</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{hag}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>thirdwitch</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
hag     < <iq type='result' id='5'/>
hag     > <iq type='set' id='6' to='coven@{muc}'><query xmlns='jabber:iq:register'><remove/></query></iq>
hag     < <iq type='result' id='6'/>
crone   > <message id='7' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>{hag}</value></field><field var='muc#register_allow'><value>1</value></field></x></message>
crone   < <message type='error' id='7' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
# what is too long is refused
hag     > <iq type='set' id='8' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>thirdwitch</value></field><field var='muc#register_faqentry'><value>{repeat 1001 x}</value></field></x></query></iq>
hag     < <iq type='error' id='8' from='coven@{muc}'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# the owner makes somebody a member who has asked: that is an answer, too
hag     > <iq type='set' id='9' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>thirdwitch</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><x xmlns='jabber:x:data' type='form'>...<field type='hidden' var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field type='jid-single' var='muc#jid' label='*'><value>{hag}</value></field><field type='text-single' var='muc#register_roomnick' label='*'><value>thirdwitch</value></field><field type='boolean' var='muc#register_allow' label='*'><value>0</value></field></x></message>
hag     < <iq type='result' id='9'/>
crone   > <iq type='set' id='10' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='10'/>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{crone}'/></x></message>
crone   > <message id='11' to='coven@{muc}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#jid'><value>{hag}</value></field><field var='muc#register_allow'><value>0</value></field></x></message>
crone   < <message type='error' id='11' from='coven@{muc}'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
