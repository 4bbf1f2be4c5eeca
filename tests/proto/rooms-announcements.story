title   rooms for announcements: nobody but moderators has voice unless they give it; who is there when a room becomes one is shown so
users   crone wicca hag
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' jid='{hag}'/></x></message>
hag     < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member'/><status code='101'/></x></message>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_announcements'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     > <presence to='coven@{muc}/thirdwitch' id='1'><x xmlns='http://jabber.org/protocol/muc'></x></presence>
hag     < <presence from='coven@{muc}/firstwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='visitor'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='visitor' jid='{hag/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <message type='groupchat' from='coven@{muc}'><subject/></message>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     > <message type='groupchat' id='m1' to='coven@{muc}'><body>May I?</body></message>
hag     < <message type='error' id='m1' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item nick='thirdwitch' role='participant'/></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <presence from='coven@{muc}/thirdwitch'>...</presence>
wicca   < <presence from='coven@{muc}/thirdwitch'>...</presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{hag/full}'><actor nick='firstwitch'/></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     > <message type='groupchat' id='m2' to='coven@{muc}'><body>I may</body></message>
hag     < <message type='groupchat' id='m2' from='coven@{muc}/thirdwitch'><body>I may</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
crone   < <message type='groupchat' id='m2' from='coven@{muc}/thirdwitch'><body>I may</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
wicca   < <message type='groupchat' id='m2' from='coven@{muc}/thirdwitch'><body>I may</body><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></message>
# and back: those who were visitors only because of that have voice again
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='x-nexa#roomconfig_announcements'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='4'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
hag   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant' jid='{wicca/full}'/><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='participant'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
