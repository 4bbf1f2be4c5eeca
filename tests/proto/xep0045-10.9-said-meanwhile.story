title   XEP-0045 §10.9: what was about to be said when a room was destroyed is said to nobody, and the server goes on
users   crone wicca hag nurse
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
hag     enters coven as thirdwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{wicca}'/></query></iq>
crone   <~ <iq type='result' id='1'/>
crone   <~ <presence from='coven@{muc}/secondwitch'>...</presence>
wicca   <~ <presence from='coven@{muc}/secondwitch'>...</presence>
hag     <~ <presence from='coven@{muc}/secondwitch'>...</presence>
hag     > <message type='groupchat' id='m1' to='coven@{muc}'><body>Hail</body></message>
crone   < <message type='groupchat' id='m1'><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=sid}'/>...</message>
wicca   < <message type='groupchat' id='m1'>...</message>
hag     < <message type='groupchat' id='m1'>...</message>
# from here on it depends on how quick the store is who gets what
crone   reads nothing
wicca   reads nothing
hag     reads nothing
hag     > <message type='groupchat' id='m2' to='coven@{muc}'><retract xmlns='urn:xmpp:message-retract:1' id='{sid}'/><body>Hush</body></message>
crone   > <iq type='set' id='2' to='coven@{muc}'><moderate xmlns='urn:xmpp:message-moderate:1' id='{sid}'><retract xmlns='urn:xmpp:message-retract:1'/></moderate></iq>
wicca   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>0</value></field></x></query></iq>
wicca   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><destroy/></query></iq>
hag     > <message type='groupchat' id='m3' to='coven@{muc}'><body>Hail again</body></message>
hag     > <message type='groupchat' id='m4' to='coven@{muc}'><body>Hail to the King</body></message>
crone   > <iq type='set' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
nurse   > <iq type='get' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
nurse   < <iq type='*' id='5'>...</iq>
clock   +1s
nurse   > <iq type='get' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
nurse   < <iq type='error' id='6'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
