title   XEP-0317 §2, §3: an admin makes a hat and gives it to somebody; everybody sees it, also after a restart, until it is taken away
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
wicca   enters coven as secondwitch
crone   > <iq type='set' id='1' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' action='execute' node='urn:xmpp:hats:commands:create'/></iq>
crone   < <iq type='result' id='1'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='{=session}' status='executing'><x xmlns='jabber:x:data' type='form'><title>*</title><field var='FORM_TYPE' type='hidden'><value>urn:xmpp:hats:commands</value></field><field var='hats#title' type='text-single' label='*'><required/></field><field var='hats#uri' type='text-single' label='*'><required/></field><field var='hats#hue' type='text-single' label='*'/></x></command></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='{session}'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:hats:commands</value></field><field var='hats#title'><value>Teacher</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field><field var='hats#hue'><value>327.255249</value></field></x></command></iq>
crone   < <iq type='result' id='2'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='{session}' status='completed'/></iq>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   > <iq type='set' id='3' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{wicca}</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field></x></command></iq>
crone   < <iq type='result' id='3'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:assign' sessionid='*' status='completed'/></iq>
crone   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher' hue='327.255249'/></hats>...</presence>
wicca   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher' hue='327.255249'/></hats>...</presence>
wicca   > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
wicca   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'>...<feature var='urn:xmpp:hats:0'/><feature var='http://jabber.org/protocol/commands'/><x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='hats#hash' label='*'><value>*</value></field></x></query></iq>
restart
wicca   connects
wicca   > <presence to='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc'/></presence>
wicca   <~ <message type='groupchat'><subject/></message>
wicca   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Teacher' hue='327.255249'/></hats>...</presence>
crone   connects
crone   > <iq type='set' id='5' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned'/></iq>
crone   < <iq type='result' id='5'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list-assigned' sessionid='*' status='completed'><x xmlns='jabber:x:data' type='result'><title>*</title><reported>...</reported><item><field var='hats#jid'><value>{wicca}</value></field><field var='hats#title'><value>Teacher</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field><field var='hats#hue'><value>327.255249</value></field></item></x></command></iq>
# updated (3.2), taken off (3.6), destroyed (3.3)
crone   > <iq type='set' id='6' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create'><x xmlns='jabber:x:data' type='submit'><field var='hats#title'><value>Head</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field></x></command></iq>
crone   < <iq type='result' id='6'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:create' sessionid='*' status='completed'/></iq>
wicca   < <message type='groupchat' from='coven@{muc}'>...</message>
wicca   < <presence from='coven@{muc}/secondwitch'><hats xmlns='urn:xmpp:hats:0'><hat uri='http://tech.example.edu/hats#Teacher' title='Head'/></hats>...</presence>
crone   > <iq type='set' id='7' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:unassign'><x xmlns='jabber:x:data' type='submit'><field var='hats#jid'><value>{wicca}</value></field><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field></x></command></iq>
crone   < <iq type='result' id='7'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:unassign' sessionid='*' status='completed'/></iq>
wicca   < <presence from='coven@{muc}/secondwitch'><none xmlns='story'><hats xmlns='urn:xmpp:hats:0'>...</hats></none>...</presence>
crone   > <iq type='set' id='8' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:destroy'><x xmlns='jabber:x:data' type='submit'><field var='hats#uri'><value>http://tech.example.edu/hats#Teacher</value></field></x></command></iq>
crone   < <iq type='result' id='8'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:destroy' sessionid='*' status='completed'/></iq>
wicca   < <message type='groupchat' from='coven@{muc}'>...</message>
crone   > <iq type='set' id='9' to='coven@{muc}'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list'/></iq>
crone   < <iq type='result' id='9'><command xmlns='http://jabber.org/protocol/commands' node='urn:xmpp:hats:commands:list' sessionid='*' status='completed'><x xmlns='jabber:x:data' type='result'><title>*</title><reported>...</reported></x></command></iq>
