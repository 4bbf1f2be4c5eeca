title   XEP-0045 §5.2.1, §9.5, §10.5, §10.8, §8.5, §9.8: who may have which list, in rooms where addresses are a secret and where they are not
users   crone wicca hag
crone   makes coven as firstwitch
wicca   enters coven as secondwitch
hag     enters coven as thirdwitch
# a full JID stands for the bare one (10.3)
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca/full}'/></query></iq>
crone   < <iq type='result' id='1'/>
crone   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'><actor nick='firstwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant' jid='{wicca/full}'><actor nick='firstwitch'/></item><status code='110'/></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
hag     < <presence from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='member' role='participant'><actor nick='firstwitch'/></item></x><occupant-id xmlns='urn:xmpp:occupant-id:0' id='*'/></presence>
wicca   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
wicca   < <iq type='error' id='2' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
wicca   < <iq type='error' id='3' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='participant'/></query></iq>
wicca   < <iq type='error' id='4' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='get' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
crone   < <iq type='result' id='5'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
crone   > <iq type='get' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='moderator'/></query></iq>
crone   < <iq type='result' id='6'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{crone/full}' nick='firstwitch' role='moderator'/></query></iq>
crone   > <iq type='get' id='7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item role='participant'/></query></iq>
crone   < <iq type='result' id='7'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca/full}' nick='secondwitch' role='participant'/><item affiliation='none' jid='{hag/full}' nick='thirdwitch' role='participant'/></query></iq>
crone   > <iq type='set' id='8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_whois'><value>anyone</value></field><field var='muc#roomconfig_getmemberlist'><value>moderator</value></field></x></query></iq>
crone   < <iq type='result' id='8'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
hag   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='172'/></x></message>
wicca   > <iq type='get' id='9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
wicca   < <iq type='result' id='9'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{wicca}'/></query></iq>
wicca   > <iq type='get' id='10' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
wicca   < <iq type='result' id='10'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{crone}'/></query></iq>
# who is banned is told to nobody but admins, and the list of members to the roles that the owner has named
wicca   > <iq type='get' id='11' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast'/></query></iq>
wicca   < <iq type='error' id='11' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='get' id='12' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
hag     < <iq type='error' id='12' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# only owners change these lists
wicca   > <iq type='set' id='13' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{hag}'/></query></iq>
wicca   < <iq type='error' id='13' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
wicca   > <iq type='set' id='14' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='admin' jid='{hag}'/></query></iq>
wicca   < <iq type='error' id='14' from='coven@{muc}'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='get' id='15' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'/></iq>
crone   < <iq type='error' id='15' from='coven@{muc}'><error type='modify'><bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
