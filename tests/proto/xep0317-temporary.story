title   XEP-0317: hats of a temporary room are kept when it is made one that stays; whoever takes the name of a deleted account wears none
users   crone wicca
crone   makes coven as firstwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://a.example/b</value></field></x></command></iq>
crone   < <iq type='result' id='1'>...</iq>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
crone   > <iq type='set' id='2' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{crone}</value></field><field var='hats#uri'><value>http://a.example/b</value></field></x></command></iq>
crone   < <iq type='result' id='2'>...</iq>
crone   < <presence from='coven@{muc}/firstwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://a.example/b' title='Head'/></hats>...</presence>
crone   > <iq type='set' id='3' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{wicca}</value></field><field var='hats#uri'><value>http://a.example/b</value></field></x></command></iq>
crone   < <iq type='result' id='3'>...</iq>
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_persistentroom'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='4'/>
crone   < <message type='groupchat' from='coven@{muc}'>...</message>
account wicca deleted
wicca   < <stream:error><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>
wicca   < </stream:stream>
wicca   closed
crone   > <iq type='set' id='5' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned'/></iq>
crone   < <iq type='result' id='5'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned' sessionid='*' status='completed'><x xmlns='jabber:x:data' type='result'><title>*</title><reported>...</reported><item><field var='hats#jid'><value>{crone}</value></field>...</item></x></command></iq>
restart
crone   connects
crone   > <iq type='set' id='6' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned'/></iq>
crone   < <iq type='result' id='6'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned' sessionid='*' status='completed'><x xmlns='jabber:x:data' type='result'><title>*</title><reported>...</reported><item><field var='hats#jid'><value>{crone}</value></field>...</item></x></command></iq>
