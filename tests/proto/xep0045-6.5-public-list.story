title   XEP-0045 §6.5: who is in the room is no secret where its owners do not want it to be one
users   crone wicca
crone   makes coven as firstwitch
wicca   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
wicca   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='public_list'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='2'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
wicca   > <iq type='get' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#items'/></iq>
wicca   < <iq type='result' id='3'><query xmlns='http://jabber.org/protocol/disco#items'><item jid='coven@{muc}/firstwitch'/></query></iq>
