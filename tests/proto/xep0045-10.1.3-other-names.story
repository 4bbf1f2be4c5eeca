title   XEP-0045 §10.1.3: fields under the names that clients know of other servers are the same fields
users   crone
crone   makes coven as firstwitch persistentroom=1
crone   > <iq type='set' id='s1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='mam'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='s1'/>
crone   < <message type='groupchat'>...</message>
crone   > <iq type='get' id='g2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='g2'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field var='muc#roomconfig_enablearchiving' type='boolean' label='*'><value>0</value></field>...</x></query></iq>
crone   > <iq type='set' id='s3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_mam'><value>1</value></field></x></query></iq>
crone   < <iq type='result' id='s3'/>
crone   < <message type='groupchat'>...</message>
crone   > <iq type='get' id='g4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='g4'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field var='muc#roomconfig_enablearchiving' type='boolean' label='*'><value>1</value></field>...</x></query></iq>
crone   > <iq type='set' id='s5' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_enablearchiving'><value>0</value></field></x></query></iq>
crone   < <iq type='result' id='s5'/>
crone   < <message type='groupchat'>...</message>
crone   > <iq type='get' id='g6' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='g6'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field var='muc#roomconfig_enablearchiving' type='boolean' label='*'><value>0</value></field>...</x></query></iq>
crone   > <iq type='set' id='s7' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_historylength'><value>7</value></field></x></query></iq>
crone   < <iq type='result' id='s7'/>
crone   < <message type='groupchat'>...</message>
crone   > <iq type='get' id='g8' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='g8'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field var='muc#maxhistoryfetch' type='text-single' label='*'><value>7</value>...</field>...</x></query></iq>
crone   > <iq type='set' id='s9' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_maxhistoryfetch'><value>9</value></field><field var='allow_voice_requests'><value>0</value></field><field var='muc#roomconfig_pubsub'><value>xmpp:pubsub.example?;node=coven</value></field></x></query></iq>
crone   < <iq type='result' id='s9'/>
crone   < <message type='groupchat'>...</message>
crone   > <iq type='get' id='g10' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='g10'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field var='muc#maxhistoryfetch' type='text-single' label='*'><value>9</value>...</field><field var='allow_voice_requests' type='boolean' label='*'><value>0</value></field><field var='muc#roomconfig_pubsub' type='text-single' label='*'><value>xmpp:pubsub.example?;node=coven</value>...</field>...</x></query></iq>
# its own name comes first
crone   > <iq type='set' id='s11' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_historylength'><value>3</value></field><field var='muc#maxhistoryfetch'><value>5</value></field></x></query></iq>
crone   < <iq type='result' id='s11'/>
crone   < <message type='groupchat'>...</message>
crone   > <iq type='get' id='g12' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='g12'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'><field var='muc#maxhistoryfetch' type='text-single' label='*'><value>5</value>...</field>...</x></query></iq>
