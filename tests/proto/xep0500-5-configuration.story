title   XEP-0500 §5: owners set the duration in the form, everybody finds it in the room's information, and it outlives a restart
users   crone wicca
crone   makes coven as firstwitch persistentroom=1
crone   > <iq type='get' id='1' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'/></iq>
crone   < <iq type='result' id='1'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='form'>...<field type='text-single' var='muc#roomconfig_slow_mode_duration' label='*'><value>0</value><validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:integer'><range min='0' max='86400'/></validate></field></x></query></iq>
crone   > <iq type='set' id='2' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_slow_mode_duration'><value>99999999999999999999</value></field></x></query></iq>
crone   < <iq type='error' id='2'><error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
crone   > <iq type='set' id='3' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/muc#owner'><x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'><value>http://jabber.org/protocol/muc#roomconfig</value></field><field var='muc#roomconfig_slow_mode_duration'><value>20</value></field></x></query></iq>
crone   < <iq type='result' id='3'/>
crone   < <message type='groupchat' from='coven@{muc}'><x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x></message>
restart
wicca   connects
wicca   > <iq type='get' id='4' to='coven@{muc}'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>
wicca   < <iq type='result' id='4'><query xmlns='http://jabber.org/protocol/disco#info'>...<x xmlns='jabber:x:data' type='result'>...<field type='text-single' var='muc#roominfo_slow_mode_duration' label='*'><value>20</value></field></x></query></iq>
