title   XEP-0106 §7: a name that clients show like another one is not given away
option  registration = open
stream  guest secure
guest   greets
guest   > <iq type='set' id='1'><query xmlns='jabber:iq:register'><username>foo\bar</username><password>correct horse</password></query></iq>
guest   < <iq type='result' id='1'/>
stream  guest2 secure
guest2  greets
guest2  > <iq type='set' id='2'><query xmlns='jabber:iq:register'><username>foo\5cbar</username><password>correct horse</password></query></iq>
guest2  < <iq type='error' id='2' from='{host}'><error type='cancel' code='409'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
guest2  > <iq type='set' id='3'><query xmlns='jabber:iq:register'><username>foo\2fbar</username><password>correct horse</password></query></iq>
guest2  < <iq type='result' id='3'/>
