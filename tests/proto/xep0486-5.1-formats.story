title   XEP-0486 §5.1: one picture in two formats has two hashes
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <iq type='set' id='1' to='coven@{muc}'><vCard xmlns='vcard-temp'><PHOTO><TYPE>image/svg+xml</TYPE><BINVAL>YSByZWQgc3F1YXJl</BINVAL></PHOTO><PHOTO><TYPE>image/png</TYPE><BINVAL>dGhlIHNhbWUgYXMgUE5H</BINVAL></PHOTO></vCard></iq>
crone   < <iq type='result' id='1'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
crone   > <iq type='get' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
crone   < <iq type='result' id='2'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-multi' var='muc#roominfo_avatarhash' label='*'><value>baa255f866da21a7875dda6021125ba03b3a7a54</value><value>97738076762b504c9d79a507f572817582d173f3</value></field></x></query></iq>
