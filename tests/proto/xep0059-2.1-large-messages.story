title   XEP-0059 §2.1, XEP-0313 §4.3: a page of large messages is shorter than was asked for, and complete only when there is no more
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <message type='groupchat' id='a' to='coven@{muc}'><body>{repeat 250000 x}</body></message>
crone   < <message type='groupchat' id='a' from='coven@{muc}/firstwitch'><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=a}'/>...</message>
crone   > <message type='groupchat' id='b' to='coven@{muc}'><body>{repeat 250000 x}</body></message>
crone   < <message type='groupchat' id='b' from='coven@{muc}/firstwitch'><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=b}'/>...</message>
crone   > <message type='groupchat' id='c' to='coven@{muc}'><body>{repeat 250000 x}</body></message>
crone   < <message type='groupchat' id='c' from='coven@{muc}/firstwitch'><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=c}'/>...</message>
crone   > <message type='groupchat' id='d' to='coven@{muc}'><body>{repeat 250000 x}</body></message>
crone   < <message type='groupchat' id='d' from='coven@{muc}/firstwitch'><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=d}'/>...</message>
crone   > <message type='groupchat' id='e' to='coven@{muc}'><body>{repeat 250000 x}</body></message>
crone   < <message type='groupchat' id='e' from='coven@{muc}/firstwitch'><stanza-id xmlns='urn:xmpp:sid:0' by='coven@{muc}' id='{=e}'/>...</message>
crone   > <iq type='set' id='1' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>50</max></set></query></iq>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{a}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='a' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{b}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='b' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{c}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='c' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{d}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='d' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <iq type='result' id='1'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>{a}</first><last>{d}</last></set></fin></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>50</max><after>{d}</after></set></query></iq>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{e}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='e' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <iq type='result' id='2'><fin xmlns='urn:xmpp:mam:2' complete='true'><set xmlns='http://jabber.org/protocol/rsm'><first>{e}</first><last>{e}</last></set></fin></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><max>50</max><before/></set></query></iq>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{b}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='b' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{c}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='c' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{d}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='d' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{e}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='e' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <iq type='result' id='3'><fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'><first>{b}</first><last>{e}</last></set></fin></iq>
# single messages come whole
crone   > <iq type='set' id='4' to='coven@{muc}'><query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>urn:xmpp:mam:2</value></field><field var='ids'><value>{a}</value><value>{b}</value><value>{c}</value><value>{d}</value><value>{e}</value></field></x></query></iq>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{a}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='a' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{b}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='b' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{c}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='c' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{d}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='d' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <message from='coven@{muc}'><result xmlns='urn:xmpp:mam:2' id='{e}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='*'/><message xmlns='jabber:client' type='groupchat' id='e' from='coven@{muc}/firstwitch'>...</message></forwarded></result></message>
crone   < <iq type='result' id='4'>...</iq>
