title   XEP-0045 §5.2, §10: who runs the server has the rights of an owner in every room, also in one that has lost its own
option  admins = hag@verona.example
users   crone wicca hag
crone   makes coven as firstwitch persistentroom=1 membersonly=1 passwordprotectedroom=1 roomsecret=cauldronburn
account crone deleted
crone   < <stream:error>...</stream:error>
crone   closed
wicca   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
wicca   < <iq type='error' id='1'><error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_roomname'><value>Coven</value></field><field var='muc#roomconfig_passwordprotectedroom'><value>0</value></field></x></query></iq>
hag     < <iq type='result' id='2'/>
hag     > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{wicca}'/></query></iq>
hag     < <iq type='result' id='3'/>
# she has the rights, and is in no list
wicca   < <message from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><invite from='{hag}'/></x></message>
hag     > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner'/></query></iq>
hag     < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='owner' jid='{wicca}'/></query></iq>
hag     > <presence to='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
hag     < <presence from='coven@{muc}/thirdwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='owner' role='moderator' jid='{hag/full}'/><status code='110'/></x>...</presence>
hag     < <message type='groupchat'><subject/></message>
# nobody bans or throws out who runs the server, and the last owner in the list stays one
wicca   > <iq type='set' id='5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='outcast' jid='{hag}'/></query></iq>
wicca   < <iq type='error' id='5'><error type='cancel'><not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
hag     > <iq type='set' id='6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{wicca}'/></query></iq>
hag     < <iq type='error' id='6'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
# an affiliation that she gives herself is one of the list; taken away again, her rights stay
hag     > <iq type='set' id='7' to='coven@{muc}'><query xmlns='jabber:iq:register'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#register</value></field><field var='muc#register_roomnick'><value>thirdwitch</value></field></x></query></iq>
hag     < <iq type='result' id='7'/>
hag     > <iq type='get' id='8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member'/></query></iq>
hag     < <iq type='result' id='8'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='member' jid='{hag}' nick='thirdwitch'/></query></iq>
hag     > <iq type='set' id='9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#admin'><item affiliation='none' jid='{hag}'/></query></iq>
hag     < <iq type='result' id='9'/>
hag     > <message type='groupchat' id='10' to='coven@{muc}'><subject>Fair is foul</subject></message>
hag     < <message type='groupchat' id='10'>...</message>
